import { browser } from '../browser';

/** Opens the welcome page, once: at the first installation, never at an update. */
export async function welcome({ reason }: { readonly reason: string }): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
