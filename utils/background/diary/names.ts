import type { GroupId } from '../../model/group';
import type { Entry } from '../../over-time/model';
import { campaignsItem, caresItem } from '../../store/care-items';
import { accountsItem, read } from '../../store/items';
import { readRoll } from '../../store/rolls';

/** What a line of the diary is about, by name: a group, an account, or a campaign. */
export async function nameOf({
  group,
  account,
  campaign,
}: Pick<Entry, 'group' | 'account' | 'campaign'>): Promise<string> {
  // A list may be ten thousand groups long: the name that we have kept does for a line of the log.
  if (group !== undefined) return (await read(caresItem))[group]?.name || groupName(group);
  if (account !== undefined) return (await read(accountsItem)).find(({ id }) => id === account)?.name ?? '';
  return (await read(campaignsItem)).find(({ id }) => id === campaign)?.name ?? '';
}

/** The group's name on any list; else the one by which it was last known; else its id. */
export async function groupName(group: GroupId): Promise<string> {
  const ids = (await read(accountsItem)).map(({ id }) => id);
  const rolls = await Promise.all(ids.map(readRoll));
  const found = rolls.flatMap(({ groups }) => groups.filter(({ id }) => id === group)).find(({ name }) => name !== '');
  return found?.name ?? ((await read(caresItem))[group]?.name || group);
}
