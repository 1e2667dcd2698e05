import { browser } from '../browser';

/**
 * Shuts content scripts out of what lies in extension storage. Chromium can; in Firefox they can always read the local
 * area, and nothing lies there that is of use without the key in IndexedDB.
 */
export function trustedContextsOnly(): void {
  for (const area of [browser.storage.local, browser.storage.session]) {
    const narrow: unknown = Reflect.get(area, 'setAccessLevel');
    if (typeof narrow !== 'function') continue;
    Promise.resolve(narrow.call(area, { accessLevel: 'TRUSTED_CONTEXTS' })).catch(() => undefined);
  }
}
