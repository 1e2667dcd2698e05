import { browser } from '../../browser';
import { policyGiven } from './given';

// What stands here is there whenever the background starts. Most browsers have no policy, and pay for one question.

/** Behind whatever the background was started for. */
const calmMs = 300;
/** Where it lies as it was last read. */
const key = 'policy';

/** At each start of the background: Firefox says nothing when a policy has changed. */
export function watchPolicy(): void {
  setTimeout(() => void looked().catch(() => undefined), calmMs);
  // Chromium does.
  browser.storage.managed.onChanged?.addListener(() => void heed().catch(() => undefined));
}

async function looked(): Promise<void> {
  const [given, known] = await Promise.all([policyGiven(), browser.storage.local.get(key)]);
  const isNone = given !== undefined && Object.keys(given).length === 0;
  if (!isNone || key in known) await heed();
}

async function heed(): Promise<void> {
  await (await import('./heed')).heed();
}
