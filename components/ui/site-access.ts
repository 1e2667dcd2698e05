import { browser } from '../../utils/browser';

/** Every page there is, as match patterns go. */
export const everyPage = '*://*/*';

/** All pages of one site. */
export function pagesOf(host: string): string {
  return `*://${host}/*`;
}

/**
 * Asks the browser to let us read pages. Must be called in the click or key itself, before anything is awaited: browsers
 * ask for nothing otherwise.
 */
export async function askPages(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] }).catch(() => false);
}

export function mayReadPages(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Gives the access back to the browser. */
export async function giveBackPages(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
