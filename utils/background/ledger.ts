import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, Shape } from '../model';
import { accountsItem, read, usedItem } from '../store/items';
import * as ledger from '../store/ledger';
import { readRoll } from '../store/rolls';
import { groupOf } from './groups';
import type { UsedGroup } from './insert-menu';

interface Given {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly code: InviteCode;
  readonly shape: Shape;
}

/** Notes that an invite was handed out, and that its group was used. Gives the id of the hand-out. */
export async function note(given: Given): Promise<string> {
  const { name } = groupOf(await readRoll(given.account), given.group);
  return ledger.note({ ...given, name, at: Date.now() });
}

/** Says what a hand-out was for, and whether it is on paper. */
export function name(named: { id: string; label: string; printed: boolean }): Promise<void> {
  return ledger.name({ ...named, at: Date.now() });
}

/** The groups used last, newest first, with the names people know. */
export async function usedGroups(): Promise<UsedGroup[]> {
  const [accounts, used] = await Promise.all([read(accountsItem), read(usedItem)]);
  const rolls = new Map(await Promise.all(accounts.map(async ({ id }) => [id, await readRoll(id)] as const)));
  return used.flatMap(({ account, group }) => {
    const roll = rolls.get(account);
    const name = accounts.find(({ id }) => id === account)?.name;
    if (!roll || name === undefined) return [];
    return [{ account, group, accountName: name, groupName: groupOf(roll, group).name || group }];
  });
}
