import type { RecordPart } from '../model';
import { Trouble } from '../trouble';
import { beginning, isSealed, type Link, type Seal, sealed } from './chain';
import { compare } from './compare';
import { copy } from './copy';
import { type Room, reading, type Writing, writing } from './database';
import { compareItems } from './items';
import { note, noteChecked, notesItem, noteTally } from './notes';
import type { LineOf, RowOf } from './rows';
import { type CopyEnd, copyEnd, copyOut, follow, type MainEnd, mainEnd, mainRows, noteCopied, same } from './sides';

/** Where a part ends, as this life of the background knows it. */
interface End {
  readonly head: Link;
  /** The place of its last row; behind the head where rows are lost. */
  readonly lastSeq: number;
  readonly copied: number;
}

/** Writes lines at the end of a part, with whatever else belongs into the same transaction. */
export type Pen<Part extends RecordPart> = (
  lines: readonly LineOf<Part>[],
  also?: (transaction: Writing) => Promise<unknown>,
) => Promise<readonly (RowOf<Part> & Seal)[]>;

/** What was built upon is not the end any more. */
class Outdated extends Error {}

const parts = ['lineage', 'ledger'] as const;
const ends = new Map<RecordPart, End>();

/** Adds a line to a part of the record. */
export async function append<Part extends RecordPart>(part: Part, line: LineOf<Part>): Promise<RowOf<Part> & Seal> {
  const [row] = await appending(part, [], (pen) => pen([line]));
  if (!row) throw new Trouble('store-failed');
  return row;
}

/**
 * Adds lines together with other writes: `work` reads what it needs, then hands its lines to the pen, which writes them,
 * the new head and `also`, over these rooms besides its own, in one strict transaction. Whoever else wants to add waits.
 * `work` may be played a second time, where the end was not where it was thought to be.
 */
export async function appending<Part extends RecordPart, T>(
  part: Part,
  rooms: readonly Room[],
  work: (pen: Pen<Part>) => Promise<T>,
): Promise<T> {
  return alone(part, async () => {
    try {
      return await work(penFor(part, rooms));
    } catch (caught) {
      if (!(caught instanceof Outdated)) throw caught;
      ends.delete(part);
      return work(penFor(part, rooms));
    }
  });
}

function penFor<Part extends RecordPart>(part: Part, rooms: readonly Room[]): Pen<Part> {
  return async (lines, also) => {
    const end = await endOf(part);
    const rows = (await sealed(lines, end.head)) as unknown as readonly (RowOf<Part> & Seal)[];
    const head = rows.at(-1) ?? end.head;
    let outdated = false;
    await writing([...new Set<Room>([part, 'heads', ...rooms])], async (transaction) => {
      outdated = !(await isStill(transaction, part, end));
      if (outdated) throw new Outdated();
      for (const row of rows) await transaction.objectStore(part).add(row as never);
      if (rows.length > 0) await transaction.objectStore('heads').put({ part, ...linkOf(head), copied: end.copied });
      await also?.(transaction);
    }).catch((trouble) => {
      throw outdated ? new Outdated() : trouble;
    });
    if (rows.length === 0) return rows;
    ends.set(part, { head: linkOf(head), lastSeq: head.seq, copied: end.copied });
    await copied(part, rows, end);
    return rows;
  };
}

async function isStill(transaction: Writing, part: RecordPart, end: End): Promise<boolean> {
  const [head, last] = await Promise.all([
    transaction.objectStore('heads').get(part),
    transaction.objectStore(part).index('seq').openKeyCursor(null, 'prev'),
  ]);
  const seq = typeof last?.key === 'number' ? last.key : 0;
  return same(head && 'seq' in head ? head : undefined, end.head) && Math.max(0, seq) === end.lastSeq;
}

/** The row is safe already: a second copy that cannot follow now does so at the next start. */
async function copied(part: RecordPart, rows: readonly { readonly seq: number }[], end: End): Promise<void> {
  const head = ends.get(part)?.head;
  if (!head) return;
  try {
    // It is behind by more than these: the next look lets it follow.
    if (end.copied < end.head.seq) throw new Outdated();
    await copyOut(part, rows, head);
    await noteCopied(part, head.seq);
    ends.set(part, { head, lastSeq: head.seq, copied: head.seq });
  } catch {
    ends.delete(part);
  }
}

function linkOf({ seq, hash }: Link): Link {
  return { seq, hash };
}

/** For the part's lock. */
async function endOf(part: RecordPart): Promise<End> {
  const end = ends.get(part) ?? (await look(part));
  ends.set(part, end);
  return end;
}

/** Compares the heads; where they do not agree, everything. */
async function look(part: RecordPart): Promise<End> {
  let main = await mainEnd(part);
  const other = await copyEnd(part);
  if (isUnsealed(main, other)) main = await sealAll(part);
  const head = main.head ?? beginning;
  const isWhole = same(main.last as Link | undefined, head);
  if (other === 'away' && isWhole) return { head, lastSeq: main.lastSeq, copied: main.head?.copied ?? 0 };
  if (other === 'away') return compared(part);
  if (isWhole && same(other.head, head)) return { head, lastSeq: main.lastSeq, copied: head.seq };
  if (isWhole && (await isBehind(part, main, other.head ?? beginning))) {
    const before = main.head?.copied ?? 0;
    const copied = await follow(part, other.head?.seq ?? 0, head).catch(() => before);
    return { head, lastSeq: main.lastSeq, copied };
  }
  return compared(part);
}

/** The second copy is at an earlier row, and we knew that it had come no further. */
async function isBehind(part: RecordPart, main: MainEnd, copyHead: Link): Promise<boolean> {
  if (!main.head || copyHead.seq < main.head.copied || copyHead.seq >= main.head.seq) return false;
  if (copyHead.seq === 0) return true;
  const row = (await mainRows(part, copyHead.seq, copyHead.seq)).get(copyHead.seq);
  return isSealed(row) && same(row, copyHead);
}

async function compared(part: RecordPart): Promise<End> {
  const { head, lastSeq, ...tally } = await compare(part);
  await noteTally(part, tally, Date.now());
  return { head: linkOf(head), lastSeq: Math.max(0, lastSeq), copied: head.copied };
}

/** Rows of a version that knew no seals. */
function isUnsealed({ head, last }: MainEnd, other: CopyEnd): boolean {
  const none = (head?.seq ?? 0) === 0 && (other === 'away' || (other.head?.seq ?? 0) === 0);
  return none && last instanceof Object && !('hash' in last);
}

async function sealAll(part: RecordPart): Promise<MainEnd> {
  const all = await reading((db) => db.getAllFromIndex(part, 'seq'));
  const rows = await sealed(all, beginning);
  const end = rows.at(-1) ?? beginning;
  await writing([part, 'heads'], async (transaction) => {
    for (const row of rows) await transaction.objectStore(part).put(row as never);
    await transaction.objectStore('heads').put({ part, ...linkOf(end), copied: 0 });
  });
  return mainEnd(part);
}

/** At each start: compares the heads of both copies, and each item with its mirror. Mends what does not agree. */
export async function inspect(): Promise<void> {
  await note(await compareItems([notesItem]));
  for (const part of parts) await alone(part, () => endOf(part));
}

/** Compares and mends everything. */
export async function check(now = Date.now()): Promise<void> {
  await note(await compareItems([notesItem], { again: true }));
  for (const part of parts) {
    await alone(part, async () => {
      ends.delete(part);
      const main = await mainEnd(part);
      if (isUnsealed(main, await copyEnd(part))) await sealAll(part);
      ends.set(part, await compared(part));
    });
  }
  await noteChecked(now);
}

/** Writes something into both copies and reads it back, so that nothing is risked where nothing could be kept. */
export async function probe(): Promise<void> {
  const hash = crypto.randomUUID();
  await writing(['heads'], (transaction) => transaction.objectStore('heads').put({ part: 'probe', hash }));
  const kept = await reading((db) => db.get('heads', 'probe'));
  const shelf = await copy();
  await shelf.set({ 'record.probe': hash });
  const copied = (await shelf.get(['record.probe']))['record.probe'];
  if (kept?.hash !== hash || copied !== hash) throw new Trouble('store-failed');
}

function alone<T>(part: RecordPart, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`record ${part}`, work);
}
