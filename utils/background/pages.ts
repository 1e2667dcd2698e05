import type { Asker } from '../bridge/answer';
import { browser } from '../browser';
import type { PageView } from '../model/page';
import { marksCss } from '../page/mark';
import { policyNow } from '../store/items';
import { Trouble } from '../trouble';
import { drawBadge } from './page-badge';
import { bringReader, codesOf, framesOf, framesRead } from './page-codes';
import { hostOf } from './reach';
import { rounds } from './rounds';
import * as sites from './sites';
import { drawOff, type Off } from './toolbar-icon';

const breathMs = 500;
const noticing = rounds(breathMs, 'done');
const finding = rounds(breathMs, 'once more');
const reaching = rounds(breathMs, 'done');
const muting = rounds(breathMs, 'done');

/** Brings the finder into a frame where the first look saw something, and counts what it gives. */
export function noticed(from: Asker): Promise<void> {
  return noticing(frameKey(from), async () => {
    await mustBeOn(from);
    // Not as the user's own style: Chromium draws no ground under a highlight for that.
    const style = { target: frameOf(from), css: marksCss, origin: 'AUTHOR' as const };
    await browser.scripting.removeCSS(style);
    await browser.scripting.insertCSS(style);
    // Gives when the finder has looked, so that it need not say so.
    await browser.scripting.executeScript({ target: frameOf(from), files: ['/finder.js'] });
    await found(from);
  });
}

/** Draws the badge anew. */
export function found(from: Asker): Promise<void> {
  return finding(from.tab, async () => {
    await mustBeOn(from);
    await drawBadge(from.tab);
  });
}

/** Brings the card into a frame where somebody reached for an invite. */
export function reached(from: Asker): Promise<void> {
  return reaching(frameKey(from), async () => {
    await mustBeOn(from);
    await browser.scripting.executeScript({ target: frameOf(from), files: ['/card.js'] });
  });
}

/** "Not again": nothing is looked at on this site from now on. */
export function mute({ tab, host }: Asker): Promise<void> {
  return muting(tab, async () => {
    const { on, off } = await sites.list();
    // Where an administrator has chosen the sites, this one stays on their list, and is left alone all the same.
    const set = (await policyNow()).sites.on !== undefined;
    const others = (hosts: readonly string[]) => hosts.filter((one) => one !== host);
    await sites.change({ ...(!set && { on: others(on) }), off: [...others(off), host] });
  });
}

const offAs: Partial<Record<PageView['watch'], Off>> = { off: 'badgeOff', never: 'badgeCannot' };

/** The page in a tab. Where Latchkey does not watch it looks once, if the browser lets it. */
export async function view(tab: number): Promise<PageView> {
  const { url } = await browser.tabs.get(tab);
  const host = hostOf(url);
  const frames = await lookedInto(tab);
  const codes = codesOf(frames);
  if (host === undefined) return { watch: 'never', codes };
  const watch = frames ? await sites.standing(host) : 'never';
  void drawOff(tab, offAs[watch]).catch(() => undefined);
  return { host, watch, codes };
}

async function lookedInto(tabId: number) {
  const frames = await framesRead(tabId, 'in order');
  const unwatched = frames?.filter(({ watching }) => !watching).map(({ frameId }) => frameId) ?? [];
  if (unwatched.length === 0) return frames;
  await bringReader({ tabId, frameIds: unwatched });
  return framesOf(tabId, 'in order');
}

/** A permission may have gone while the page was open: who asks from there is told, and falls silent. */
async function mustBeOn({ frame, host }: Asker): Promise<void> {
  const standing = await sites.standing(host);
  // A frame may be of a site that was chosen, in a page that was not.
  if (standing === 'off' || (standing === 'not-asked' && frame === 0)) throw new Trouble('not-allowed');
}

/** The very document that asked; by its place where the browser does not name documents. */
function frameOf({ tab, frame, document }: Asker) {
  return document === undefined ? { tabId: tab, frameIds: [frame] } : { tabId: tab, documentIds: [document] };
}

function frameKey({ tab, frame, document }: Asker): string {
  return `${tab} ${document ?? frame}`;
}
