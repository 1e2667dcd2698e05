import { type Browser, browser } from '../browser';
import type { MenuEntry } from '../model/settings';

/** One line of the context menu. Titles are the catalogue's, or made inert by `menuTitle`. */
export type Entry = Pick<
  Browser.contextMenus.CreateProperties,
  'parentId' | 'contexts' | 'targetUrlPatterns' | 'documentUrlPatterns'
> & {
  readonly id: string;
  readonly title: string;
};

/** What the browser says of a click on an entry. */
export interface Click {
  readonly menuItemId: number | string;
  readonly frameId?: number | undefined;
  readonly linkUrl?: string | undefined;
  readonly srcUrl?: string | undefined;
  readonly selectionText?: string | undefined;
}

export interface TabClicked {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
}

/** The frame that was clicked in, in the form that `executeScript` takes. */
export interface Place {
  readonly tabId: number;
  readonly frameIds: number[];
  readonly windowId: number | undefined;
  /** Address of the page in the tab, where the browser tells. */
  readonly url: string | undefined;
  /** What the person answered to a wish that only the click itself may bring before them. */
  readonly allowed?: Promise<boolean> | undefined;
}

/** The entries about one thing, and what each does. */
export interface MenuTopic {
  /** Those that are to be shown; `off` are switched off. */
  entries(off: ReadonlySet<MenuEntry>): Promise<readonly Entry[]>;
  owns(id: string): boolean;
  chosen(click: Click, place: Place): Promise<void>;
}

/** The whole context menu, of its topics in order. `off` gives the entries that are switched off. */
export function contextMenu(topics: readonly MenuTopic[], off: () => Promise<readonly MenuEntry[]>) {
  let drawing = Promise.resolve();

  async function redraw(): Promise<void> {
    const without = new Set(await off());
    const entries = await Promise.all(topics.map((topic) => topic.entries(without)));
    await browser.contextMenus.removeAll();
    for (const entry of entries.flat()) browser.contextMenus.create(entry);
  }

  return {
    /** Draws the menu anew. Drawings wait for one another: two at once would create entries twice. */
    draw(): Promise<void> {
      drawing = drawing.then(redraw, redraw);
      return drawing;
    },

    /** Does what the chosen entry says. */
    async chosen(click: Click, tab?: TabClicked, allowed?: Promise<boolean>): Promise<void> {
      const topic = topics.find(({ owns }) => owns(String(click.menuItemId)));
      if (!topic || tab?.id === undefined) return;
      const { id: tabId, windowId, url } = tab;
      await topic.chosen(click, { tabId, frameIds: [click.frameId ?? 0], windowId, url, ...(allowed && { allowed }) });
    },
  };
}
