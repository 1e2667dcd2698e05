import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import { keepRoll, readRoll, renewed } from '../store/rolls';
import { Trouble } from '../trouble';
import * as sizes from './care/sizes';
import type { Inside } from './joining-rules';
import { opened } from './opened';

/** The groups that an account is in, as its gateway lists them now; the list is kept. */
export async function groupsNow(account: AccountId): Promise<ReadonlySet<GroupId>> {
  const { gateway } = await opened(account);
  const listed = await gateway.groups();
  const old = await readRoll(account);
  await keepRoll(renewed(old, listed, Date.now()));
  await sizes.counted(listed);
  // A gateway that lost touch with WhatsApp answers with an empty list as if all were well.
  if (listed.length === 0 && old.groups.length > 0) throw new Trouble('gateway-failed');
  return new Set(listed.map(({ id }) => id));
}

/** The groups that an account was in when last listed, if that is not too long ago; else as listed now. */
export async function groupsLately(account: AccountId, withinMs: number): Promise<ReadonlySet<GroupId>> {
  const { groups, listedAt = 0 } = await readRoll(account);
  const age = Date.now() - listedAt;
  return age >= 0 && age <= withinMs ? new Set(groups.map(({ id }) => id)) : groupsNow(account);
}

/** Whether an account is in a group now, by its list. Never rejects. */
export async function insideNow(account: AccountId, group: GroupId | undefined): Promise<Inside> {
  if (group === undefined) return 'unread';
  return groupsNow(account).then(
    (groups) => (groups.has(group) ? 'in' : 'out'),
    () => 'unread',
  );
}

/** Takes a group off the remembered list, after the account has left it. */
export async function forgetGroup(account: AccountId, group: GroupId): Promise<void> {
  const roll = await readRoll(account);
  await keepRoll({ ...roll, groups: roll.groups.filter(({ id }) => id !== group) });
}
