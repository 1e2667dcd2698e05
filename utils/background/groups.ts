import type { AccountId } from '../model/account';
import type { Group, GroupId, Roll } from '../model/group';
import type { Gateway } from '../providers/provider';
import { change, primariesItem } from '../store/items';
import { keepGroup, keepRoll, readRoll, renewed } from '../store/rolls';
import * as sizes from './care/sizes';
import { groupId } from './group-of';
import { opened } from './opened';
import { compared } from './watch/standing';
import { accountOf } from './within';

export const list = readRoll;

/** Asks the gateway for its groups. What it leaves out is not forgotten where it may only have lost touch. */
export async function refresh(account: AccountId): Promise<Roll> {
  const { gateway } = await opened(account);
  const listed = await gateway.groups();
  const old = await readRoll(account);
  const roll = renewed(old, listed, Date.now());
  await compared(old, roll);
  await keepRoll(roll);
  await sizes.counted(listed);
  return roll;
}

/** Adds a group that the gateway does not list, by its id. */
export async function add(asked: { account: AccountId; group: string }): Promise<Group> {
  const id = groupId(asked.group);
  const { gateway } = await opened(asked.account);
  const found = await gateway.group(id);
  const admin = found.admin ?? (await isAdmin(gateway, id));
  const group = { ...found, ...(admin === undefined ? {} : { admin }), byHand: true };
  await keepGroup(asked.account, group);
  await sizes.counted([found]);
  return group;
}

/** From now on this account looks after the group, whoever else is in it. */
export async function prefer(asked: { account: AccountId; group: GroupId }): Promise<void> {
  const { id } = await accountOf(asked.account);
  await change(primariesItem, (all) => ({ ...all, [asked.group]: id }));
}

/** Whether the account is an admin, by the list of members; undefined where its own id is not known or not there. */
export async function isAdmin(gateway: Gateway, id: GroupId): Promise<boolean | undefined> {
  const [session, members] = await Promise.all([gateway.session(), gateway.members(id)]);
  const me = members.find(
    (member) => session.me.includes(member.id) || (member.phone && session.me.includes(member.phone)),
  );
  return me && me.role !== 'member';
}
