import { browser } from '../browser';
import { eraseAll } from '../store/erasing';
import { forgottenKey } from './beginning-anew';
import { menu } from './menu';

/** Long enough for the answer to reach whoever asked. */
const calmMs = 100;

/**
 * Forgets everything and begins anew, as if just installed. What could still be done is called off first, so that nothing
 * pending happens any more; at the end the browser ends this background, with all that it has in memory.
 */
export async function everything(): Promise<void> {
  await calledOff();
  await permissionsGivenBack();
  await eraseAll();
  await browser.storage.local.set({ [forgottenKey]: Date.now() });
  await menu.draw().catch(() => undefined);
  setTimeout(() => browser.runtime.reload(), calmMs);
}

async function calledOff(): Promise<void> {
  await browser.alarms.clearAll();
  await browser.scripting.unregisterContentScripts().catch(() => undefined);
  await browser.contextMenus.removeAll();
  const shown: object = (await browser.notifications?.getAll().catch(() => undefined)) ?? {};
  for (const id of Object.keys(shown)) await browser.notifications.clear(id).catch(() => undefined);
  await browser.action.setBadgeText({ text: '' });
}

/** What was asked for after the installation; what came with it cannot be given back. */
async function permissionsGivenBack(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const { permissions: own = [] } = browser.runtime.getManifest();
  const asked = permissions.filter((one) => !own.some((name) => name === one));
  for (const origin of origins) await browser.permissions.remove({ origins: [origin] }).catch(() => undefined);
  for (const one of asked) await browser.permissions.remove({ permissions: [one] }).catch(() => undefined);
}
