import { browser } from '../browser';
import { drawBadge } from './page-badge';
import { hushIn } from './page-codes';
import { hostOf, isSwitchedOff, isWithin, type Reach } from './reach';
import { drawOff } from './toolbar-icon';

/** Brings the spotter into the pages that are open already. It does nothing where it is. */
export async function bringInto(reach: Reach): Promise<void> {
  const bring = async (tabId: number) => {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/spotter.js'] });
    await drawOff(tabId, undefined);
  };
  await each((host) => isWithin(host, reach), bring);
}

/** Has what was brought into other pages fall silent. Where the browser lets nobody in any more it does so by itself. */
export async function hush(reach: Reach): Promise<void> {
  await each(
    (host) => !isWithin(host, reach),
    async (tabId, host) => {
      await hushIn(tabId);
      await drawBadge(tabId);
      await drawOff(tabId, isSwitchedOff(host, reach) ? 'badgeOff' : undefined);
    },
  );
}

/** Draws the number of invites anew in every tab. */
export async function drawBadges(): Promise<void> {
  await each(() => true, drawBadge);
}

/** For all tabs at once whose host is known and fits. What one of them refuses is nothing to the others. */
async function each(fits: (host: string) => boolean, act: Act): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  const acts = tabs.map(({ id, url }) => {
    const host = hostOf(url);
    return id === undefined || host === undefined || !fits(host) ? undefined : act(id, host);
  });
  await Promise.allSettled(acts);
}

type Act = (tabId: number, host: string) => Promise<unknown>;
