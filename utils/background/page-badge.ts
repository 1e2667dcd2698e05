import { browser } from '../browser';
import { read, settingsItem } from '../store/items';
import { sayCount } from '../words';
import { codesOf, framesOf } from './page-codes';

const key = '#0c6b62';
const most = 999;

/** What else may stand on the toolbar button; it is not drawn over. */
export const signs = { heed: '!', done: '✓' } as const;

/** Shows on the toolbar button how many invites the page in a tab has, unless something else is to be read there. */
export async function drawBadge(tabId: number): Promise<void> {
  const { badge } = await read(settingsItem);
  const count = codesOf(await framesOf(tabId)).length;
  const text = await browser.action.getBadgeText({ tabId });
  if (Object.values<string>(signs).includes(text)) return;
  // Nothing is written that stands there already: most pages have no invites.
  if (count > 0) await paint(tabId, count, badge);
  else if (text !== '' || (await browser.action.getTitle({ tabId })) !== (await browser.action.getTitle({})))
    await clear(tabId);
}

/** Takes everything off the toolbar button in a tab. */
export async function clear(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    // What is said of all tabs, such as that the keys are locked.
    browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) }),
  ]);
}

/** The number can be switched off; the words in the title stay. */
async function paint(tabId: number, count: number, badge: boolean): Promise<void> {
  const number = count > most ? `${most}+` : String(count);
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: key }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text: badge ? number : '' }),
    browser.action.setTitle({ tabId, title: sayCount('badgeTitle', count) }),
  ]);
}
