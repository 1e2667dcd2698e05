import type { Browser } from '../browser/browser.ts';
import type { Target } from '../browser/look.ts';
import type { Tab } from '../browser/tab.ts';
import type { Words } from './words.ts';

/** An account as somebody would type it in. */
export interface Entry {
  /** As the choice of gateways says it. */
  readonly makeLabel: string;
  readonly name?: string;
  /** Typed where it stands, for some makes under “Advanced”; left alone when not given. */
  readonly server?: string;
  /** Text by the word on its field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A step of the connection test, in the words on the screen. */
export interface Check {
  readonly step: string;
  readonly outcome: string;
  /** Why it failed, and what to do. */
  readonly why?: string;
}

/** The options page, and what a person does with it. */
export interface Options {
  readonly tab: Tab;
  /** Opens the form for one more account and fills it. */
  enter(entry: Entry): Promise<void>;
  /** Puts a text into the box for whatever one has, and lets it be read. */
  paste(text: string): Promise<void>;
  /** Takes the address that the failed test suggests; waits as `save` does. */
  useBetter(address: string): Promise<string>;
  /** Saves what was entered, waits for the connection test or for what keeps it from running; gives the page's words. */
  save(): Promise<string>;
  /** Both, insisting that the account works. */
  connect(entry: Entry): Promise<void>;
  /** The steps of the connection test that is on the screen, once it has ended. */
  checks(): Promise<readonly Check[]>;
  /** Opens the form of an account, by its name. */
  change(name: string): Promise<void>;
  /** What stands at a field that is wrong, by the word on the field. */
  faultAt(word: string): Promise<string>;
  /** Types into fields of the form, by the words on them. */
  type(fields: Readonly<Record<string, string>>): Promise<void>;
  /** Goes to the list of accounts and gives their names. */
  names(): Promise<readonly string[]>;
  /** Removes an account, by its name. */
  remove(name: string): Promise<void>;
  /** Goes to a section, by its word. */
  show(section: string): Promise<void>;
  /** Picks one of several, by its word. */
  pick(word: string): Promise<void>;
  /** Switches something on or off, by its word. */
  turn(word: string): Promise<void>;
  /** Adds a site to the list that the word names. */
  addSite(word: 'siteAddOn' | 'siteAddOff', site: string): Promise<void>;
}

export async function openOptions(browser: Browser, words: Words): Promise<Options> {
  const tab = await browser.open(browser.extensionUrl('options.html'));
  const button = (word: string): Target => ({ role: 'button', name: words(word) });
  const field = (word: string): Target => ({ role: 'textbox', name: words(word) });

  const cardOf = (name: string): Target => ({ role: 'listitem', name, nth: 0 });
  const showAccounts = () => tab.click({ role: 'link', name: words('sectionAccounts') });

  async function type(fields: Readonly<Record<string, string>>) {
    for (const [word, text] of Object.entries(fields)) await tab.fill(field(word), text);
  }

  async function enter({ makeLabel, name, server, fields }: Entry) {
    await showAccounts();
    await tab.click({ role: 'link', name: words('addAccount') });
    await tab.click({ role: 'radio', name: makeLabel });
    await tab.waitFor(field('accountName'));
    await type({ ...(name && { accountName: name }), ...fields });
    if (!server) return;
    if ((await tab.count(field('fieldServer'))) === 0) await tab.click(button('advanced'));
    await tab.fill(field('fieldServer'), server);
  }

  async function save(wanted: Target = button('saveAndTest')) {
    await tab.click(wanted);
    const ends: readonly Target[] = [
      ...['[role=alert]', '[aria-invalid=true]'],
      ...['checkDone', 'hostRefusedNext'].map((word) => ({ text: words(word) })),
    ];
    const some = async () => (await Promise.all(ends.map(tab.count))).some((count) => count > 0);
    await tab.until('the end of the test', some, 60_000);
    return tab.text('main');
  }

  return {
    tab,
    enter,
    async paste(text) {
      await tab.fill(field('pasteAccountTitle'), text);
      await tab.press('Enter');
    },
    useBetter: (address) => save({ role: 'button', name: words('useAddress', address) }),
    save: () => save(),
    async connect(entry) {
      await enter(entry);
      const said = await save();
      if (!said.includes(words('checkReadyNext'))) throw new Error(`Not connected:\n${said}`);
    },
    async checks() {
      await tab.waitFor({ text: words('checkDone') });
      return tab.evaluate(checksInPage);
    },
    async change(name) {
      await showAccounts();
      await tab.click({ role: 'link', name: words('change'), inside: cardOf(name) });
    },
    async faultAt(word) {
      const described = await tab.attribute(field(word), 'aria-describedby');
      const error = described?.split(' ').find((id) => id.endsWith('-error'));
      return tab.text(`[id="${error}"]`);
    },
    type,
    async names() {
      await showAccounts();
      await tab.waitFor('.account h2');
      return tab.evaluate(namesInPage);
    },
    async remove(name) {
      await showAccounts();
      const card = cardOf(name);
      await tab.click({ role: 'button', name: words('accountRemove'), inside: card });
      await tab.click(button('accountRemoveYes'));
      await tab.waitUntilGone(card);
    },
    show: (section) => tab.click({ role: 'link', name: words(section) }),
    pick: (word) => tab.click({ role: 'radio', name: words(word) }),
    turn: (word) => tab.click({ role: 'checkbox', name: words(word) }),
    async addSite(word, site) {
      await tab.fill(field(word), site);
      await tab.press('Enter');
    },
  };
}

function checksInPage(): Check[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.check'), (row) => {
    const [step = '', outcome = '', why] = Array.from(row.querySelectorAll<HTMLElement>(':scope > :not(svg)'), (part) =>
      part.innerText.trim(),
    );
    return { step, outcome, ...(why !== undefined && { why }) };
  });
}

function namesInPage(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.account h2'), ({ innerText }) => innerText);
}
