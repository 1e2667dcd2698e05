import type { Account, AccountView } from '../model/account';
import type { Overview } from '../model/overview';
import { originPattern } from '../origin-pattern';
import type { ChainView } from '../over-time/model';
import { alertsItem, chainsItem } from '../store/care-items';
import { type Remembered, recall, remembered } from '../store/codes-known';
import { accountsItem, habitsItem, policyNow, primariesItem, read, settingsItem, usedItem } from '../store/items';
import { secretNames } from '../store/vault';
import { unwritten } from '../store/writes';
import { usedThrough } from './in-group';
import { managedBy, rightsIn } from './policy/view';
import { health } from './record-health';
import { state as lockedNow } from './vault-state';
import { isWithin, makeOf } from './within';

/** What was answered last, and whether nothing has been written since. */
let last: { readonly overview: Overview; readonly holds: () => boolean } | undefined;

/**
 * What the popup draws itself from. No gateway is asked. What was answered before is said again while nothing was written, and
 * the browser has not told us of other rights; `anew` is for whoever it has told already, for it may tell us last.
 */
export async function overview(how?: 'anew'): Promise<Overview> {
  if (how !== 'anew' && last?.holds()) return last.overview;
  const holds = unwritten();
  const fresh = await made();
  last = isLasting(fresh) ? { overview: fresh, holds } : undefined;
  return fresh;
}

/** Keys lock by the clock, chains count by it, and what is amiss may be mended by now: such an answer is made anew. */
function isLasting({ vault, record, chains }: Overview): boolean {
  return !vault.passphrase && record.health === 'whole' && record.rescued.length === 0 && chains.length === 0;
}

async function made(): Promise<Overview> {
  const [accounts, primaries, settings, groups, vault, record, alerts, chains, policy, invite] = await Promise.all([
    views(),
    read(primariesItem),
    read(settingsItem),
    usedThrough(),
    lockedNow(),
    health(),
    read(alertsItem),
    chainsNow(),
    policyNow(),
    lastInvite(),
  ]);
  const used = groups.map(({ account, known, at }) => ({ account: account.id, group: known.id, at }));
  const open = alerts.filter(({ dismissed }) => !dismissed).length;
  const managed = managedBy(policy);
  const all = {
    ...{ accounts, primaries, settings, used, vault, record, chains, alerts: open },
    ...(managed && { managed }),
  };
  const [newest] = groups;
  if (!newest) return all;
  const { account, known } = newest;
  const isThis = invite?.group === known.id;
  return {
    ...all,
    last: { group: known, invite: isThis ? invite.seenBy(account.id) : await recall(account.id, known.id) },
  };
}

/** Of the group that was used last. Read before it is known whether any account still has it: mostly one has. */
async function lastInvite(): Promise<Remembered | undefined> {
  const [newest] = await read(usedItem);
  return newest && remembered(newest.group);
}

async function views(): Promise<AccountView[]> {
  const [accounts, known] = await Promise.all([read(accountsItem), knownOfAll()]);
  return Promise.all(accounts.map((account) => view(account, known)));
}

export async function viewOf(account: Account): Promise<AccountView> {
  return view(account, await knownOfAll());
}

async function knownOfAll() {
  const [names, habits, policy] = await Promise.all([secretNames(), read(habitsItem), policyNow()]);
  return { names, habits, policy };
}

type Known = Awaited<ReturnType<typeof knownOfAll>>;

async function view(account: Account, { names, habits, policy }: Known): Promise<AccountView> {
  const allowed = await isWithin(account);
  const managed = policy.accounts.find(({ id }) => id === account.id);
  const { label, demo = false } = makeOf(account);
  return {
    ...account,
    makeLabel: label,
    origin: originPattern(account.server) ?? '',
    allowed,
    secrets: [...(names[account.id] ?? []), ...(managed?.given ?? [])],
    demo,
    copyOnly: habits[account.id]?.rights === 'read',
    ...(managed && { managed: { asks: managed.asks } }),
    ...rightsIn(policy),
  };
}

/** Most people have none: what counts them is not fetched for that. */
async function chainsNow(): Promise<readonly ChainView[]> {
  const chains = await read(chainsItem);
  return chains.length === 0 ? [] : (await import('./care/cells')).list();
}
