import * as v from 'valibot';
import type { InviteCode } from '../invite-link';
import type { JoinRow } from '../model/join';
import type { Sight } from '../model/sight';
import { reading, type Writing, writing } from './database';
import type { Item } from './items';

/** What was shown before a join: the row is made of it, and nothing is joined unseen. */
export type Shown = Pick<Sight, 'code' | 'verdict' | 'id' | 'name'> & {
  readonly outside: boolean;
  readonly at: number;
};

const text = v.string();

/** What the window showed last: account and code, then the sight. Lives while the browser runs. */
export const shownItem: Item<Record<string, Shown>> = {
  key: 'shown',
  shape: v.record(
    text,
    v.object({
      code: v.custom<InviteCode>((value) => typeof value === 'string'),
      verdict: v.picklist(['live', 'approval', 'full', 'retired', 'invalid', 'unknown']),
      id: v.exactOptional(text),
      name: v.exactOptional(text),
      outside: v.boolean(),
      at: v.number(),
    }),
  ),
  fallback: {},
  area: 'session',
  steps: [],
};

/**
 * Writes a join down before it is sent, unless `hold`, given when the account last joined, says how many ms it must wait.
 * Gives that wait; 0 where the row is written. One transaction, so that no two joins can both be the last one allowed.
 */
export async function begin(
  row: JoinRow,
  sinceMs: number,
  hold: (times: readonly number[]) => number,
): Promise<number> {
  return inJoins(async (joins) => {
    const recent = await joins.index('at').getAll(IDBKeyRange.lowerBound(row.at - sinceMs));
    const own = recent.filter(({ account }) => account === row.account);
    // The clock was set back: such a row counts from now on, so that there is neither a burst nor a standstill.
    for (const ahead of own.filter(({ at }) => at > row.at)) await joins.put({ ...ahead, at: row.at });
    const wait = Math.max(0, hold(own.map(({ at }) => Math.min(at, row.at))));
    if (wait === 0) await joins.add(row);
    return wait;
  });
}

/** Changes a row, if `edit` gives another one; what stands there afterwards, undefined where there is none. */
export async function change(id: string, edit: (row: JoinRow) => JoinRow | undefined): Promise<JoinRow | undefined> {
  return inJoins(async (joins) => {
    const row = await joins.get(id);
    const next = row && edit(row);
    if (next) await joins.put(next);
    return next ?? row;
  });
}

/** Takes back a row whose join was never sent. */
export function unwrite(id: string): Promise<void> {
  return inJoins((joins) => joins.delete(id));
}

export function find(id: string): Promise<JoinRow | undefined> {
  return reading((db) => db.get('joins', id));
}

/** Joins since then, newest first. */
export async function joinsSince(at: number): Promise<JoinRow[]> {
  return (await reading((db) => db.getAllFromIndex('joins', 'at', IDBKeyRange.lowerBound(at)))).reverse();
}

type Joins = ReturnType<typeof joinsOf>;

const joinsOf = (transaction: Writing) => transaction.objectStore('joins');

function inJoins<T>(work: (joins: Joins) => Promise<T>): Promise<T> {
  return writing(['joins'], (transaction) => work(joinsOf(transaction)));
}
