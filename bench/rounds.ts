import { tmpdir } from 'node:os';

/** A way of doing something, or a size. */
type Variant = string | number;

/** What each variant gave, round by round; nothing where it failed. */
export type Given<V extends Variant, T> = ReadonlyMap<V, readonly (T | undefined)[]>;

export interface Round<V extends Variant> {
  readonly variant: V;
  readonly nth: number;
}

export interface Turns<V extends Variant, T> {
  readonly rounds: number;
  /** After so long no round is begun any more; there is always one. */
  readonly seconds: number;
  readonly variants: readonly V[];
  measure(round: Round<V>): Promise<T>;
  /** A variant that takes long may sit out a round. */
  sitsOut?(round: Round<V>): boolean;
}

/** Every variant once in each round, each round in another order. What fails is told, and the others go on. */
export async function inTurns<V extends Variant, T>(
  { rounds, seconds, variants, measure, sitsOut }: Turns<V, T>,
  trouble: (text: string) => void,
): Promise<Given<V, T>> {
  const given = new Map(variants.map((variant) => [variant, new Array<T | undefined>(rounds)]));
  const end = performance.now() + seconds * 1_000;
  for (let nth = 0; nth < rounds && (nth === 0 || performance.now() < end); nth += 1) {
    for (const variant of shuffled(variants)) {
      if (sitsOut?.({ variant, nth })) continue;
      try {
        const results = given.get(variant);
        const result = await measure({ variant, nth });
        if (results) results[nth] = result;
      } catch (error) {
        trouble(`${variant}, round ${nth + 1}: ${firstLine(error)}`);
      }
    }
  }
  return given;
}

/** One figure out of what each round of a variant gave. */
export function samples<V extends Variant, T>(
  given: Given<V, T>,
  variant: V,
  pick: (result: T) => number | undefined,
): readonly (number | undefined)[] {
  return Array.from(given.get(variant) ?? [], (result) => (result === undefined ? undefined : pick(result)));
}

export interface Spread {
  readonly median: number;
  /** Half of all lie between these two. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export function spreadOf(values: readonly (number | undefined)[]): Spread | undefined {
  const sorted = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  sorted.sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), count: sorted.length };
}

/** Round by round, how many times the floor's figure each figure is. */
export function ratios(
  values: readonly (number | undefined)[],
  floor: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  return values.map((value, nth) => {
    const under = floor[nth];
    return value === undefined || !under ? undefined : value / under;
  });
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** What went wrong, in one line that tells nothing of this machine. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? text).replaceAll(process.cwd(), '.').replaceAll(tmpdir(), '');
}
