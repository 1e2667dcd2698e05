import type { Account, AccountId } from '../model/account';
import type { Group, GroupId } from '../model/group';
import { type InGroup, primaryOf } from '../primary';
import { accountsItem, primariesItem, read, usedItem } from '../store/items';
import { readRoll } from '../store/rolls';
import { copyOnly } from './rights';
import { isWithin } from './within';

/** An account, the groups on its list, and whether it is kept from changing anything in them. */
interface Standing {
  readonly account: Account;
  readonly groups: ReadonlyMap<GroupId, Group>;
  readonly barred: boolean;
}

/** Who is in which group, out of the store alone; accounts in the order in which they were added. */
export async function standings(): Promise<Standing[]> {
  const [accounts, limited] = await Promise.all([read(accountsItem), copyOnly()]);
  return Promise.all(
    accounts.map(async (account) => {
      const [{ groups }, isAllowed] = await Promise.all([readRoll(account.id), isWithin(account)]);
      return {
        account,
        groups: new Map(groups.map((group) => [group.id, group])),
        barred: limited.has(account.id) || !isAllowed,
      };
    }),
  );
}

/** The accounts that have a group on their lists. Pure. */
export function holdersIn(all: readonly Standing[], group: GroupId): InGroup[] {
  return all.flatMap(({ account, groups, barred }) => {
    const found = groups.get(group);
    return found ? [{ account: account.id, admin: found.admin, barred }] : [];
  });
}

/** The account that looks after a group; undefined where no list has it. */
export async function primaryIn(group: GroupId): Promise<AccountId | undefined> {
  const [all, chosen] = await Promise.all([standings(), read(primariesItem)]);
  return primaryOf(holdersIn(all, group), chosen[group]);
}

/** The other accounts that a group's code may be read through: first those that are admins there, or may be. */
export async function othersIn(group: GroupId, account: AccountId): Promise<AccountId[]> {
  const others = holdersIn(await standings(), group).filter((holder) => holder.account !== account);
  return others.toSorted((one, other) => place(one) - place(other)).map((holder) => holder.account);
}

function place({ admin }: InGroup): number {
  if (admin === undefined) return 1;
  return admin ? 0 : 2;
}

/** A group that was used, and the account that speaks for it. */
export interface Used {
  readonly account: Account;
  /** As that account knows it; by its id alone, where it is on no list. */
  readonly known: Group;
  readonly at: number;
}

/** The groups used last, newest first, each once, and through the account that looks after it now. */
export async function usedThrough(): Promise<Used[]> {
  const [all, chosen, used] = await Promise.all([standings(), read(primariesItem), read(usedItem)]);
  const seen = new Set<GroupId>();
  return used.flatMap(({ account: last, group, at }) => {
    if (seen.has(group)) return [];
    seen.add(group);
    const id = primaryOf(holdersIn(all, group), chosen[group]) ?? last;
    const one = all.find(({ account }) => account.id === id);
    return one ? [{ account: one.account, known: one.groups.get(group) ?? { id: group, name: '' }, at }] : [];
  });
}
