import type { RecordPart } from '../model/record';
import { beginning, canonical, holding, isSealed, type Link, type Seal, sealed } from './chain';
import { type Head, reading, type Writing, writing } from './database';
import { derivedRooms, forgetDerived } from './derived';
import { ledgerRow, lineageRow } from './rows';
import { copyEnd, copyOut, copyRows, mainEnd, mainRows, noteCopied, same } from './sides';

type Row = Seal & { readonly id: string; readonly seq: number };

/** What stands at one place: each side's row where it is what its own seal says, and whether anything lies there. */
export interface Pair {
  readonly main?: Row | undefined;
  readonly copy?: Row | undefined;
  readonly inMain: boolean;
  readonly inCopy: boolean;
}

/** A row that has a place, sealed or not. */
type Placed = Partial<Seal> & { readonly id: string; readonly seq: number };

/** What a comparison came to, in rows. */
export interface Tally {
  /** Brought back from the second copy. */
  restored: number;
  /** Brought back into the second copy. */
  renewed: number;
  /** On neither side. */
  lost: number;
  /** There, but not what was written. */
  changed: number;
}

interface Walk {
  readonly part: RecordPart;
  readonly main: Link | undefined;
  readonly copy: Link | undefined;
  /** Whether the second copy can be asked at all. */
  away: boolean;
  /** The last place that a head speaks of. */
  readonly most: number;
  /** Up to where the second copy had followed: what is missing beyond is no loss. */
  readonly copied: number;
  readonly tally: Tally;
  /** Rows that hold but stand where another belongs: they are written anew at the end. */
  readonly losers: { readonly main: Row[]; readonly copy: Row[] };
  readonly swaps: Row[];
  /** The copy's end was built upon rows that are not the database's: what it has more is written anew. */
  parted: boolean;
  /** The hash that the next row was built upon; unknown behind a gap. */
  before: string | undefined;
  end: Link;
}

/** Which row belongs at a place: the only one that holds, or the one around which its neighbours were built. Pure. */
export function truthOf(
  { main, copy }: Pair,
  around: { readonly before: string | undefined; readonly next: Pair | undefined; readonly heads: readonly Link[] },
): Row | undefined {
  if (!main || !copy || main.hash === copy.hash) return main ?? copy;
  const fits = (row: Row) =>
    Number(row.prev === around.before) +
    [around.next?.main, around.next?.copy].filter((next) => next?.prev === row.hash).length +
    around.heads.filter((head) => same(head, row)).length;
  return fits(copy) > fits(main) ? copy : main;
}

const size = 250;

/** Compares every row with its seal and the other side, and mends each side from the other. For the part's lock. */
export async function compare(part: RecordPart): Promise<Tally & { readonly head: Head; readonly lastSeq: number }> {
  const walk = await setOut(part);
  for (let from = 1; ; from += size) {
    const pairs = await pairsOf(walk, from);
    if (from > walk.most && pairs.every(({ main, copy }) => !main && !copy)) break;
    await mend(walk, from, pairs);
  }
  return finish(walk);
}

async function setOut(part: RecordPart): Promise<Walk> {
  const [{ head }, other] = await Promise.all([mainEnd(part), copyEnd(part)]);
  const copy = other === 'away' ? undefined : other.head;
  return {
    ...{ part, main: head, copy, away: other === 'away', losers: { main: [], copy: [] }, swaps: [] },
    most: Math.max(head?.seq ?? 0, copy?.seq ?? 0),
    copied: head?.copied ?? copy?.seq ?? 0,
    tally: { restored: 0, renewed: 0, lost: 0, changed: 0 },
    parted: false,
    before: '',
    end: beginning,
  };
}

/** One window and the place after it. */
async function pairsOf(walk: Walk, from: number): Promise<Pair[]> {
  const { part } = walk;
  const nothing = new Map<number, unknown>();
  const fromCopy = async () => (walk.away ? nothing : copyRows(part, from, from + size));
  const [main, copy] = await Promise.all([
    mainRows(part, from, from + size),
    // A copy that falls silent on the way is as one that was away from the start: the database alone has to tell.
    fromCopy().catch(() => {
      walk.away = true;
      return nothing;
    }),
  ]);
  const mainHolds = await standing(main);
  // What is the same to the letter need not be hashed twice.
  const others = [...copy].filter(([seq, row]) => !isSame(mainHolds.get(seq), row));
  const copyHolds = new Map([...mainHolds].filter(([seq]) => copy.has(seq)));
  for (const [seq] of others) copyHolds.delete(seq);
  for (const [seq, row] of await standing(new Map(others))) copyHolds.set(seq, row);
  return Array.from({ length: size + 1 }, (_, nth) => {
    const seq = from + nth;
    return { main: mainHolds.get(seq), copy: copyHolds.get(seq), inMain: main.has(seq), inCopy: copy.has(seq) };
  });
}

function isSame(row: Row | undefined, other: unknown): boolean {
  if (!row || !isSealed(other) || other.hash !== row.hash) return false;
  return canonical(row) === canonical(other);
}

async function standing(rows: ReadonlyMap<number, unknown>): Promise<Map<number, Row>> {
  const all = [...rows];
  const whole = await holding(all.map(([, row]) => row));
  return new Map(all.flatMap(([seq, row], nth) => (whole[nth] && isSealed(row) ? [[seq, row] as const] : [])));
}

async function mend(walk: Walk, from: number, pairs: readonly Pair[]): Promise<void> {
  const toMain: Row[] = [];
  const toCopy: Row[] = [];
  for (const [nth, pair] of pairs.slice(0, size).entries()) {
    const truth = judge(walk, from + nth, { pair, next: pairs[nth + 1] });
    if (!truth) continue;
    if (!pair.main) toMain.push(truth);
    if (pair.copy?.hash !== truth.hash) toCopy.push(truth);
  }
  await restore(walk.part, toMain);
  walk.tally.restored += toMain.length;
  if (!walk.away && toCopy.length > 0) await copyOut(walk.part, toCopy, walk.copy ?? beginning);
}

/** Says what belongs at a place, and counts what does not. */
function judge(walk: Walk, seq: number, { pair, next }: { readonly pair: Pair; readonly next: Pair | undefined }) {
  const { tally, before } = walk;
  const heads = [walk.main, walk.copy].filter((head) => head !== undefined);
  const truth = truthOf(pair, { before, next, heads });
  if (!truth) {
    if (seq > walk.most || walk.parted) return undefined;
    tally[pair.inMain || pair.inCopy ? 'changed' : 'lost'] += 1;
    walk.before = undefined;
    return undefined;
  }
  const follows = before === undefined || truth.prev === before;
  if (!follows && truth === pair.copy && !pair.inMain && seq > (walk.main?.seq ?? 0)) {
    walk.losers.copy.push(truth);
    walk.parted = true;
    return undefined;
  }
  if (!follows) tally.changed += 1;
  if (pair.copy?.hash !== truth.hash && (pair.inCopy || seq <= walk.copied)) tally.renewed += 1;
  if (pair.copy && pair.copy.hash !== truth.hash) walk.losers.copy.push(pair.copy);
  if (pair.main && pair.main.hash !== truth.hash) {
    walk.losers.main.push(pair.main);
    walk.swaps.push(truth);
  }
  walk.before = truth.hash;
  walk.end = { seq, hash: truth.hash };
  return truth;
}

async function restore(part: RecordPart, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await writing([part, ...derivedRooms], async (transaction) => {
    await forgetDerived(transaction);
    for (const row of rows) await place(transaction, part, row);
  });
}

/** Puts a row where it belongs; what stood there makes way. */
async function place(transaction: Writing, part: RecordPart, row: Row): Promise<void> {
  const store = transaction.objectStore(part);
  const there = await store.index('seq').getKey(row.seq);
  if (there !== undefined && there !== row.id) await store.delete(there);
  await store.put(row as never);
}

async function finish(walk: Walk) {
  const { part, tally, away } = walk;
  const longest = walk.parted ? walk.main : [walk.main, walk.copy].find((head) => head?.seq === walk.most);
  const end = longest && longest.seq > walk.end.seq ? longest : walk.end;
  countHeads(walk, end);
  const strays = await straysOf(part, end.seq);
  const anew = await sealed(await missing(walk, strays), end);
  const last = anew.at(-1) ?? end;
  const head: Head = { part, seq: last.seq, hash: last.hash, copied: Math.min(walk.copied, last.seq) };
  await writing([part, 'heads', ...derivedRooms], async (transaction) => {
    const store = transaction.objectStore(part);
    if (tally.changed + tally.lost + walk.swaps.length + strays.length > 0) await forgetDerived(transaction);
    for (const row of walk.swaps) await place(transaction, part, row);
    // What holds is written anew; what does not is put out of the way, and otherwise left as it is.
    for (const row of strays) await store.put({ ...row, seq: -Math.abs(row.seq) } as never);
    for (const row of anew) await store.put(row as never);
    await transaction.objectStore('heads').put(head);
  });
  tally.restored += walk.swaps.length + anew.length;
  if (!away) {
    await copyOut(part, [...walk.swaps, ...anew], head);
    await noteCopied(part, head.seq);
  }
  const [aside, lastSeq] = await Promise.all([asideIn(part, head.seq), mainEnd(part).then((main) => main.lastSeq)]);
  return {
    ...tally,
    changed: tally.changed + aside,
    head: { ...head, copied: away ? head.copied : head.seq },
    lastSeq,
  };
}

/** A head that was wrong is a loss too, though no row may have gone with it. */
function countHeads({ tally, main, copy, copied, away }: Walk, end: Link): void {
  const isBehind = copied <= (copy?.seq ?? 0) && (copy?.seq ?? 0) < end.seq;
  if (tally.restored === 0 && !same(main, end)) tally.restored = 1;
  if (!away && tally.renewed === 0 && !same(copy, end) && !isBehind) tally.renewed = 1;
}

/** Rows that lie beyond the end, as they are. */
async function straysOf(part: RecordPart, end: number): Promise<Placed[]> {
  return reading((db) => db.getAllFromIndex(part, 'seq', IDBKeyRange.lowerBound(end, true), size));
}

/** What holds but has no place: lines of a time when the two sides had parted. */
async function missing({ part, losers, swaps }: Walk, strays: readonly Placed[]): Promise<object[]> {
  const whole = await holding(strays);
  const moving = [...losers.main, ...strays.filter((row, nth) => whole[nth] || isUnsealed(part, row))];
  const known = new Set(swaps.map(({ id }) => id));
  const lines: object[] = [];
  for (const row of [...moving, ...losers.copy]) {
    const { seq: _, prev: _prev, hash: _hash, ...line } = row;
    const isThere = !moving.includes(row) && (await reading((db) => db.getKey(part, row.id))) !== undefined;
    if (!isThere && !known.has(row.id)) lines.push(line);
    known.add(row.id);
  }
  return lines;
}

/** A good row that was written by somebody who knew no seals. */
function isUnsealed(part: RecordPart, row: Placed): boolean {
  return row.hash === undefined && (part === 'lineage' ? lineageRow(row) : ledgerRow(row)) !== undefined;
}

/** Rows that have no place in the chain. */
function asideIn(part: RecordPart, end: number): Promise<number> {
  return reading(async (db) => {
    const store = db.transaction(part).store;
    const placed = end < 1 ? 0 : store.index('seq').count(IDBKeyRange.bound(1, end));
    const counts = await Promise.all([store.count(), placed]);
    return counts[0] - counts[1];
  });
}
