import type { TroubleKind } from '../trouble';

/** What is remembered of asking one source: when it was asked last, and whether it wants to be left alone. In ms. */
export interface Pace {
  readonly lastAt: number;
  /** How long after `lastAt` it may be asked again. */
  readonly gapMs: number;
  /** How often in a row it complained. */
  readonly strikes: number;
  readonly restFrom: number;
  readonly restMs: number;
  readonly restFor?: TroubleKind;
}

export const untouched: Pace = { lastAt: 0, gapMs: 0, strikes: 0, restFrom: 0, restMs: 0 };

const accountGapMs = 1_000;
const pageGapMs = 1_200;
const pageJitterMs = 900;
const firstRestMs = 30_000;
const longestRestMs = 10 * 60_000;

/** How long between two looks: an account's gateway, or WhatsApp's public page. `random` is from 0 to 1. */
export function gapFor(source: 'gateway' | 'page', random: number): number {
  return source === 'gateway' ? accountGapMs : pageGapMs + Math.round(pageJitterMs * random);
}

/** How long until it may be asked again, as far as our own pace goes. */
export function gapLeft({ lastAt, gapMs }: Pace, now: number): number {
  return left(lastAt, gapMs, now);
}

/** How long it still wants to be left alone. */
export function restLeft({ restFrom, restMs }: Pace, now: number): number {
  return left(restFrom, restMs, now);
}

/** A clock that was set back must not lock anybody out. */
function left(from: number, ms: number, now: number): number {
  return now < from ? 0 : Math.max(0, from + ms - now);
}

export function begun(pace: Pace, gapMs: number, now: number): Pace {
  return { ...pace, lastAt: now, gapMs };
}

const complaints: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['slow-down', 'too-many-joins', 'restricted']);

/** What an answer makes of the pace: a complaint asks for a rest, as long as it says or twice as long as the last one. */
export function ended(pace: Pace, trouble: { kind: TroubleKind; waitMs?: number } | undefined, now: number): Pace {
  if (!trouble) return { ...pace, strikes: 0, restMs: 0 };
  if (!complaints.has(trouble.kind)) return pace;
  const grown = Math.min(firstRestMs * 2 ** Math.min(pace.strikes, 10), longestRestMs);
  return {
    ...{ ...pace, strikes: pace.strikes + 1, restFrom: now, restMs: trouble.waitMs ?? grown },
    restFor: trouble.kind,
  };
}

const tabMinuteMs = 60_000;
const tabMost = 12;

/** How long a page must wait for its next look; `times` are those of its last ones, and grow with a look that may be. */
export function tabWait(times: readonly number[], now: number): number {
  const lately = times.filter((time) => time <= now && now - time < tabMinuteMs);
  const first = lately.at(-tabMost);
  return first === undefined ? 0 : first + tabMinuteMs - now;
}

/** The times worth keeping, with one more. */
export function tabTimes(times: readonly number[], now: number): number[] {
  return [...times, now].slice(-tabMost);
}
