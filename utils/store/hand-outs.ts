import type { InviteCode } from '../invite-link';
import type { GroupId } from '../model/group';
import type { HandOut, LedgerSummary, Shape } from '../model/hand-out';
import type { RecordAsk, RecordPage } from '../model/record';
import { batchSize, newestFirst, pageOf, type Way } from './browse';
import { database, walking } from './database';
import type { LedgerRow } from './ledger';
import { ledgerRow } from './rows';
import { givenUp, linesAt, placesOf, searching } from './searching';

type GivenRow = Extract<LedgerRow, { kind: 'given' }>;
type Named = Extract<LedgerRow, { kind: 'named' }>;

/** What is looked for, as a test. */
export interface Wanted {
  readonly asked: RecordAsk;
  /** Every hand-out of the group or the code, or of all, where it is left out. */
  readonly fits?: ((handOut: HandOut) => boolean) | undefined;
  /** Whether the test looks at labels or paper. */
  readonly byName: boolean;
  /** Only those of this code. */
  readonly code?: InviteCode | undefined;
}

/** What was handed out, newest first, with what was said of it since. */
export function handOuts(wanted: Wanted): Promise<RecordPage<HandOut>> {
  const { fits, code } = wanted;
  return walking(async () => {
    const page = fits && code === undefined ? await found(wanted, fits) : await walked(wanted);
    return { ...page, rows: await named(page.rows) };
  });
}

/** Line by line from the end. */
async function walked({ asked, fits, byName, code }: Wanted): Promise<RecordPage<HandOut>> {
  const names = byName ? await allNames() : undefined;
  const way = { ...wayThrough({ code, group: asked.filter.group }), first: asked.limit + 1 };
  return pageOf(newestFirst(way, asked.before), asked.limit, (line) => {
    const given = ledgerRow(line);
    if (!given) return 'broken';
    if (given.kind === 'named') return undefined;
    const handOut = merged(given, names?.get(given.id));
    return !fits || fits(handOut) ? handOut : undefined;
  });
}

/** Out of the packed lines. */
async function found({ asked, byName }: Wanted, fits: (one: HandOut) => boolean): Promise<RecordPage<HandOut>> {
  const names = byName ? await allNames() : undefined;
  const search = await searching('ledger', asked);
  const { before = Infinity, limit } = asked;
  const seqs: number[] = [];
  const isThrough = await search?.through((line) => {
    if (line.seq < before && fits({ ...line, ...said(names?.get(line.id)) })) seqs.push(line.seq);
    return seqs.length > limit ? 'stop' : undefined;
  });
  if (!search || !isThrough) return givenUp(asked);
  const { places, ...page } = await placesOf('ledger', search, { found: seqs, asked });
  const lines = await linesAt('ledger', places);
  return { ...page, rows: lines.flatMap((line) => asGiven(line) ?? []).map((given) => merged(given)) };
}

function asGiven(line: unknown): GivenRow | undefined {
  const row = ledgerRow(line);
  return row?.kind === 'given' ? row : undefined;
}

const mostLabels = 20;

/** Where a code of a group is out in the world. */
export function whereabouts(group: GroupId, code: InviteCode): Promise<LedgerSummary> {
  return walking(async () => {
    const all: HandOut[] = [];
    for await (const line of newestFirst(wayThrough({ code, group }))) {
      const given = ledgerRow(line);
      if (given?.kind === 'given' && given.group === group) all.push(merged(given));
    }
    return summed(await named(all));
  });
}

/** Sums up hand-outs, newest first. Pure. */
export function summed(all: readonly HandOut[]): LedgerSummary {
  const byShape: Partial<Record<Shape, number>> = {};
  for (const { shape } of all) byShape[shape] = (byShape[shape] ?? 0) + 1;
  const labels = [...new Set(all.flatMap(({ label }) => label ?? []))].slice(0, mostLabels);
  const printed = all.filter((handOut) => handOut.printed);
  const [last, first] = [all[0], all.at(-1)];
  return { count: all.length, byShape, printed, labels, ...(first && last && { firstAt: first.at, lastAt: last.at }) };
}

function wayThrough({ code, group }: { code: string | undefined; group: GroupId | undefined }): Way {
  const byGroup = group === undefined ? 'seq' : 'group';
  const index = code === undefined ? byGroup : 'code';
  return { open: async () => (await database()).transaction('ledger').store.index(index), under: code ?? group };
}

function merged({ kind: _, ...given }: GivenRow, name?: Named): HandOut {
  return { ...given, ...said(name) };
}

function said(name: Named | undefined): Pick<HandOut, 'label' | 'printed'> {
  return { printed: name?.printed ?? false, ...(name?.label && { label: name.label }) };
}

/** From so many on, reading everything that was ever said is quicker than asking for each. */
const many = 200;

/** Hand-outs with what was said of them last. */
async function named(handOuts: readonly HandOut[]): Promise<HandOut[]> {
  if (handOuts.length > many) {
    const names = await allNames();
    return handOuts.map((one) => ({ ...one, ...said(names.get(one.id)) }));
  }
  const index = await byHandOut();
  return Promise.all(
    handOuts.map(async (one) => {
      const lines = await index.getAll(IDBKeyRange.bound([one.id, -Infinity], [one.id, Infinity]));
      return { ...one, ...said(lines.flatMap((line) => asNamed(line) ?? []).at(-1)) };
    }),
  );
}

/** People type these, so there are few of them beside what was handed out. */
async function allNames(): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>();
  let range: IDBKeyRange | null = null;
  for (;;) {
    const lines: readonly LedgerRow[] = await (await byHandOut()).getAll(range, batchSize);
    for (const line of lines) {
      const named = asNamed(line);
      // In order of their places, so what was said last comes last.
      if (named) names.set(named.of, named);
    }
    const last = lines.at(-1);
    if (lines.length < batchSize || last?.kind !== 'named') return names;
    range = IDBKeyRange.lowerBound([last.of, last.seq], true);
  }
}

async function byHandOut() {
  return (await database()).transaction('ledger').store.index('of');
}

function asNamed(line: unknown): Named | undefined {
  const row = ledgerRow(line);
  return row?.kind === 'named' ? row : undefined;
}
