import { browser } from '../../browser';
import type { AccountId } from '../../model/account';
import { usualPerMinute } from '../../over-time/queue-pace';
import { type QueueHead, queuesItem } from '../../store/care-items';
import { change, read } from '../../store/items';
import { turnOf } from './rules';

/** Rings when a queue has its next turn. */
export const bell = 'queue';

/** Queues that somebody has held up in this life of the background: known at once, before it is on the disk. */
const halted = new Set<AccountId>();

export const isHalted = (account: AccountId) => halted.has(account);
export const halt = (account: AccountId) => void halted.add(account);
export const letGo = (account: AccountId) => void halted.delete(account);

export const freshHead: QueueHead = { state: 'paused', perMinute: usualPerMinute };

export async function headOf(account: AccountId): Promise<QueueHead | undefined> {
  return (await read(queuesItem))[account];
}

/** Changes how an account's queue stands, where `edit` gives something else; one that is not there stays away. */
export async function changeHead(account: AccountId, edit: (head: QueueHead) => QueueHead): Promise<QueueHead> {
  const all = await change(queuesItem, (heads) => {
    const head = heads[account];
    return head ? { ...heads, [account]: edit(head) } : heads;
  });
  return all[account] ?? freshHead;
}

export async function keepHead(account: AccountId, head: QueueHead): Promise<void> {
  await change(queuesItem, (heads) => ({ ...heads, [account]: head }));
}

export async function dropHead(account: AccountId): Promise<void> {
  await change(queuesItem, ({ [account]: _, ...others }) => others);
}

/** The same head without what kept it waiting. */
export function cleared({ waits: _, stop: __, ...head }: QueueHead): QueueHead {
  return head;
}

const timers = new Map<AccountId, ReturnType<typeof setTimeout>>();

/** Has a queue looked after at a time: by a timer as long as we live, by the bell after that. */
export async function wakeAt(account: AccountId, at: number, deed: () => void): Promise<void> {
  clearTimeout(timers.get(account));
  // Longer ones would only keep the wrong time over a sleep.
  const ms = Math.min(Math.max(0, at - Date.now()), longestTimerMs);
  timers.set(account, setTimeout(deed, ms));
  await ring(at);
}

const longestTimerMs = 60_000;

/** Sets the bell for the first turn of all queues that run, `at` among them. */
export async function ring(at: number): Promise<void> {
  const now = Date.now();
  const running = Object.values(await read(queuesItem)).filter(({ state }) => state === 'running');
  const turns = running.map((head) => turnOf(head, now)).filter((turn) => turn > now);
  await browser.alarms.create(bell, { when: Math.max(now, Math.min(at, ...turns)) });
}
