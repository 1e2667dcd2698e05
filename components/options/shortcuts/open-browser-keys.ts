import { browser } from '../../../utils/browser';

/** Opens the browser's own page for the keys of extensions. No page may link to it. */
export async function openBrowserKeys(): Promise<void> {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  // Firefox alone has it.
  if (typeof open === 'function') await open();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
