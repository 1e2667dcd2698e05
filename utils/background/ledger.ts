import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, Shape } from '../model';
import { accountsItem, read, usedItem } from '../store/items';
import * as ledger from '../store/ledger';
import { readRoll } from '../store/rolls';
import { groupOf } from './groups';
import type { UsedGroup } from './insert-menu';

/** Notes that an invite was handed out, and that its group was used. */
export function note(noted: { account: AccountId; group: GroupId; code: InviteCode; shape: Shape }): Promise<void> {
  return ledger.note({ ...noted, at: Date.now() });
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
