import type { Tab } from '../../sandbox/browser/tab.ts';
import type { Stage } from './stage.ts';

/** An entry of the context menu, and what is right-clicked. */
export interface Choice {
  /** A selector. */
  readonly target: string;
  /** The entry's word in the catalogue. */
  readonly word: string;
  /** The entry's id, as the browser tells the extension. */
  readonly id: string;
}

/** Right-clicks and chooses. In Firefox by its own menu; for Chromium's, which nobody can see, the browser's part is played. */
export async function chooseInMenu(on: Stage, page: Tab, { target, word, id }: Choice): Promise<void> {
  if (on.browser.name === 'firefox') {
    await page.rightClick(target);
    const entries = await page.entriesInMenu(on.words(word));
    if (!entries.includes(on.words(word))) throw new Error(`The menu has no “${on.words(word)}”, but ${entries}`);
    return;
  }
  // A true click lets the extension look at the page; the toolbar gives the same.
  await page.clickInToolbar();
  const told = { ...(await page.evaluate(clickedOn, target)), menuItemId: id, frameId: 0 };
  const tabId = await page.id();
  await on.browser.evaluateInBackground(
    `(async () => void chrome.contextMenus.onClicked.dispatch(${JSON.stringify(told)}, await chrome.tabs.get(${tabId})))()`,
  );
}

/** Whether the menu has this entry there. Chromium says no to a change of one that is not there at all. */
export async function isInMenu(on: Stage, page: Tab, { target, word, id }: Choice): Promise<boolean> {
  if (on.browser.name === 'firefox') {
    await page.rightClick(target);
    return (await page.entriesInMenu()).includes(on.words(word));
  }
  return on.browser.evaluateInBackground(
    `chrome.contextMenus.update(${JSON.stringify(id)}, {}).then(() => true, () => false)`,
  );
}

/** Runs in the page. */
function clickedOn(target: string): object {
  const element = document.querySelector(target);
  const link = element?.closest('a');
  const selected = getSelection()?.toString();
  return {
    ...(link && { linkUrl: link.href }),
    ...(element instanceof HTMLImageElement && { srcUrl: element.currentSrc }),
    ...(selected && { selectionText: selected }),
  };
}
