import type { Browser } from '../browser/browser.ts';
import type { Target } from '../browser/look.ts';
import type { Tab } from '../browser/tab.ts';
import type { Words } from './words.ts';

/** The small window of an invite, and what a person does with it. */
export interface InviteWindow {
  readonly tab: Tab;
  /** Waits until the question stands there, with what was seen, and gives its words. */
  seen(): Promise<string>;
  /** Waits until the button can be pressed. */
  armed(): Promise<void>;
  /** Presses Join as soon as that can be done, and waits until this word stands there. */
  join(until: string): Promise<void>;
  /** Ticks a box, by its word. */
  tick(word: string): Promise<void>;
  greet(text: string): Promise<void>;
  /** Leaves the group again, within the thirty seconds, and waits until that is done. */
  undo(): Promise<void>;
}

/** About as large as the window itself. */
export const windowSize = { width: 400, height: 620 };

export async function openInviteWindow(
  browser: Browser,
  words: Words,
  hash: string,
  size = windowSize,
): Promise<InviteWindow> {
  const tab = await browser.open(browser.extensionUrl(`invite.html#${hash}`), size);
  const primary = '.stand-actions > .primary';
  const button = (word: string): Target => ({ role: 'button', name: words(word) });
  const armed = () => tab.waitFor(`${primary}[aria-disabled=false]`);
  return {
    tab,
    async seen() {
      await tab.waitFor('.sight');
      return tab.text('main');
    },
    armed,
    async join(until) {
      await armed();
      await tab.click(primary);
      await tab.waitForText(words(until));
    },
    tick: (word) => tab.click({ role: 'checkbox', name: words(word) }),
    greet: (text) => tab.fill('textarea', text),
    async undo() {
      await tab.click(button('joinUndo'));
      await tab.waitForText(words('joinLeft'));
    },
  };
}
