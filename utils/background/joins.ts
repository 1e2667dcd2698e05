import { browser } from 'wxt/browser';
import { awake } from '../bridge/awake';
import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, JoinRow, Verdict } from '../model';
import { read, settingsItem } from '../store/items';
import { begin, change, find, joinsSince } from '../store/joins';
import { isLocked } from '../store/vault';
import { asTrouble, Trouble } from '../trouble';
import { aboutGroup, greet, withGreeting } from './greetings';
import { listFreshMs, shownFor, waits } from './join-plan';
import {
  endedRow,
  endingOf,
  greetingNow,
  holdMs,
  interestMs,
  isToBeLookedAt,
  mayHaveHappened,
  needsList,
  nextTurn,
  paceMs,
} from './joining-rules';
import { forgetGroup, groupsLately, groupsNow, insideNow } from './membership';
import { opened } from './opened';
import { heardFrom } from './rights';
import { settlingMs } from './settling';

export { prepare } from './join-plan';

const bell = 'joins';
const longestGreeting = 1_000;
const secondLookMs = 2_000;

interface Wish {
  readonly code: InviteCode;
  readonly account: AccountId;
  readonly greeting: string;
  readonly despite?: boolean;
}

/** Joins, or asks to. Written down before it is sent; sent once; what the reply does not tell, the list of groups tells. */
export function start(wish: Wish): Promise<JoinRow> {
  return navigator.locks.request(`join ${wish.account}`, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Trouble('busy');
    const seen = await shownFor(wish);
    const { gateway } = await opened(wish.account);
    const found = await earlier(wish);
    if (found) return found;
    const before = await groupsLately(wish.account, listFreshMs).catch(() => undefined);
    if (seen.id !== undefined && before?.has(seen.id)) throw new Trouble('already-in');
    const row = await written(rowOf(wish, seen));
    const reply = await gateway.join(wish.code).catch(asTrouble);
    if (reply instanceof Trouble) await heardFrom(wish.account, reply);
    const told = reply instanceof Trouble ? undefined : reply.group;
    const group = told ?? row.group;
    if (told !== undefined && before?.has(told)) return ended({ ...row, group: told }, { state: 'already-in' });
    const inside = needsList(reply) ? await settledInside({ ...wish, group, verdict: seen.verdict }) : 'unread';
    return ended({ ...row, ...(group !== undefined && { group }) }, endingOf(reply, inside, seen.verdict), before);
  });
}

/**
 * A join of the same code that nobody knows the end of is never just sent again: the list of groups is asked. Gives the
 * row if it has joined; holds the new one back while a late request could still land.
 */
async function earlier({ code, account }: Wish): Promise<JoinRow | undefined> {
  const rows = await joinsSince(Date.now() - interestMs);
  const open = rows.find(
    (row) => row.code === code && row.account === account && (row.state === 'sending' || row.state === 'unknown'),
  );
  if (!open) return undefined;
  const row = await looked(open);
  if (row.state === 'joined') return row;
  const waitMs = open.at + settlingMs - Date.now();
  if (waitMs > 0) throw new Trouble('too-soon', { waitMs });
  return undefined;
}

function rowOf({ code, account, greeting }: Wish, seen: { name?: string; id?: GroupId }): JoinRow {
  const text = greeting.trim().slice(0, longestGreeting);
  return {
    ...{ id: crypto.randomUUID(), at: Date.now(), account, code, name: seen.name ?? '', state: 'sending' },
    ...(seen.id !== undefined && { group: seen.id }),
    ...(text && { greeting: { text, state: 'waiting' } }),
  };
}

/** Writes the row, unless WhatsApp or our own pace holds the account back. */
async function written(row: JoinRow): Promise<JoinRow> {
  const { joinsPerMinute } = await read(settingsItem);
  const own = (await joinsSince(row.at - interestMs)).filter(({ account }) => account === row.account);
  const wait = waits(own, { now: row.at, joinsPerMinute });
  if (wait && wait.trouble.kind !== 'too-soon') throw new Trouble(wait.trouble.kind, wait.trouble);
  const waitMs = await begin(row, paceMs, (times) => holdMs(times, joinsPerMinute, row.at));
  if (waitMs > 0) throw new Trouble('too-soon', { waitMs });
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

/** What has become of a join; with `look`, as far as the list of groups tells. */
export async function recall({ id, look }: { id: string; look: boolean }): Promise<JoinRow> {
  const row = await find(id);
  if (!row) throw new Trouble('not-allowed');
  if (look) return looked(row);
  const now = Date.now();
  // The bell may be late; whoever looks on should not have to wait for it.
  const isDue = greetingNow(row, now) === 'send' || (row.state === 'sending' && isToBeLookedAt(row, now));
  if (isDue) void awake(() => settled(row)).catch(asTrouble);
  return row;
}

/** Lists the account's groups, and keeps what they tell of a join. Rejects where they cannot be listed. */
async function looked(row: JoinRow): Promise<JoinRow> {
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

/** Leaves the group again, once, and calls the greeting off. */
export function undo(id: string): Promise<JoinRow> {
  return aboutGroup(id, async () => {
    const row = await find(id);
    if (row?.state !== 'joined' || row.group === undefined) throw new Trouble('not-allowed');
    await change(id, (kept) => (kept.greeting?.state === 'waiting' ? withGreeting(kept, 'called-off') : undefined));
    await left(row.account, row.group);
    const { leaveUntil: _, ...rest } = (await find(id)) ?? row;
    await change(id, () => ({ ...rest, state: 'left' }));
    await forgetGroup(row.account, row.group);
    return { ...rest, state: 'left' };
  });
}

async function left(account: AccountId, group: GroupId): Promise<void> {
  const { gateway } = await opened(account);
  const trouble = await gateway.leave(group).then(() => undefined, asTrouble);
  if (!trouble || trouble.kind === 'not-member') return;
  await heardFrom(account, trouble);
  const isOut = mayHaveHappened(trouble) && (await insideNow(account, group)) === 'out';
  if (!isOut) throw trouble;
}

/** Sees to what is due: greetings, and joins that were cut off. At each start and bell. */
export function settleJoins(): Promise<void> {
  return awake(async () => {
    // Unlocking comes back to all of it; until then a bell would ring for nothing.
    if (await isLocked().catch(() => false)) return;
    // Before the looks: whoever dies in the middle of them must be woken again.
    await ring().catch(asTrouble);
    // What cannot be seen to now is seen to at the next bell; here nobody listens.
    for (const row of await open()) await settled(row).catch(asTrouble);
    await ring().catch(asTrouble);
  });
}

async function settled(row: JoinRow): Promise<void> {
  const now = Date.now();
  if (greetingNow(row, now) !== 'rest') return greet(row.id);
  if (!isToBeLookedAt(row, now)) return;
  // Whoever holds the lock is still at it.
  await navigator.locks.request(`join ${row.account}`, { ifAvailable: true }, async (lock) => {
    if (lock) await looked(row).catch(() => change(row.id, doubted));
  });
}

function doubted(row: JoinRow): JoinRow | undefined {
  return row.state === 'sending' ? endedRow(row, { state: 'unknown' }, Date.now()) : undefined;
}

async function open(): Promise<JoinRow[]> {
  const now = Date.now();
  const rows = await joinsSince(now - interestMs).catch(() => []);
  return rows.filter((row) => nextTurn(row, now) !== undefined);
}

/** Sets the bell for what is due next. */
async function ring(): Promise<void> {
  const now = Date.now();
  const turns = (await open()).flatMap((row) => nextTurn(row, now) ?? []);
  if (turns.length > 0) await browser.alarms.create(bell, { when: Math.max(now, Math.min(...turns)) + 500 });
}
