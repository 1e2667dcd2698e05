import { browser } from '../browser';
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

/** Somebody uses Latchkey. */
export function used(): void {
  noteUse(Date.now()).catch(asTrouble);
}

/** Its bell has rung: locks when it is time, and sets the bell anew where somebody has used Latchkey meanwhile. */
export async function rung(): Promise<void> {
  const at = await locksAt();
  await (at === undefined || at > Date.now() ? ringLock() : lockNow());
}
