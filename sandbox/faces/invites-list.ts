import type { Target } from '../browser/look.ts';
import type { Tab } from '../browser/tab.ts';
import type { Words } from './words.ts';

/** One invite of the list, as it is drawn. */
export interface InviteRow {
  readonly name: string;
  /** Verdict, members, code, as they stand beneath the name. */
  readonly facts: string;
  /** From 1. */
  readonly place: number;
  /** How many rows the list says it has. */
  readonly of: number;
}

/** The invites of a page, and what a person does with them. */
export interface InvitesList {
  /** The rows that are drawn; of a long list, those in view and a few more. */
  rows(): Promise<readonly InviteRow[]>;
  /** The first row that `fits`, as soon as there is one. */
  row(fits: (row: InviteRow) => boolean): Promise<InviteRow>;
  /** Looks inside one from its row, by its place; gives the row once it says something. */
  look(place: number): Promise<InviteRow>;
  /** Opens one, by its place. */
  open(place: number): Promise<void>;
  /** Begins to look inside all that are shown. */
  lookAll(): Promise<void>;
  /** Where looking inside all of them stands; nothing when it does not run. */
  progress(): Promise<{ readonly done: number; readonly of: number } | undefined>;
  /** Chooses what to show, by the word for it. */
  show(word: string): Promise<void>;
  /** Picks from the menu of what can be done with the whole list. */
  take(word: 'copyAllLinks' | 'copyShownLinks' | 'saveCsv' | 'saveJson'): Promise<void>;
}

export function invitesListIn(tab: Tab, words: Words): InvitesList {
  const rows = () => tab.evaluate(rowsInPage);
  const row = (fits: (row: InviteRow) => boolean) =>
    tab.until('a row', async () => (await rows()).find((one) => fits(one)));
  const inRow = (place: number): Target => `.invite-row[aria-posinset="${place}"]`;

  return {
    rows,
    row,
    async look(place) {
      const { name } = await row((one) => one.place === place);
      await tab.click({ role: 'button', name: words('lookInsideOne', name), inside: inRow(place) });
      await tab.waitFor(`.invite-row[aria-posinset="${place}"] .verdict`);
      return row((one) => one.place === place);
    },
    open: (place) => tab.click(`.invite-row[aria-posinset="${place}"] .invite-main`),
    lookAll: () => tab.click('.invites-list > .button.primary'),
    async progress() {
      const found = await tab.evaluate(progressInPage);
      return found ?? undefined;
    },
    async show(word) {
      const value = await tab.until('the choice', () => tab.evaluate(optionInPage, words(word)));
      await tab.evaluate(chooseInPage, value);
    },
    async take(word) {
      await tab.click('.list-tools [aria-haspopup=menu]');
      await tab.click({ role: 'menuitem', name: words(word) });
    },
  };
}

function rowsInPage(): InviteRow[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.invite-row'), (row) => ({
    name: row.querySelector('bdi')?.textContent ?? '',
    facts: row.querySelector<HTMLElement>('.facts')?.innerText ?? '',
    place: Number(row.getAttribute('aria-posinset')),
    of: Number(row.getAttribute('aria-setsize')),
  }));
}

function progressInPage(): { readonly done: number; readonly of: number } | null {
  const bar = document.querySelector<HTMLProgressElement>('.look-all progress');
  return bar && { done: bar.value, of: bar.max };
}

function optionInPage(word: string): string | undefined {
  const options = Array.from(document.querySelectorAll<HTMLOptionElement>('.list-tools option'));
  return options.find(({ text }) => text.startsWith(word))?.value;
}

// A menu that the browser draws outside the page cannot be clicked from here.
function chooseInPage(value: string): void {
  const select = document.querySelector<HTMLSelectElement>('.list-tools select');
  if (!select) throw new Error('There is nothing to choose from');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
