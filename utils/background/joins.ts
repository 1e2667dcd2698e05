import { awake } from '../bridge/awake';
import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { JoinRow } from '../model/join';
import { policyNow } from '../store/items';
import { change, find } from '../store/joins';
import { isLocked } from '../store/vault';
import { asTrouble, Trouble } from '../trouble';
import { aboutGroup, greet, withGreeting } from './greetings';
import { shownFor } from './join-plan';
import { joined, joinLock, looked, openJoins, ring } from './joining';
import { endedRow, greetingNow, isToBeLookedAt, mayHaveHappened } from './joining-rules';
import { forgetGroup, insideNow } from './membership';
import { opened } from './opened';
import { heardFrom } from './rights';

export { prepare } from './join-plan';

interface Wish {
  readonly code: InviteCode;
  readonly account: AccountId;
  readonly greeting: string;
  readonly despite?: boolean;
}

/** Joins what the window has shown, or asks to. */
export function start(wish: Wish): Promise<JoinRow> {
  return navigator.locks.request(joinLock(wish.account), { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Trouble('busy');
    const { code, account } = wish;
    const { settings } = await policyNow();
    // Nobody says anything else than an administrator has set; in a group for announcements nothing is said.
    const greeting = wish.greeting && (settings.greeting ?? wish.greeting);
    const seen = await shownFor(wish);
    return joined({ id: crypto.randomUUID(), code, account, greeting, seen });
  });
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
    for (const row of await openJoins()) await settled(row).catch(asTrouble);
    await ring().catch(asTrouble);
  });
}

async function settled(row: JoinRow): Promise<void> {
  const now = Date.now();
  if (greetingNow(row, now) !== 'rest') return greet(row.id);
  if (!isToBeLookedAt(row, now)) return;
  // Whoever holds the lock is still at it.
  await navigator.locks.request(joinLock(row.account), { ifAvailable: true }, async (lock) => {
    if (lock) await looked(row).catch(() => change(row.id, doubted));
  });
}

function doubted(row: JoinRow): JoinRow | undefined {
  return row.state === 'sending' ? endedRow(row, { state: 'unknown' }, Date.now()) : undefined;
}
