import type { BackupPart, Imported, ImportPlan, Tally } from '../../keeping/model';
import type { Account } from '../../model/account';
import { campaignsItem, caresItem, chainsItem, rulesItem } from '../../store/care-items';
import {
  accountsItem,
  change,
  primariesItem,
  read,
  readOwn,
  settingsItem,
  sitesItem,
  usedItem,
} from '../../store/items';
import { keepSecrets, lockState, secretNames } from '../../store/vault';
import { Trouble } from '../../trouble';
import { isHeaderSafe } from '../accounts';
import { planned } from '../diary/diary';
import { menuChanged } from '../menu-changed';
import { isAllowed } from '../policy/bars';
import { watch } from '../sites';
import { providerFor } from '../within';
import { checkedAccounts, type Ids, keyOf, keysOf, type MergedAccounts, mergedAccounts } from './accounts-in';
import {
  campaignWay,
  careWay,
  chainWay,
  isSame,
  mergedList,
  mergedRules,
  mergedSettings,
  mergedSites,
  mergedTable,
  mergedUsed,
  primaryWay,
} from './merging';
import { type Parts, partsIn, type Refused } from './parts';
import { type Keyed, openedKeys } from './sealing';
import { groupsKept, groupsTally, primariesIn, queuesKept, queuesTally, usedIn } from './through-accounts';

const mostUsed = 50;

export interface Given {
  /** Everything but rows, as JSON. */
  readonly parts: string;
  /** Sealed keys, as JSON, and the passphrase that somebody typed for them. */
  readonly keys?: string;
  readonly passphrase?: string;
}

/** What bringing this in would change. Nothing is written. */
export async function plan({ parts: json, keys }: Given): Promise<ImportPlan> {
  const { parts, refused } = partsIn(json);
  const accounts = await accountsOf(parts);
  const [settings, rules, sites] = await Promise.all([readOwn(settingsItem), readOwn(rulesItem), readOwn(sitesItem)]);
  const mergedSite = mergedSites(sites, parts.sites);
  const tallies = [accounts.tally, mergedSite.tally, ...(await talliesOf(parts, accounts.ids))];
  const bad = parts.accounts.length - Object.keys(accounts.ids).length;
  const { locked } = await lockState();
  return {
    settings: [
      ...mergedSettings(settings, parts.settings).changes,
      ...mergedRules(rules, parts.rules).changes,
      ...mergedSite.changes,
    ],
    tallies: withRefused(tallies, { ...refused, accounts: (refused.accounts ?? 0) + Math.max(0, bad) }),
    keys: keys !== undefined,
    locked,
    rhythms: Object.values(parts.cares).filter(({ rhythm }) => rhythm).length,
    watching: parts.rules.watching === true,
  };
}

/**
 * Brings it in, one file at a time. Whoever is stopped in the middle begins again and comes to the same end: what is in already
 * is found to be. Sealed keys are opened before anything is written.
 */
export function bringIn(given: Given): Promise<Imported> {
  return navigator.locks.request('bring in', () => broughtIn(given));
}

async function broughtIn(given: Given): Promise<Imported> {
  const { parts } = partsIn(given.parts);
  const keyed = await keysIn(given);
  const { ids } = await accountsOf(parts, 'keep');
  const names = await kept(keyed);
  await change(settingsItem, (here) => mergedSettings(here, parts.settings).value);
  await change(sitesItem, (here) => mergedSites(here, parts.sites).value);
  await change(primariesItem, (here) => mergedTable(here, primariesIn(parts, ids), primaryWay).value);
  await change(chainsItem, (here) => mergedList(here, parts.chains, chainWay).value);
  await groupsKept(parts, ids);
  await change(usedItem, (here) => mergedUsed(here, usedIn(parts, ids), mostUsed).value);
  await queuesKept(parts, ids);
  // Last what things are done by: before that, nothing of it is due.
  await change(caresItem, (here) => mergedTable(here, parts.cares, careWay).value);
  await change(campaignsItem, (here) => mergedList(here, parts.campaigns, campaignWay).value);
  await change(rulesItem, (here) => mergedRules(here, parts.rules).value);
  await settled();
  return { ids, keyed: names };
}

/** What follows from it: the diary, the menu, and where we are at home. */
async function settled(): Promise<void> {
  await planned();
  await watch();
  menuChanged();
}

async function accountsOf(parts: Parts, how: 'look' | 'keep' = 'look'): Promise<MergedAccounts> {
  const there = await checkedAccounts(parts.accounts);
  const mayAdd = await isAllowed('mayAddAccounts');
  for (;;) {
    const here = await readOwn(accountsItem);
    const known = await keysOf(here);
    const merged = mergedAccounts(
      here,
      there.filter(({ key }) => mayAdd || known.has(key)),
      known,
    );
    if (how === 'look' || (await isKept(here, merged.value))) return merged;
  }
}

/** False where somebody has changed an account meanwhile: then it is looked at anew. */
async function isKept(here: readonly Account[], next: Account[]): Promise<boolean> {
  if (isSame(here, next)) return true;
  let is = false;
  await change(accountsItem, (all) => {
    is = isSame(all, here);
    return is ? next : all;
  });
  return is;
}

async function keysIn({ keys, passphrase = '' }: Given): Promise<readonly Keyed[]> {
  if (keys === undefined || passphrase === '') return [];
  if ((await lockState()).locked) throw new Trouble('vault-locked');
  return openedKeys(keys, passphrase);
}

/** Gives each account its keys, where it has none of its own. Gives the accounts' names. */
async function kept(keyed: readonly Keyed[]): Promise<string[]> {
  const known = await keysOf(await readOwn(accountsItem));
  const names: string[] = [];
  for (const one of keyed) {
    const make = await providerFor(one).catch(() => undefined);
    const account = make && known.get(keyOf(one, make));
    if (!account) continue;
    const had = (await secretNames())[account.id] ?? [];
    const wanted = make.fields.filter(({ kind, key }) => kind === 'secret' && !had.includes(key)).map(({ key }) => key);
    const fresh = Object.entries(one.secrets).filter(
      ([name, secret]) => wanted.includes(name) && secret !== '' && isHeaderSafe(secret),
    );
    await keepSecrets(account.id, Object.fromEntries(fresh));
    if (fresh.length > 0) names.push(account.name);
  }
  return names;
}

async function talliesOf(parts: Parts, ids: Ids): Promise<Tally[]> {
  const [cares, campaigns, chains, primaries, used] = await Promise.all([
    ...([read(caresItem), read(campaignsItem), read(chainsItem), read(primariesItem), read(usedItem)] as const),
  ]);
  return [
    mergedTable(cares, parts.cares, careWay).tally,
    mergedList(campaigns, parts.campaigns, campaignWay).tally,
    mergedList(chains, parts.chains, chainWay).tally,
    mergedTable(primaries, primariesIn(parts, ids), primaryWay).tally,
    mergedUsed(used, usedIn(parts, ids), mostUsed).tally,
    await groupsTally(parts, ids),
    await queuesTally(parts, ids),
  ];
}

function withRefused(tallies: readonly Tally[], refused: Refused): Tally[] {
  return tallies.map((tally) => ({ ...tally, refused: countOf(refused, tally.part) }));
}

function countOf(refused: Refused, part: BackupPart): number {
  return refused[part] ?? 0;
}
