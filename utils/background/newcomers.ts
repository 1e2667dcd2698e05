import { browser } from '../browser';

/** Opens the welcome page, once: at the first installation. An update opens nothing; the popup has a line about it. */
export async function welcome({ reason, previousVersion }: Installed): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  if (reason === 'update') await (await import('./news')).updated(previousVersion);
}

interface Installed {
  readonly reason: string;
  readonly previousVersion?: string | undefined;
}
