import type { LineageRow, RecordPart } from '../model/record';
import { database, stretchOf } from './database';
import { derivedNow } from './derived';
import type { LedgerRow } from './ledger';
import { type Broken, type Packable, packed, unpacked } from './packed';
import { ledgerRow, lineageRow } from './rows';

// A search looks at every line there is, and lines are slow to read: what it looks at is kept once more, packed, some
// hundred lines in one row. Packed rows are made where they are missing, thrown away where lines are mended, and never the
// answer: what is found by them is read again where it stands.

type Given = Extract<LedgerRow, { kind: 'given' }>;

/** What can be searched in a line. */
export interface Lines {
  readonly lineage: Pick<LineageRow, 'seq' | 'at' | 'group' | 'name' | 'code' | 'old' | 'event' | 'reason'>;
  readonly ledger: Omit<Given, 'kind'>;
}

const fields = {
  lineage: ['seq', 'at', 'group', 'name', 'code', 'old', 'event', 'reason'],
  ledger: ['seq', 'at', 'group', 'name', 'code', 'id', 'account', 'shape'],
} as const satisfies { readonly [Part in RecordPart]: readonly (keyof Lines[Part])[] };

type Rows = readonly unknown[];
type Columns = ReturnType<typeof unpacked>['columns'];

/** Lines of one stretch of the record, newest first. */
export interface Stretch<Line> {
  readonly lines: readonly Line[];
  readonly broken: readonly Broken[];
}

const readAtOnce = 8;

/** The whole of a part, stretch by stretch, newest first. */
export async function* stretches<Part extends RecordPart>(part: Part): AsyncGenerator<Stretch<Lines[Part]>> {
  const top = await topBelow(part, Infinity);
  // The last stretch is still being filled.
  if (top % stretchOf > 0) yield unpack(part, await textOf(part, placeOf(top)));
  let nth = Math.floor(top / stretchOf) - 1;
  let kept = new Map<number, string>();
  for (let from = nth + 1; nth >= 0; ) {
    if (nth < from) {
      from = Math.max(0, nth - readAtOnce + 1);
      kept = await textsBetween(part, from, nth);
    }
    // Where lines were lost there may be a wide gap.
    const there = kept.has(nth) ? nth : placeOf(await topBelow(part, (nth + 1) * stretchOf));
    if (there === nth) yield legible(part, kept.get(nth)) ?? unpack(part, await made(part, nth));
    nth = Math.min(there, nth - 1);
  }
}

/** Packs what has become full by new lines, which may be in hand. What cannot be packed now is packed by the first search. */
export async function packUpTo(part: RecordPart, from: number, to: number, inHand?: () => Rows): Promise<void> {
  for (let nth = placeOf(from); nth < Math.floor(to / stretchOf); nth += 1) {
    const [first, end] = [nth * stretchOf + 1 - from, (nth + 1) * stretchOf + 1 - from];
    // Where all of them are in hand none is read: whoever writes next would have to wait for that.
    await made(part, nth, first < 0 ? undefined : () => inHand?.().slice(first, end));
  }
}

function placeOf(seq: number): number {
  return Math.floor((seq - 1) / stretchOf);
}

/** The highest place up to this one at which there is a line; 0 where there is none. */
async function topBelow(part: RecordPart, seq: number): Promise<number> {
  const index = (await database()).transaction(part).store.index('seq');
  const cursor = await index.openKeyCursor(IDBKeyRange.bound(1, seq), 'prev');
  return typeof cursor?.key === 'number' ? cursor.key : 0;
}

async function textsBetween(part: RecordPart, from: number, to: number): Promise<Map<number, string>> {
  const rows = await (await database()).getAll('columns', IDBKeyRange.bound([part, from], [part, to]));
  return new Map(rows.flatMap(({ nth, text }) => (typeof text === 'string' ? [[nth, text]] : [])));
}

const making = new Map<string, Promise<string>>();

/** Makes a packed row and keeps it; whoever needs it at the same time waits for the same. */
function made(part: RecordPart, nth: number, inHand?: () => Rows | undefined): Promise<string> {
  const key = `${part} ${nth}`;
  const known = making.get(key);
  if (known) return known;
  const fresh = makeAndKeep(part, nth, inHand).finally(() => making.delete(key));
  making.set(key, fresh);
  return fresh;
}

async function makeAndKeep(part: RecordPart, nth: number, inHand?: () => Rows | undefined): Promise<string> {
  const isFresh = derivedNow();
  const rows = inHand?.() ?? [];
  const text = rows.length === stretchOf ? packedOf(part, rows) : await textOf(part, nth);
  if (isFresh()) await (await database()).put('columns', { part, nth, text }).catch(() => undefined);
  return text;
}

async function textOf(part: RecordPart, nth: number): Promise<string> {
  const range = IDBKeyRange.bound(nth * stretchOf + 1, (nth + 1) * stretchOf);
  return packedOf(part, await (await database()).getAllFromIndex(part, 'seq', range));
}

function packedOf(part: RecordPart, rows: Rows): string {
  const lines: Packable[] = [];
  const broken: Broken[] = [];
  for (const row of rows.toReversed()) {
    const line = part === 'lineage' ? lineageRow(row) : ledgerRow(row);
    if (!line) broken.push(Object(row));
    else if (!('kind' in line) || line.kind === 'given') lines.push({ ...line });
  }
  return packed(fields[part], lines, broken);
}

function legible<Part extends RecordPart>(part: Part, text: string | undefined): Stretch<Lines[Part]> | undefined {
  try {
    return text === undefined ? undefined : unpack(part, text);
  } catch {
    return undefined;
  }
}

function unpack<Part extends RecordPart>(part: Part, text: string): Stretch<Lines[Part]> {
  const { columns, broken } = unpacked(text);
  return { lines: linesIn[part](columns) as unknown as Lines[Part][], broken };
}

/** Written out, since a hundred thousand lines that are all made alike are made five times as fast. */
const linesIn = {
  lineage: ([seq = [], at = [], group = [], name = [], code = [], old = [], event = [], reason = []]: Columns) =>
    seq.map((_, n) => ({
      seq: seq[n],
      at: at[n],
      group: group[n],
      name: name[n],
      code: code[n],
      event: event[n],
      old: old[n] ?? undefined,
      reason: reason[n] ?? undefined,
    })),
  ledger: ([seq = [], at = [], group = [], name = [], code = [], id = [], account = [], shape = []]: Columns) =>
    seq.map((_, n) => ({
      seq: seq[n],
      at: at[n],
      group: group[n],
      name: name[n],
      code: code[n],
      id: id[n],
      account: account[n],
      shape: shape[n],
    })),
};
