import type { RecordPart } from '../model/record';
import { Trouble } from '../trouble';
import { type Seal, sealed } from './chain';
import { copy } from './copy';
import { type Room, reading, stretchOf, type Writing, writing } from './database';
import { derivedNow } from './derived';
import { alone, type End, endOf, ends, linkOf } from './ends';
import type { LineOf, RowOf } from './rows';
import { copyOut, noteCopied, same } from './sides';

/** Writes lines at the end of a part, with whatever else belongs into the same transaction. */
export type Pen<Part extends RecordPart> = (
  lines: readonly LineOf<Part>[],
  also?: (transaction: Writing) => Promise<unknown>,
) => Promise<readonly (RowOf<Part> & Seal)[]>;

/** What was built upon is not the end any more. */
class Outdated extends Error {}

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
      // All at once: to wait for each of thousands was most of the time that an import took.
      await Promise.all(rows.map(async (row) => transaction.objectStore(part).add(row as never)));
      if (rows.length > 0) await transaction.objectStore('heads').put({ part, ...linkOf(head), copied: end.copied });
      await also?.(transaction);
    }).catch((trouble) => {
      throw outdated ? new Outdated() : trouble;
    });
    if (rows.length === 0) return rows;
    ends.set(part, { head: linkOf(head), lastSeq: head.seq, copied: end.copied });
    await copied(part, rows, end);
    packFull(part, rows, end.head.seq);
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

/** What a search will look at, once in a few hundred lines. Nobody waits for it. */
function packFull<Part extends RecordPart>(part: Part, rows: readonly RowOf<Part>[], after: number): void {
  const to = after + rows.length;
  if (Math.floor(after / stretchOf) === Math.floor(to / stretchOf)) return;
  // Should lines be mended before these are packed, they have to be read again.
  const isFresh = derivedNow();
  const inHand = () => (isFresh() ? rows : []);
  void import('./columns').then(({ packUpTo }) => packUpTo(part, after + 1, to, inHand)).catch(() => undefined);
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
