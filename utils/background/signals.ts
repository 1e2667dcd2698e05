import { browser } from 'wxt/browser';
import { say } from '../words';

// Brass on white, as in our own pages: for something to look at, not for an alarm.
const brass = '#96600c';

/** Puts "!" on the toolbar button in one tab. Its title says why; both go when the tab moves on. */
export async function heed(tabId: number, why: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: brass }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text: '!' }),
    browser.action.setTitle({ tabId, title: why }),
  ]);
}

/** Takes the "!" back. */
export async function calm(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: say('name') }),
  ]);
}
