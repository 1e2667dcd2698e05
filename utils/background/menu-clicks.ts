import { browser } from '../browser';
import type { Click, TabClicked } from './menus';
import { hostOf, pagesOf } from './reach';
import { openSide, sideId } from './side';

export const siteOn = 'site-on';

/** Somebody chose an entry of the context menu. */
export function chosen(click: Click, tab?: TabClicked): Promise<void> {
  // The browser opens its side, or asks the person something, only within the click itself: before anything is fetched.
  if (click.menuItemId === sideId) return openSide(tab);
  const allowed = click.menuItemId === siteOn ? askFor(tab?.url) : undefined;
  return import('./menu').then(({ menu }) => menu.chosen(click, tab, allowed));
}

/** Asks for the pages of the host in view. To be called in the click or key itself. */
export async function askFor(url: string | undefined): Promise<boolean> {
  const host = hostOf(url);
  return host !== undefined && browser.permissions.request({ origins: [pagesOf(host)] }).catch(() => false);
}
