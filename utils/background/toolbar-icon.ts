import { browser } from '../browser';
import { say } from '../words';

const own = signsIn('/icons');
const grey = signsIn('/icons/off');
/** Without a path Firefox goes back to the sign in its toolbar's colour; Chromium insists on one, and so do our types. */
const inToolbarsColour: object = import.meta.env.FIREFOX ? { path: undefined } : {};

/** Why there is nothing to be had of Latchkey in a tab. */
export type Off = 'badgeOff' | 'badgeCannot';

/**
 * Greys the sign on the toolbar button in a tab, and says why; takes that back where there is no reason any more. The
 * browser forgets it by itself when the tab moves on: nobody is woken by every page for its sake.
 */
export async function drawOff(tabId: number, why: Off | undefined): Promise<void> {
  const title = await browser.action.getTitle({ tabId });
  if (why) {
    if (title !== say(why)) await draw({ tabId, path: grey }, say(why));
    return;
  }
  if (title !== say('badgeOff') && title !== say('badgeCannot')) return;
  await draw({ tabId, path: own, ...inToolbarsColour }, await browser.action.getTitle({}));
}

interface Sign {
  readonly tabId: number;
  readonly path: Record<string, string>;
}

async function draw(sign: Sign, title: string): Promise<void> {
  await Promise.all([browser.action.setIcon(sign), browser.action.setTitle({ tabId: sign.tabId, title })]);
}

function signsIn(folder: string): Record<string, string> {
  return Object.fromEntries([16, 24, 32].map((size) => [size, `${folder}/${size}.png`]));
}
