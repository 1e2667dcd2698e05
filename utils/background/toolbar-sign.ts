import { browser } from '../browser';
import { isOpen } from '../over-time/alert-book';
import { alertWords, asksSomebody } from '../over-time/alert-words';
import { alertsItem, diaryItem } from '../store/care-items';
import { read } from '../store/items';
import { joinsSince } from '../store/joins';
import { openIntents } from '../store/lineage';
import { lockState } from '../store/vault';
import { say, sayCount } from '../words';
import { interestMs, nextTurn } from './joining-rules';
import { drawBadges } from './open-tabs';
import { signs } from './page-badge';

const brass = '#96600c';

/**
 * Says on the toolbar button, in every tab, that something waits for the keys or for a person; takes it back when nothing
 * does.
 */
export async function drawSign(): Promise<void> {
  // A store that cannot be read is told to whoever asks next; here nobody listens.
  await drawn().catch(() => undefined);
}

async function drawn(): Promise<void> {
  const { locked } = await lockState();
  const waits = locked && (await somethingWaits(Date.now()));
  const asked = waits ? say('lockedWaiting') : await askedInWords();
  const [text, title] = asked ? [signs.heed, asked] : ['', say('name')];
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

/** What the alerts ask of a person; empty where they ask nothing. */
async function askedInWords(): Promise<string> {
  const [first, ...more] = (await read(alertsItem)).filter((alert) => isOpen(alert) && asksSomebody(alert));
  if (!first) return '';
  return more.length === 0 ? say('alertWaiting', alertWords(first).title) : sayCount('alertsWaiting', more.length + 1);
}

/** A revocation or a join whose end is not known, a greeting that is to be sent, an appointment that waits for the keys. */
async function somethingWaits(now: number): Promise<boolean> {
  const [intents, joins, diary] = await Promise.all([openIntents(), joinsSince(now - interestMs), read(diaryItem)]);
  const isHeld = diary.some(({ hold }) => hold?.why === 'locked');
  return isHeld || intents.length > 0 || joins.some((row) => nextTurn(row, now) !== undefined);
}
