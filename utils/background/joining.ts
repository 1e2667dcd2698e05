import { browser } from '../browser';
import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { JoinRow } from '../model/join';
import type { Sight, Verdict } from '../model/sight';
import { read, settingsItem } from '../store/items';
import { begin, change, joinsSince, unwrite } from '../store/joins';
import { asTrouble, Trouble } from '../trouble';
import { listFreshMs, waits } from './join-plan';
import { endedRow, endingOf, holdMs, interestMs, needsList, nextTurn, paceMs } from './joining-rules';
import { groupsLately, groupsNow, insideNow } from './membership';
import { opened } from './opened';
import { mustBeAllowed } from './policy/bars';
import { heardFrom } from './rights';
import { settlingMs } from './settling';

const bell = 'joins';
const longestGreeting = 1_000;
const secondLookMs = 2_000;

/** One join, whoever wants it. */
export interface Join {
  /** Of the row that is written before it is sent: the same one is never sent again. */
  readonly id: string;
  readonly code: InviteCode;
  readonly account: AccountId;
  readonly greeting: string;
  /** What was seen behind the code. */
  readonly seen: Pick<Sight, 'verdict' | 'id' | 'name'>;
  /** At most so many a minute, where the settings allow more. */
  readonly perMinute?: number;
  /** Whether it has been called off; asked right before each request. */
  readonly isOff?: () => boolean;
}

/** Held while an account joins. */
export const joinLock = (account: AccountId) => `join ${account}`;

/**
 * Joins, or asks to. Written down before it is sent; sent once; what the reply does not tell, the list of groups tells. To be
 * called with the account's lock held.
 */
export async function joined(join: Join): Promise<JoinRow> {
  const { account, code, seen, isOff = () => false } = join;
  await mustBeAllowed('mayJoin');
  const { gateway } = await opened(account);
  const found = await earlier(join);
  if (found) return found;
  heedOff(isOff);
  const before = await groupsLately(account, listFreshMs).catch(() => undefined);
  if (seen.id !== undefined && before?.has(seen.id)) throw new Trouble('already-in');
  heedOff(isOff);
  const row = await written(join);
  if (isOff()) await unwrite(row.id);
  heedOff(isOff);
  const reply = await gateway.join(code).catch(asTrouble);
  if (reply instanceof Trouble) await heardFrom(account, reply);
  const told = reply instanceof Trouble ? undefined : reply.group;
  const group = told ?? row.group;
  if (told !== undefined && before?.has(told)) return ended({ ...row, group: told }, { state: 'already-in' });
  const inside = needsList(reply) ? await settledInside({ account, group, verdict: seen.verdict }) : 'unread';
  return ended({ ...row, ...(group !== undefined && { group }) }, endingOf(reply, inside, seen.verdict), before);
}

function heedOff(isOff: () => boolean): void {
  if (isOff()) throw new Trouble('not-allowed');
}

/**
 * A join of the same code that nobody knows the end of is never just sent again: the list of groups is asked. Gives the
 * row if it has joined; holds the new one back while a late request could still land.
 */
async function earlier({ code, account }: Join): Promise<JoinRow | undefined> {
  const rows = await joinsSince(Date.now() - interestMs);
  const open = rows.find(
    (row) => row.code === code && row.account === account && (row.state === 'sending' || row.state === 'unknown'),
  );
  if (!open) return undefined;
  const row = await looked(open);
  if (row.state === 'joined') return row;
  const now = Date.now();
  // The clock was set back: it counts from now on, so that nobody waits for that time to come again.
  if (row.at > now) await change(row.id, (kept) => ({ ...kept, at: now }));
  const waitMs = Math.min(row.at, now) + settlingMs - now;
  if (waitMs > 0) throw new Trouble('too-soon', { waitMs });
  return undefined;
}

function rowOf({ id, code, account, greeting, seen }: Join): JoinRow {
  const text = greeting.trim().slice(0, longestGreeting);
  return {
    ...{ id, at: Date.now(), account, code, name: seen.name ?? '', state: 'sending' },
    ...(seen.id !== undefined && { group: seen.id }),
    ...(text && { greeting: { text, state: 'waiting' } }),
  };
}

/** When this life of the background has joined, by a clock that nobody can set. */
const sent = new Map<AccountId, readonly number[]>();

/** Writes the row, unless WhatsApp or our own pace holds the account back. */
async function written(join: Join): Promise<JoinRow> {
  const row = rowOf(join);
  const { account } = row;
  const settings = await read(settingsItem);
  const joinsPerMinute = Math.min(settings.joinsPerMinute, join.perMinute ?? settings.joinsPerMinute);
  const own = (await joinsSince(row.at - interestMs)).filter((one) => one.account === account);
  const wait = waits(own, { now: row.at, joinsPerMinute });
  if (wait && wait.trouble.kind !== 'too-soon') throw new Trouble(wait.trouble.kind, wait.trouble);
  const now = performance.now();
  const lately = (sent.get(account) ?? []).filter((at) => now - at <= paceMs);
  const sureMs = holdMs(lately, joinsPerMinute, now);
  const waitMs = sureMs || (await begin(row, paceMs, (times) => holdMs(times, joinsPerMinute, row.at)));
  if (waitMs > 0) throw new Trouble('too-soon', { waitMs: Math.ceil(waitMs) });
  sent.set(account, [...lately, now]);
  await ring();
  return row;
}

/** Whether the account is in by now. A list may lag a little: where no admin must approve, it is asked twice. */
async function settledInside(asked: { account: AccountId; group: GroupId | undefined; verdict: Verdict }) {
  const { account, group, verdict } = asked;
  const first = await insideNow(account, group);
  if (first !== 'out' || verdict === 'approval') return first;
  await new Promise((go) => setTimeout(go, secondLookMs));
  return insideNow(account, group);
}

type Ending = Pick<JoinRow, 'state' | 'trouble'>;

/** Keeps how a join has ended. Without a list from `before` nobody knows that leaving would only take the join back. */
async function ended(row: JoinRow, ending: Ending, before?: ReadonlySet<GroupId>): Promise<JoinRow> {
  const { leaveUntil, ...rest } = endedRow(row, ending, Date.now());
  const next = before && leaveUntil !== undefined ? { ...rest, leaveUntil } : rest;
  // Somebody who looked meanwhile may have learned it already, and the greeting may be out.
  const kept = await change(row.id, ({ state }) => (state === 'joined' ? undefined : next));
  await ring();
  return kept ?? next;
}

/** Lists the account's groups, and keeps what they tell of a join. Rejects where they cannot be listed. */
export async function looked(row: JoinRow): Promise<JoinRow> {
  const { id, account, group, state } = row;
  if (state !== 'sending' && state !== 'unknown' && state !== 'asked') return row;
  const inside = group !== undefined && (await groupsNow(account)).has(group);
  const now = Date.now();
  const next = await change(id, (kept) => {
    if (kept.state !== state) return undefined;
    if (inside) return endedRow(kept, { state: 'joined' }, now);
    return state === 'sending' ? endedRow(kept, { state: 'unknown' }, now) : undefined;
  });
  await ring();
  return next ?? row;
}

/** The joins that somebody must still look after. */
export async function openJoins(): Promise<JoinRow[]> {
  const now = Date.now();
  const rows = await joinsSince(now - interestMs).catch(() => []);
  return rows.filter((row) => nextTurn(row, now) !== undefined);
}

/** Sets the bell for what is due next. */
export async function ring(): Promise<void> {
  const now = Date.now();
  const turns = (await openJoins()).flatMap((row) => nextTurn(row, now) ?? []);
  if (turns.length > 0) await browser.alarms.create(bell, { when: Math.max(now, Math.min(...turns)) + 500 });
}
