import { browser } from '../browser';
import { clear, drawBadge, signs } from './page-badge';

// Brass on white, as in our own pages: for something to look at, not for an alarm.
const brass = '#96600c';
const good = '#1f7a4d';

/** Puts a "!" on the toolbar button in one tab. Its title says why; both go when the tab moves on. */
export async function heed(tabId: number, why: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: brass }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text: signs.heed }),
    browser.action.setTitle({ tabId, title: why }),
  ]);
}

/** Takes the "!" back: the number of invites on the page stands there again, if there are any. */
export async function calm(tabId: number): Promise<void> {
  await clear(tabId);
  await drawBadge(tabId);
}

const nodMs = 2_500;

/** Says on the toolbar button that something was done, for a moment. */
export async function nod(tabId: number, what: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: good }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text: signs.done }),
    browser.action.setTitle({ tabId, title: what }),
  ]);
  await new Promise((over) => setTimeout(over, nodMs));
  await calm(tabId);
}
