import type { AccountId } from '../../model/account';
import type { Group, GroupId } from '../../model/group';
import type { Gateway } from '../../providers/provider';
import { keepGroup, readRoll } from '../../store/rolls';
import { asTrouble, Trouble } from '../../trouble';
import * as sizes from '../care/sizes';
import { groupOf } from '../group-of';
import { refresh } from '../groups';
import { isGrave } from './grave';
import { compared } from './standing';

/** So many groups are asked for one by one where the list fails. */
const few = 5;

/**
 * These groups as the gateway has them now, with their sizes and whether the account is an admin, as far as it tells: in
 * one list, or where that fails one by one. Rejects where the gateway cannot tell of any.
 */
export async function listed(
  gateway: Gateway,
  account: AccountId,
  wanted: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, Group>> {
  const since = Date.now();
  const roll = await refresh(account).catch(asTrouble);
  if (roll instanceof Trouble && isGrave(roll)) throw roll;
  // What a gateway that lists nothing left as it was is no news.
  const isFresh = !(roll instanceof Trouble) && (roll.listedAt ?? 0) >= since;
  const found = isFresh ? roll.groups : await oneByOne(gateway, account, wanted.length > few ? [] : wanted);
  return new Map(found.filter(({ id }) => wanted.includes(id)).map((group) => [group.id, group]));
}

async function oneByOne(gateway: Gateway, account: AccountId, wanted: readonly GroupId[]): Promise<Group[]> {
  const old = await readRoll(account);
  const found: Group[] = [];
  const told: Group[] = [];
  for (const id of wanted) {
    const group = await gateway.group(id).catch(asTrouble);
    if (group instanceof Trouble && isGrave(group)) throw group;
    if (group instanceof Trouble) continue;
    told.push(group);
    found.push({ ...groupOf(old, id), ...group });
  }
  await compared(old, { account, groups: found });
  for (const group of found) await keepGroup(account, group);
  await sizes.counted(told);
  return found;
}
