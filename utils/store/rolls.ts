import type { AccountId } from '../model/account';
import type { Group, Roll } from '../model/group';
import { reading, writing } from './database';

/** The groups of an account as last listed. */
export async function readRoll(account: AccountId): Promise<Roll> {
  return (await reading((db) => db.get('rolls', account))) ?? { account, groups: [] };
}

/** Keeps a new list. */
export async function keepRoll(roll: Roll): Promise<Roll> {
  await writing(['rolls'], (transaction) => transaction.objectStore('rolls').put(roll));
  return roll;
}

/** Makes another list of the one that is kept; where `edit` gives none it stays. Pure `edit`. */
export async function changeRoll(account: AccountId, edit: (roll: Roll) => Roll | undefined): Promise<void> {
  await writing(['rolls'], async (transaction) => {
    const rolls = transaction.objectStore('rolls');
    const next = edit((await rolls.get(account)) ?? { account, groups: [] });
    if (next) await rolls.put(next);
  });
}

/** Adds or renews one group of the roll. */
export async function keepGroup(account: AccountId, group: Group): Promise<void> {
  await writing(['rolls'], async (transaction) => {
    const rolls = transaction.objectStore('rolls');
    const roll = (await rolls.get(account)) ?? { account, groups: [] };
    const others = roll.groups.filter(({ id }) => id !== group.id);
    await rolls.put({ ...roll, groups: [...others, group] });
  });
}

/** What a new list makes of the old one: groups added by hand stay, and what only the old one knew is kept. Pure. */
export function renewed(old: Roll, listed: readonly Group[], now: number): Roll {
  // A gateway that lost touch with WhatsApp answers with an empty list as if all were well.
  if (listed.length === 0 && old.groups.length > 0) return old;
  const known = new Map(old.groups.map((group) => [group.id, group]));
  const seen = new Set(listed.map(({ id }) => id));
  const groups = listed.map((group) => ({ ...known.get(group.id), ...defined(group) }));
  const byHand = old.groups.filter((group) => group.byHand && !seen.has(group.id));
  return { account: old.account, groups: [...groups, ...byHand], listedAt: now };
}

function defined(group: Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)) as unknown as Group;
}
