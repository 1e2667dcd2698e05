import * as v from 'valibot';
import { change, type Item, read } from './items';

/** Wrong passphrases since the last right one. Kept while the browser runs, so that no new life of the worker forgets them. */
interface Tries {
  readonly wrong: number;
  readonly at: number;
}

export const triesItem: Item<Tries> = {
  key: 'tries',
  shape: v.object({ wrong: v.pipe(v.number(), v.integer(), v.minValue(0)), at: v.number() }),
  fallback: { wrong: 0, at: 0 },
  area: 'session',
  steps: [],
};

const longestMs = 60_000;

/** How long to wait after so many wrong ones: 1 s, 2 s, 4 s … 60 s. */
export function delayMs(wrong: number): number {
  return wrong === 0 ? 0 : Math.min(1_000 * 2 ** Math.min(wrong - 1, 10), longestMs);
}

/** How long the next try must wait. A clock that was set back begins the wait anew, and makes it no longer. Pure. */
export function waitLeft({ wrong, at }: Tries, now: number): number {
  return Math.max(0, Math.min(delayMs(wrong), at + delayMs(wrong) - now));
}

export async function waitNow(now: number): Promise<number> {
  const tries = await read(triesItem);
  if (tries.at > now) await change(triesItem, ({ wrong }) => ({ wrong, at: now }));
  return waitLeft(tries, now);
}

/** Counts a try as a wrong one. Done before it is made: who ends the worker meanwhile has had it. */
export async function countTry(now: number): Promise<number> {
  const { wrong } = await change(triesItem, (tries) => ({ wrong: tries.wrong + 1, at: now }));
  return delayMs(wrong);
}

export async function forgetTries(): Promise<void> {
  await change(triesItem, () => triesItem.fallback);
}
