import { isOurs } from '../bridge/answer';
import { browser } from '../browser';
import { settingsItem } from '../store/items';
import { forgetUnlocked, locksAt, noteUse } from '../store/unlocked';
import { asTrouble } from '../trouble';
import { drawSign } from './toolbar-sign';

const bell = 'lock';
const grace = 500;

/** Sets the bell for the time at which the keys are locked again, if nobody uses Latchkey until then. */
export async function ringLock(): Promise<void> {
  const at = await locksAt();
  if (at === undefined) await browser.alarms.clear(bell);
  else await browser.alarms.create(bell, { when: Math.max(at, Date.now()) + grace });
}

/** Locks the keys until the passphrase is typed again. Without a passphrase there is nothing to lock. */
export async function lockNow(): Promise<void> {
  await forgetUnlocked();
  await browser.alarms.clear(bell);
  await drawSign();
}

/** A page of ours asked something: somebody is there. Other pages do not count, or a hostile one could keep keys open. */
export function noticed(_message: unknown, sender: unknown): undefined {
  const extension = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
  if (isOurs(sender, extension)) used();
}

/** Somebody uses Latchkey. */
export function used(): void {
  noteUse(Date.now()).catch(asTrouble);
}

/** At each bell: locks when it is time, and sets the bell anew when somebody has used Latchkey meanwhile. */
export async function rung({ name }: { readonly name: string }): Promise<void> {
  if (name === bell) {
    const at = await locksAt();
    await (at === undefined || at > Date.now() ? ringLock() : lockNow());
  }
  await drawSign();
}

/** The person has locked the computer. */
export async function idled(state: string): Promise<void> {
  if (state === 'locked') await lockNow();
}

export async function commanded(command: string): Promise<void> {
  if (command === 'lock') await lockNow();
}

/** The settings may say another time. */
export async function kept(changes: Readonly<Record<string, unknown>>): Promise<void> {
  if (settingsItem.key in changes) await ringLock();
}
