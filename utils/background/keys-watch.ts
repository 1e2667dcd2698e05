import { isOurs, self } from '../bridge/answer';
import { browser } from '../browser';

// What the locking of keys must hear of. Its room is fetched only where there is something to lock, or to lock later.

const locking = () => import('./locking');
/** Of the item that holds the vault key while it may be used. */
const unlockedKey = 'unlocked';
/** Where the time is kept, and what may set it. */
const settingsKeys = ['settings', 'policy'];
const oftenMs = 5_000;

let notedAt = 0;

/** A page of ours asked something: somebody is there. Other pages do not count, or a hostile one could keep keys open. */
export function noticed(_message: unknown, sender: unknown): undefined {
  if (isOurs(sender, self())) used();
}

/** Somebody uses Latchkey. */
export function used(): void {
  const now = Date.now();
  if (Math.abs(now - notedAt) < oftenMs) return;
  notedAt = now;
  // Behind what was asked for.
  setTimeout(() => void noted().catch(() => undefined));
}

async function noted(): Promise<void> {
  if (await isUnlocked()) (await locking()).used();
}

/** Without a passphrase there never is anything. */
async function isUnlocked(): Promise<boolean> {
  const kept: unknown = (await browser.storage.session.get(unlockedKey))[unlockedKey];
  return kept instanceof Object && Reflect.get(kept, 'value') !== null;
}

/** The person has locked the computer. */
export async function idled(state: string): Promise<void> {
  if (state === 'locked') await (await locking()).lockNow();
}

export async function commanded(command: string): Promise<void> {
  if (command === 'lock') await (await locking()).lockNow();
}

/** The settings may say another time. */
export async function kept(changes: Readonly<Record<string, unknown>>): Promise<void> {
  if (settingsKeys.some((key) => key in changes)) await (await locking()).ringLock();
}
