import type { LedgerRow } from '../model';
import { database } from './database';
import { change, usedItem } from './items';

const mostUsed = 50;

/** Notes a hand-out, and that the group was used. */
export async function note(row: Omit<LedgerRow, 'id'>): Promise<void> {
  await (await database()).add('ledger', { id: crypto.randomUUID(), ...row });
  await used(row.account, row.group, row.at);
}

/** Moves a group to the front of the last used. */
export async function used(account: string, group: string, at: number): Promise<void> {
  await change(usedItem, (list) => {
    const others = list.filter((entry) => entry.account !== account || entry.group !== group);
    return [{ account, group, at }, ...others].slice(0, mostUsed);
  });
}
