import { browser } from '../browser';
import type { Click, TabClicked } from './menus';
import { hostOf, pagesOf } from './reach';

export const siteOn = 'site-on';

/** Somebody chose an entry of the context menu. */
export function chosen(click: Click, tab?: TabClicked): Promise<void> {
  // The browser asks the person only within the click itself: before anything is fetched.
  const allowed = click.menuItemId === siteOn ? askFor(tab?.url) : undefined;
  return import('./menu').then(({ menu }) => menu.chosen(click, tab, allowed));
}

async function askFor(url: string | undefined): Promise<boolean> {
  const host = hostOf(url);
  return host !== undefined && browser.permissions.request({ origins: [pagesOf(host)] }).catch(() => false);
}
