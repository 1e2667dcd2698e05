import type { Account, AccountView, Overview } from '../model';
import { originPattern } from '../origin-pattern';
import type { ChainView } from '../over-time/model';
import { alertsItem, chainsItem } from '../store/care-items';
import { recall } from '../store/codes-known';
import { accountsItem, habitsItem, primariesItem, read, settingsItem } from '../store/items';
import { secretNames } from '../store/vault';
import { usedThrough } from './in-group';
import { health } from './record-health';
import { state as lockedNow } from './vault-state';
import { isWithin, makeOf } from './within';

/** What the popup draws itself from. No gateway is asked. */
export async function overview(): Promise<Overview> {
  const [accounts, primaries, settings, groups, vault, record, alerts, chains] = await Promise.all([
    views(),
    read(primariesItem),
    read(settingsItem),
    usedThrough(),
    lockedNow(),
    health(),
    read(alertsItem),
    chainsNow(),
  ]);
  const used = groups.map(({ account, known, at }) => ({ account: account.id, group: known.id, at }));
  const open = alerts.filter(({ dismissed }) => !dismissed).length;
  const all = { ...{ accounts, primaries, settings, used, vault, record, chains }, alerts: open };
  const [newest] = groups;
  if (!newest) return all;
  return { ...all, last: { group: newest.known, invite: await recall(newest.account.id, newest.known.id) } };
}

async function views(): Promise<AccountView[]> {
  return Promise.all((await read(accountsItem)).map(viewOf));
}

export async function viewOf(account: Account): Promise<AccountView> {
  const [allowed, names, habits] = await Promise.all([isWithin(account), secretNames(), read(habitsItem)]);
  const { label, demo = false } = makeOf(account);
  return {
    ...account,
    makeLabel: label,
    origin: originPattern(account.server) ?? '',
    allowed,
    secrets: names[account.id] ?? [],
    demo,
    copyOnly: habits[account.id]?.rights === 'read',
  };
}

/** Most people have none: what counts them is not fetched for that. */
async function chainsNow(): Promise<readonly ChainView[]> {
  const chains = await read(chainsItem);
  return chains.length === 0 ? [] : (await import('./care/cells')).list();
}
