import type { Browser } from '../browser/browser.ts';
import type { Target } from '../browser/look.ts';
import type { Tab } from '../browser/tab.ts';
import { type InvitesList, invitesListIn } from './invites-list.ts';
import type { Words } from './words.ts';

/** The shapes in the “Copy as” menu: what the button, the menu and the “done” say. */
const shapes = {
  link: ['copyLink', 'shapeLink', 'copied'],
  rich: ['copyRich', 'shapeRich', 'copied'],
  button: ['copyButton', 'shapeButton', 'copied'],
  source: ['copySource', 'shapeSource', 'copied'],
  markdown: ['copyMarkdown', 'shapeMarkdown', 'copied'],
  qr: ['copyQr', 'shapeQr', 'copied'],
  png: ['savePng', 'shapePng', 'saved'],
  svg: ['saveSvg', 'shapeSvg', 'saved'],
} as const;

export type Shape = keyof typeof shapes;

/** A row of the open list, as it is drawn. */
export interface Row {
  readonly name: string;
  /** From 1. */
  readonly place: number;
  /** How many rows the list says it has. */
  readonly of: number;
  readonly highlighted: boolean;
}

/** The popup, and what a person does with it. */
export interface Popup {
  readonly tab: Tab;
  /** Types into the search. */
  search(text: string): Promise<void>;
  /** Searches for a group by its name, picks it with a click and waits for its link. */
  choose(group: string): Promise<void>;
  /** The rows that are drawn; of a long list, those in view and a few more. */
  rows(): Promise<readonly Row[]>;
  /** The row that the keyboard is on, as soon as there is one that `fits`. */
  highlighted(fits?: (row: Row) => boolean): Promise<Row>;
  /** Shows the groups of one account alone, by what the switcher calls it. */
  showOnly(account: string): Promise<void>;
  /** Adds a group that no list has. */
  addGroup(id: string): Promise<void>;
  /** Looks behind a link that stands in the search; waits for the answer and gives the panel's words. */
  lookInside(link: string): Promise<string>;
  /** The link on the screen, as soon as there is one. */
  link(): Promise<string>;
  /** Waits until another link than this one stands there, and gives it. */
  linkAfter(old: string): Promise<string>;
  /** Clicks the primary button, which must give this shape, and waits until it says so. */
  copy(shape?: Shape): Promise<void>;
  /** Picks a shape from the menu and waits until it says so. */
  copyAs(shape: Shape): Promise<void>;
  /** Copies the link that came out of a retirement. */
  copyNew(): Promise<void>;
  /** Says what the last hand-out was for, and waits until that is kept. */
  label(text: string): Promise<void>;
  /** Ticks that the last hand-out is on paper, and waits until that is kept. */
  tickPrinted(): Promise<void>;
  /** The first step only: what will break, and where the link is, are on the screen then. Gives all of it. */
  beginRetiring(): Promise<string>;
  /** Types the group's name where a printed link asks for it. */
  typeName(name: string): Promise<void>;
  /** The second step; waits until it has ended, one way or another. */
  confirmRetiring(reason?: string): Promise<void>;
  /** Both steps. */
  retire(reason?: string): Promise<void>;
  /** Opens the list of the invites on the page, as soon as the popup tells of any. */
  invites(): Promise<InvitesList>;
  /** What the page says to people who cannot see it, and to those who can. */
  said(): Promise<string>;
}

/** As large as a browser lets a popup be here. */
export const popupSize = { width: 380, height: 580 };

/** Opens it in a tab of its own; `on` is the page that it is about, as if it had been opened from the toolbar there. */
export async function openPopup(browser: Browser, words: Words, on?: Tab): Promise<Popup> {
  await on?.clickInToolbar();
  const about = on ? `?tab=${await on.id()}` : '';
  const tab = await browser.open(browser.extensionUrl(`popup.html${about}`), popupSize);
  const button = (word: string): Target => ({ role: 'button', name: words(word) });
  const search: Target = { role: 'combobox', name: words('searchGroups') };
  const asking: Target = { role: 'alertdialog', name: words('retireTitle') };
  const link: Target = '.link[title^="https://chat.whatsapp.com/"]';
  const linkNow = () => tab.attribute(link, 'title');
  const rows = () => tab.evaluate(rowsInPage);

  const whatFor: Target = { role: 'textbox', name: words('whatFor') };
  const noted = () => tab.waitFor({ text: words('noted'), inside: '.what-for' });

  async function beginRetiring() {
    await tab.click(button('retireLink'));
    await tab.waitFor('.where-it-is:not(.skeleton)');
    return tab.text(asking);
  }

  async function confirmRetiring(reason?: string) {
    const why: Target = { role: 'textbox', name: words('retireReason'), inside: asking };
    if (reason !== undefined) await tab.fill(why, reason);
    await tab.click(button('retireNow'));
    await tab.waitUntilGone(asking, 30_000);
  }

  return {
    tab,
    search: (text) => tab.fill(search, text),
    async choose(group) {
      await tab.fill(search, group);
      await tab.click({ role: 'option', name: group, nth: 0 });
      await tab.waitFor({ role: 'heading', name: group });
      await tab.waitFor(link);
    },
    rows,
    highlighted: (fits = () => true) =>
      tab.until('a highlighted row', async () => (await rows()).find((row) => row.highlighted && fits(row))),
    async showOnly(account) {
      await tab.click('footer [aria-haspopup=menu]');
      await tab.click({ role: 'menuitem', name: account });
    },
    async addGroup(id) {
      await tab.click(button('addGroupTitle'));
      await tab.fill({ role: 'textbox', name: words('groupId') }, id);
      await tab.click({ role: 'button', name: words('addGroup'), inside: 'form' });
    },
    async lookInside(pasted) {
      await tab.fill(search, pasted);
      await tab.until('the pasted link', async () => pasted.includes((await linkNow())?.slice(-22) ?? 'none'));
      await tab.click(button('lookInside'));
      await tab.waitFor('main .verdict');
      return tab.text('main');
    },
    link: () => tab.until('a link', linkNow),
    linkAfter: (old) =>
      tab.until(`another link than ${old}`, async () => {
        const now = await linkNow();
        return now !== old && now;
      }),
    async copy(shape = 'link') {
      await tab.click(button(shapes[shape][0]));
      await tab.waitFor(button(shapes[shape][2]));
    },
    async copyAs(shape) {
      // What is said of the copy before must not be taken for this one's.
      await tab.waitUntilGone(button(shapes[shape][2]));
      await tab.click(button('copyAs'));
      await tab.click({ role: 'menuitem', name: words(shapes[shape][1]) });
      await tab.waitFor(button(shapes[shape][2]));
    },
    async copyNew() {
      await tab.click(button('copyNewLink'));
      await tab.waitFor(button('copied'));
    },
    async label(text) {
      await tab.fill(whatFor, text);
      await tab.press('Enter');
      await noted();
    },
    async tickPrinted() {
      await tab.click('.what-for input[type=checkbox]');
      await noted();
    },
    beginRetiring,
    typeName: (name) => tab.fill({ role: 'textbox', name: words('retireTypeName'), inside: asking }, name),
    confirmRetiring,
    async retire(reason) {
      await beginRetiring();
      await confirmRetiring(reason);
    },
    async invites() {
      const way = '.on-this-page:not(.to-look-at)';
      // It moves down when the group above it comes in.
      await tab.until('the list', async () => {
        if (await tab.count('.list-room:not([hidden]) .invites-list')) return true;
        if (await tab.count(way)) await tab.click(way);
        return false;
      });
      return invitesListIn(tab, words);
    },
    said: () => tab.text('[role=status][aria-live=polite]'),
  };
}

function rowsInPage(): Row[] {
  return Array.from(document.querySelectorAll('[role=option]'), (row) => ({
    name: row.querySelector('bdi')?.textContent ?? '',
    place: Number(row.getAttribute('aria-posinset')),
    of: Number(row.getAttribute('aria-setsize')),
    highlighted: row.ariaSelected === 'true',
  }));
}
