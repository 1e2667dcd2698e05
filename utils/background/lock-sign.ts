import { browser } from 'wxt/browser';
import { joinsSince } from '../store/joins';
import { openIntents } from '../store/lineage';
import { lockState } from '../store/vault';
import { say } from '../words';
import { interestMs, nextTurn } from './joining-rules';
import { drawBadges } from './open-tabs';
import { signs } from './page-badge';

const brass = '#96600c';

/** Says on the toolbar button, in every tab, that something waits for the keys; takes it back when nothing does. */
export async function drawLock(): Promise<void> {
  // A store that cannot be read is told to whoever asks next; here nobody listens.
  await drawn().catch(() => undefined);
}

async function drawn(): Promise<void> {
  const { locked } = await lockState();
  const waits = locked && (await somethingWaits(Date.now()));
  const [text, title] = waits ? [signs.heed, say('lockedWaiting')] : ['', say('name')];
  // Nothing is drawn that stands there already, and nothing is taken away that somebody else has put there.
  if ((await browser.action.getTitle({})) === title) return;
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: brass }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setBadgeText({ text }),
    browser.action.setTitle({ title }),
  ]);
  await drawBadges();
}

/** A revocation or a join whose end is not known, or a greeting that is to be sent. */
async function somethingWaits(now: number): Promise<boolean> {
  const [intents, joins] = await Promise.all([openIntents(), joinsSince(now - interestMs)]);
  return intents.length > 0 || joins.some((row) => nextTurn(row, now) !== undefined);
}
