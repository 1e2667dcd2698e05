import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { QueueRow } from '../over-time/model';
import { troubleShape } from './care-items';
import { allOf, reading, type Writing, writing } from './database';
import { legible } from './rows';

const text = v.string();
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const shape: v.GenericSchema<unknown, QueueRow> = v.object({
  ...{ id: text, seq: whole, account: text, addedAt: v.number(), at: v.number(), tries: whole },
  code: v.exactOptional(v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value)),
  via: v.exactOptional(text),
  group: v.exactOptional(text),
  name: v.exactOptional(text),
  state: v.picklist([
    ...(['waiting', 'working', 'joined', 'asked', 'already-in', 'refused', 'unknown'] as const),
    ...(['skipped', 'cancelled'] as const),
  ]),
  trouble: v.exactOptional(troubleShape),
});

/** A row as the store gave it; undefined where it is broken. */
export function queueRow(kept: unknown): QueueRow | undefined {
  const parsed = v.safeParse(shape, kept);
  return parsed.success ? parsed.output : undefined;
}

/** A group to be joined, before it has its place. */
export type Wanted = Pick<QueueRow, 'code' | 'via' | 'group' | 'name'>;

/** What was read and written in this life of the background, which alone writes: a queue may be thousands of rows long. */
const known = new Map<AccountId, Map<string, QueueRow>>();

/** The rows of an account that can be read, in their order. */
export async function rowsOf(account: AccountId): Promise<QueueRow[]> {
  const rows = known.get(account) ?? (await readRows(account));
  return [...rows.values()];
}

async function readRows(account: AccountId): Promise<ReadonlyMap<string, QueueRow>> {
  const { rows } = legible(await reading((db) => db.getAllFromIndex('queue', 'account', allOf(account))), queueRow);
  // Somebody may have written meanwhile: then it is read again next time.
  const read = new Map(rows.map((row) => [row.id, row]));
  if (writers === 0) known.set(account, read);
  return read;
}

/** Puts at an account's end what is not in its queue yet, by code and by group, in one transaction. Gives how many. */
export function enqueue(account: AccountId, wanted: readonly Wanted[], now: number): Promise<number> {
  return inQueue(async (queue, written) => {
    const kept = legible(await queue.index('account').getAll(allOf(account)), queueRow).rows;
    const places = new Set(kept.filter(({ state }) => state !== 'cancelled').flatMap(placesOf));
    const last = await queue.index('seq').openKeyCursor(null, 'prev');
    const first = Number(last?.key ?? 0);
    let seq = first;
    for (const one of wanted) {
      const own = placesOf(one);
      if (own.length === 0 || own.some((place) => places.has(place))) continue;
      for (const place of own) places.add(place);
      seq += 1;
      const row = { id: crypto.randomUUID(), seq, account, state: 'waiting', addedAt: now, at: now, tries: 0 } as const;
      await queue.add({ ...row, ...one });
      written({ ...row, ...one });
    }
    return seq - first;
  });
}

/** Rows of a saved queue, at the account's end: what is in it already, by id, code or group, is left out. Gives how many. */
export function enqueueSaved(account: AccountId, saved: readonly QueueRow[]): Promise<number> {
  return inQueue(async (queue, written) => {
    const kept = legible(await queue.index('account').getAll(allOf(account)), queueRow).rows;
    const fresh = notIn(kept, saved);
    let seq = Number((await queue.index('seq').openKeyCursor(null, 'prev'))?.key ?? 0);
    for (const row of fresh) {
      if ((await queue.getKey(row.id)) !== undefined) continue;
      seq += 1;
      await queue.add({ ...row, account, seq });
      written({ ...row, account, seq });
    }
    return fresh.length;
  });
}

/** The rows that a queue does not have yet. Pure. */
export function notIn(kept: readonly QueueRow[], saved: readonly QueueRow[]): QueueRow[] {
  const ids = new Set(kept.map(({ id }) => id));
  const places = new Set(kept.filter(({ state }) => state !== 'cancelled').flatMap(placesOf));
  return saved.filter((row) => {
    const own = placesOf(row);
    if (ids.has(row.id) || own.some((place) => places.has(place))) return false;
    ids.add(row.id);
    for (const place of own) places.add(place);
    return true;
  });
}

/** What no two rows may have in common. */
function placesOf({ code, group }: Wanted): string[] {
  return [...(code === undefined ? [] : [`code ${code}`]), ...(group === undefined ? [] : [`group ${group}`])];
}

/** Changes a row, if `edit` gives another one; what stands there afterwards, undefined where there is none. */
export function changeRow(id: string, edit: (row: QueueRow) => QueueRow | undefined): Promise<QueueRow | undefined> {
  return inQueue(async (queue, written) => {
    const row = queueRow(await queue.get(id));
    const next = row && edit(row);
    if (!next) return row;
    await queue.put(next);
    written(next);
    return next;
  });
}

/** The same for every row of an account, in one transaction. Gives the rows that were changed. */
export function changeRows(
  account: AccountId,
  edit: (row: QueueRow) => QueueRow | undefined,
): Promise<readonly QueueRow[]> {
  return inQueue(async (queue, written) => {
    const rows = legible(await queue.index('account').getAll(allOf(account)), queueRow).rows;
    const changed = rows.map(edit).filter((row) => row !== undefined);
    for (const next of changed) {
      await queue.put(next);
      written(next);
    }
    return changed;
  });
}

/** Forgets those rows of an account that are let go; what cannot be read goes with them. */
export async function dropRows(account: AccountId, isLetGo: (row: QueueRow) => boolean): Promise<void> {
  await inQueue(async (queue) => {
    for (const kept of await queue.index('account').getAll(allOf(account))) {
      const row = queueRow(kept);
      if (!row || isLetGo(row)) await queue.delete(kept.id);
    }
  });
  known.delete(account);
}

const roomOf = (transaction: Writing) => transaction.objectStore('queue');
let writers = 0;

type Work<T> = (queue: ReturnType<typeof roomOf>, written: (row: QueueRow) => void) => Promise<T>;

async function inQueue<T>(work: Work<T>): Promise<T> {
  const rows: QueueRow[] = [];
  writers += 1;
  try {
    const made = await writing(['queue'], (transaction) => work(roomOf(transaction), (row) => void rows.push(row)));
    for (const row of rows) learn(row);
    return made;
  } catch (caught) {
    known.clear();
    throw caught;
  } finally {
    writers -= 1;
  }
}

/** Rows keep their places; new ones come last. */
function learn(row: QueueRow): void {
  known.get(row.account)?.set(row.id, row);
}
