import type { Tally } from '../../keeping/model';
import type { AccountId } from '../../model/account';
import { queuesItem } from '../../store/care-items';
import { change } from '../../store/items';
import { enqueueSaved, notIn, rowsOf } from '../../store/queue';
import { changeRoll, readRoll } from '../../store/rolls';
import { freshHead } from '../queue/heads';
import { accountHere, type Ids } from './accounts-in';
import { mergedRoll } from './merging';
import type { Parts } from './parts';

// What a backup holds of each account: brought in for the account here that it is, and for no other.

export function primariesIn({ primaries }: Parts, ids: Ids): Record<string, AccountId> {
  return Object.fromEntries(
    Object.entries(primaries).flatMap(([group, account]) => {
      const own = accountHere(ids, account);
      return own === undefined ? [] : [[group, own] as const];
    }),
  );
}

export function usedIn({ used }: Parts, ids: Ids) {
  return used.flatMap((one) => {
    const account = accountHere(ids, one.account);
    return account === undefined ? [] : [{ ...one, account }];
  });
}

export async function groupsTally(parts: Parts, ids: Ids): Promise<Tally> {
  const fresh: string[] = [];
  let all = 0;
  for (const there of rollsIn(parts, ids)) {
    fresh.push(...mergedRoll(await readRoll(there.account), there).fresh);
    all += there.groups.length;
  }
  return { part: 'groups', fresh, changed: [], same: all - fresh.length, refused: 0 };
}

export async function groupsKept(parts: Parts, ids: Ids): Promise<void> {
  for (const there of rollsIn(parts, ids)) {
    await changeRoll(there.account, (here) => {
      const { value, fresh } = mergedRoll(here, there);
      return fresh.length > 0 ? value : undefined;
    });
  }
}

function rollsIn({ groups }: Parts, ids: Ids) {
  return groups.flatMap((roll) => {
    const account = accountHere(ids, roll.account);
    // A list that was taken in days to come would never be old enough to be taken anew.
    const listed = roll.listedAt === undefined ? {} : { listedAt: Math.min(roll.listedAt, Date.now()) };
    return account === undefined ? [] : [{ ...roll, ...listed, account }];
  });
}

/** The rows of each queue, as they may go on here: what was under way elsewhere may or may not have happened. */
function queuesIn({ queues, queueRows }: Parts, ids: Ids) {
  const rows = queueRows.flatMap((row) => {
    const [account, via] = [
      accountHere(ids, row.account),
      row.via === undefined ? undefined : accountHere(ids, row.via),
    ];
    if (account === undefined) return [];
    const { via: _, ...rest } = row;
    const state = row.state === 'working' ? 'unknown' : row.state;
    return [{ ...rest, account, state, ...(via !== undefined && { via }) } as const];
  });
  return [...new Set(rows.map(({ account }) => account))].map((account) => {
    const [from] = Object.entries(ids).find(([, own]) => own === account) ?? [];
    const perMinute = queues[from ?? '']?.perMinute ?? freshHead.perMinute;
    return { account, perMinute, rows: rows.filter((row) => row.account === account) };
  });
}

export async function queuesTally(parts: Parts, ids: Ids): Promise<Tally> {
  const fresh: string[] = [];
  let all = 0;
  for (const { account, rows } of queuesIn(parts, ids)) {
    fresh.push(...notIn(await rowsOf(account), rows).map(({ name, code, group }) => name ?? code ?? group ?? ''));
    all += rows.length;
  }
  return { part: 'queues', fresh, changed: [], same: all - fresh.length, refused: 0 };
}

/** A queue that is brought back waits for a person to begin. */
export async function queuesKept(parts: Parts, ids: Ids): Promise<void> {
  for (const { account, perMinute, rows } of queuesIn(parts, ids)) {
    if (notIn(await rowsOf(account), rows).length === 0) continue;
    await change(queuesItem, (heads) => {
      const head = heads[account];
      return head && head.state !== 'done' ? heads : { ...heads, [account]: { ...freshHead, perMinute } };
    });
    await enqueueSaved(account, rows);
  }
}
