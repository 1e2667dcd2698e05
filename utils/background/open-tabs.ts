import { browser } from '../browser';
import { drawBadge } from './page-badge';
import { hushIn } from './page-codes';
import { hostOf, isWithin, type Reach } from './reach';

/** Brings the spotter into the pages that are open already. It does nothing where it is. */
export async function bringInto(reach: Reach): Promise<void> {
  const bring = (tabId: number) =>
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/spotter.js'] });
  await each((host) => isWithin(host, reach), bring);
}

/** Has what was brought into other pages fall silent. Where the browser lets nobody in any more it does so by itself. */
export async function hush(reach: Reach): Promise<void> {
  await each(
    (host) => !isWithin(host, reach),
    async (tabId) => {
      await hushIn(tabId);
      await drawBadge(tabId);
    },
  );
}

/** Draws the number of invites anew in every tab. */
export async function drawBadges(): Promise<void> {
  await each(() => true, drawBadge);
}

/** For all tabs at once whose host is known and fits. What one of them refuses is nothing to the others. */
async function each(fits: (host: string) => boolean, act: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  const meant = tabs.filter(({ url }) => {
    const host = hostOf(url);
    return host !== undefined && fits(host);
  });
  await Promise.allSettled(meant.map(({ id }) => (id === undefined ? undefined : act(id))));
}
