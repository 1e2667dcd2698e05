import type { InviteCode } from '../invite-link';
import type { Account, AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { JoinPlan, JoinRow, JoinWay } from '../model/join';
import type { Sight } from '../model/sight';
import { accountsItem, change, policyNow, read, settingsItem } from '../store/items';
import { joinsSince, type Shown, shownItem } from '../store/joins';
import { readRoll } from '../store/rolls';
import { asTrouble, Trouble } from '../trouble';
import { holdMs, hopeless, interestMs, isOfInterest, isOutside, stopIn } from './joining-rules';
import * as links from './links';
import { isAskable } from './looking';
import { groupsLately, groupsNow } from './membership';
import { isAllowed } from './policy/bars';
import { copyOnly } from './rights';
import { isWithin, makeOf, providerFor } from './within';

const shownMs = 30 * 60_000;
const mostShown = 20;
const aMomentMs = 10_000;
const listPatienceMs = 4_000;
/** How long a list of groups holds for telling who is in a group. */
export const listFreshMs = 10 * 60_000;

/** Everything the window shows before a join: a fresh look by the account that would join, the accounts, the rules. */
export async function prepare(asked: { code: InviteCode; account?: AccountId }): Promise<JoinPlan> {
  const { code } = asked;
  const first = await waysTo(code, undefined);
  const account = first.some(({ account }) => account === asked.account) ? asked.account : firstAble(first);
  const [sight] = await Promise.all([
    looked({ code, ...(account !== undefined && { account }) }),
    account !== undefined && listedLately(account),
  ]);
  if (account !== undefined) await sureToBeIn(account, sight.id);
  const ways = await waysTo(code, sight.id);
  const other = asked.account === undefined ? firstAble(ways) : undefined;
  // The one that looked turns out to be in the group already: another one would join, so that one looks.
  if (other !== undefined && other !== account) return prepare({ code, account: other });
  return planOf({ sight, ways, account });
}

/** Whatever keeps anybody from looking, a join that is under way must be shown all the same. */
function looked(asked: { code: InviteCode; account?: AccountId }): Promise<Sight> {
  return links.probe({ ...asked, again: true }).catch((caught) => {
    const trouble = asTrouble(caught).facts;
    return { code: asked.code, verdict: 'unknown', trouble, sources: [], seenAt: Date.now() };
  });
}

interface Looked {
  readonly sight: Sight;
  readonly ways: readonly JoinWay[];
  readonly account: AccountId | undefined;
}

async function planOf({ sight, ways, account }: Looked): Promise<JoinPlan> {
  const now = Date.now();
  const [{ joinOnly, greeting }, rows] = await Promise.all([read(settingsItem), joinsSince(now - interestMs)]);
  const outside = isOutside(joinOnly, sight);
  const set = (await policyNow()).settings;
  const isBarred = outside && set.joinOnly !== undefined;
  if (account !== undefined) await shown(account, { ...shownOf(sight), outside, at: now });
  const last = rows.find((row) => row.code === sight.code && isOfInterest(row, now));
  const allowed = isBarred ? ways.map(barred) : ways;
  return {
    sight,
    ways: allowed,
    outside: outside && !isBarred,
    greeting,
    ...(set.greeting !== undefined && { isGreetingSet: true as const }),
    ...(account !== undefined && { account }),
    ...(last && { last }),
  };
}

/** Whether the list of groups that may be joined is an administrator's: then nobody says yes to another one. */
async function hasOwnList(): Promise<boolean> {
  return (await policyNow()).settings.joinOnly !== undefined;
}

function barred(way: JoinWay): JoinWay {
  const { account, name, makeLabel } = way;
  if (way.can === 'already-in' || way.can === 'cannot') return way;
  return { account, name, makeLabel, can: 'cannot', trouble: { kind: 'policy-list' } };
}

function firstAble(ways: readonly JoinWay[]): AccountId | undefined {
  return (ways.find(({ can }) => can === 'join') ?? ways[0])?.account;
}

/** So that the window says at once who is in the group already. A slow list is not waited for: `start` looks again. */
function listedLately(account: AccountId): Promise<unknown> {
  const patience = new Promise((go) => setTimeout(go, listPatienceMs));
  return Promise.race([groupsLately(account, listFreshMs).catch(asTrouble), patience]);
}

/** A remembered list may be old: before it keeps somebody out of a group, the gateway is asked. */
async function sureToBeIn(account: AccountId, group: GroupId | undefined): Promise<void> {
  const { groups, listedAt = 0 } = await readRoll(account);
  const isOld = Date.now() - listedAt > aMomentMs;
  if (isOld && groups.some(({ id }) => id === group)) await groupsNow(account).catch(asTrouble);
}

/** The accounts that may join by a code, each with what keeps it from that. */
async function waysTo(code: InviteCode, group: GroupId | undefined): Promise<JoinWay[]> {
  const now = Date.now();
  const [accounts, { joinsPerMinute }, rows] = await Promise.all([
    read(accountsItem),
    read(settingsItem),
    joinsSince(now - interestMs),
  ]);
  return Promise.all(
    accounts
      .filter((account) => isAskable(account, code))
      .map(async (account) => {
        const { id, name } = account;
        const own = rows.filter((row) => row.account === id);
        const can = (await cannot(account)) ?? (await isIn(id, group)) ?? waits(own, { now, joinsPerMinute });
        return { account: id, name, makeLabel: makeOf(account).label, ...(can ?? { can: 'join' }) };
      }),
  );
}

type Bar = Omit<JoinWay, 'account' | 'name' | 'makeLabel'>;

async function cannot(account: Account): Promise<Bar | undefined> {
  if (!(await isAllowed('mayJoin'))) return { can: 'cannot', trouble: { kind: 'policy-bars' } };
  if ((await providerFor(account)).lacks.includes('join')) return { can: 'cannot', trouble: { kind: 'lacks' } };
  if ((await copyOnly()).has(account.id)) return { can: 'cannot', trouble: { kind: 'key-limited' } };
  if (await isWithin(account)) return undefined;
  return { can: 'cannot', trouble: { kind: 'no-permission', host: new URL(account.server).host } };
}

async function isIn(account: AccountId, group: GroupId | undefined): Promise<Bar | undefined> {
  const { groups } = await readRoll(account);
  return groups.some(({ id }) => id === group) ? { can: 'already-in' } : undefined;
}

/** What holds an account back for a while: WhatsApp's word, or our own pace. */
export function waits(
  rows: readonly JoinRow[],
  { now, joinsPerMinute }: { readonly now: number; readonly joinsPerMinute: number },
): (Bar & { readonly until: number; readonly trouble: NonNullable<Bar['trouble']> }) | undefined {
  const stop = stopIn(rows, now);
  if (stop) {
    return { can: 'wait', until: stop.until, trouble: { kind: stop.trouble.kind, waitMs: stop.until - now } };
  }
  const times = rows.map(({ at }) => at);
  const waitMs = holdMs(times, joinsPerMinute, now);
  return waitMs > 0 ? { can: 'wait', until: now + waitMs, trouble: { kind: 'too-soon', waitMs } } : undefined;
}

function shownOf({ code, verdict, id, name }: Sight): Omit<Shown, 'outside' | 'at'> {
  return { code, verdict, ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}

const place = (account: AccountId, code: InviteCode) => `${account} ${code}`;

async function shown(account: AccountId, what: Shown): Promise<void> {
  await change(shownItem, (all) => {
    const { [place(account, what.code)]: _, ...others } = all;
    const newest = Object.entries(others).slice(1 - mostShown);
    return { ...Object.fromEntries(newest), [place(account, what.code)]: what };
  });
}

/** What the window showed for this account and code. Nothing is joined that was not shown, or that cannot be joined. */
export async function shownFor(asked: { code: InviteCode; account: AccountId; despite?: boolean }): Promise<Shown> {
  const seen = (await read(shownItem))[place(asked.account, asked.code)];
  if (!seen || Date.now() - seen.at > shownMs) throw new Trouble('not-allowed');
  const kind = hopeless(seen.verdict);
  if (kind) throw new Trouble(kind);
  if ((await hasOwnList()) && isOutside((await read(settingsItem)).joinOnly, seen)) throw new Trouble('policy-list');
  if (seen.outside && !asked.despite) throw new Trouble('not-allowed');
  return seen;
}
