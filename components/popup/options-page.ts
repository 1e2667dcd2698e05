import { browser } from '../../utils/browser';
import { leave } from './place';

/** Opens a section of the options in a tab, `record/ID`, and leaves it the stage. */
export async function openOptionsAt(section: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}`) });
  leave();
}

/** Opens the options in a tab, and leaves them the stage. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  leave();
}
