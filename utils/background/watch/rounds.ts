import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import { primaryOf } from '../../primary';
import { caresItem } from '../../store/care-items';
import { primariesItem, read } from '../../store/items';
import * as activity from '../care/activity';
import { holdersIn, standings } from '../in-group';
import { accountOf } from '../within';
import { watched } from './watching';

/** Which account looks after each of these groups; those that no list has are left out. */
export async function watchersOf(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, AccountId>> {
  if (groups.length === 0) return new Map();
  const [all, chosen] = await Promise.all([standings(), read(primariesItem)]);
  return new Map(
    groups.flatMap((group) => {
      const account = primaryOf(holdersIn(all, group), chosen[group]);
      return account === undefined ? [] : [[group, account] as const];
    }),
  );
}

/** The groups that are checked from time to time. */
export async function watchedGroups(): Promise<GroupId[]> {
  const cares = Object.entries(await read(caresItem));
  return cares.filter(([, { watch }]) => watch).map(([group]) => group);
}

/** Checks the watched groups that an account looks after. Rejects where its gateway cannot tell at all. */
export async function checkWatched(account: AccountId): Promise<void> {
  const all = await watchersOf(await watchedGroups());
  await checkGroups(
    account,
    [...all].filter(([, one]) => one === account).map(([group]) => group),
  );
}

export async function checkGroups(account: AccountId, groups: readonly GroupId[]): Promise<void> {
  if (groups.length === 0) return;
  const { looked, changed } = await watched(account, groups);
  const { name } = await accountOf(account);
  const how = changed > 0 ? 'changed' : 'done';
  await activity.logged({ what: 'watch', how, name, account, accountName: name, count: looked });
}
