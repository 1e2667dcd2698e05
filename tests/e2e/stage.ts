import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, it, onTestFinished } from 'vitest';
import type { Browser, BrowserName, Clipping, LaunchOptions } from '../../sandbox/browser/browser.ts';
import { canHide, hiddenDisplay } from '../../sandbox/browser/display.ts';
import { canType, type Keyboard, keyboardOn } from '../../sandbox/browser/keyboard.ts';
import { launch } from '../../sandbox/browser/launch.ts';
import { layMines } from '../../sandbox/browser/mines.ts';
import { type PolicyRoom, policyRoom } from '../../sandbox/browser/policy.ts';
import { copyOf } from '../../sandbox/browser/profile.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { ownCertificate } from '../../sandbox/certificate.ts';
import { type Desk, deskAt, type Known } from '../../sandbox/desk.ts';
import type { Holder } from '../../sandbox/dialect.ts';
import { draftFor, entryFor } from '../../sandbox/entries.ts';

export type { Entry, Options } from '../../sandbox/faces/options.ts';
export type { Popup } from '../../sandbox/faces/popup.ts';

import { type Entry, type Options, openOptions } from '../../sandbox/faces/options.ts';
import { openPopup, type Popup } from '../../sandbox/faces/popup.ts';
import { type Words, wordsOf } from '../../sandbox/faces/words.ts';
import type { Seen } from '../../sandbox/requests.ts';
import { type Sandbox, startSandbox } from '../../sandbox/serve.ts';
import { allowedSites, seeded } from './seeded.ts';

/** Which browser these scenes are played in. */
export const browserName: BrowserName = process.env.LATCHKEY_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/**
 * A scene about what no browser does in a way of its own: Firefox plays it only where everything is asked for, with
 * `LATCHKEY_ALL=1`. What touches pages, permissions, the clipboard, storage or the background's life is played in both.
 */
export const alike = it.skipIf(browserName === 'firefox' && !process.env.LATCHKEY_ALL);

/** A scene whose like is played already: only where everything is asked for. */
export const thorough = it.skipIf(!process.env.LATCHKEY_ALL);

export interface StageOptions extends Pick<LaunchOptions, 'dark' | 'profile'> {
  /** The catalogue that Latchkey speaks by, named as its folder: `ar`, `pt_BR`. The browser's own words may be others. */
  readonly language?: string;
  /** Whether the browser says yes when Latchkey asks for a host; where it does not, a dialog would wait for ever. */
  readonly grants?: boolean;
  /** A browser with a window, on a display that nobody sees. */
  readonly window?: boolean;
  /** Somebody has allowed notifications: a stand-in for the browser's own question, which nobody can answer from outside. */
  readonly notifies?: boolean;
  /** What an administrator has set in this browser, with the sandbox at `url`. */
  readonly policy?: (url: string) => object;
  /** The gateways are reached under their real addresses, as WhatsApp's public pages always are. */
  readonly production?: boolean;
  /** The browser trusts no certificate of ours, and calls hosts by no other address: as it comes. */
  readonly strict?: boolean;
}

/** A sandbox, a real browser with the built extension, and what can be done with them. */
export interface Stage extends Omit<Desk, 'group'> {
  readonly browser: Browser;
  /** Another policy, where the stage was set with one. */
  readonly setPolicy: PolicyRoom['set'];
  readonly words: Words;
  /** Address of the sandbox. */
  readonly url: string;
  /** The same over https, with a certificate that nobody has signed. */
  readonly secureUrl: string;
  /** The popup; `on` is the page it was opened from, which it may look at then. */
  popup(from?: { readonly on: Tab }): Promise<Popup>;
  options(): Promise<Options>;
  /** Any other page, in a tab that is photographed when the scene fails. */
  page(url: string): Promise<Tab>;
  /** Address of one of the sandbox's own pages, such as `directory`. */
  pagesUrl(name: string): string;
  /** Lets Latchkey look at every page, or at the pages of these hosts, as the options would. */
  allowSites(sites?: 'everywhere' | readonly string[]): Promise<void>;
  /** What the button in the toolbar shows while this tab is in front. */
  badge(tab: Tab): Promise<{ readonly badge: string; readonly title: string }>;
  /** Connects an account through the options page. */
  connectAccount(make?: string, holder?: Holder, name?: string): Promise<void>;
  /** The quick way to an account, for scenes about something else: the form's own question, without the form. */
  addAccount(make?: string, holder?: Holder, name?: string): Promise<void>;
  /** What one types in for such an account. */
  entry(make?: string, holder?: Holder): Entry;
  clipboard(): Promise<Clipping>;
  /** Keys for the browser itself. Only where there is a `window`. */
  readonly keyboard: Keyboard | undefined;
  /** The hosts that the browser lets the extension talk to, as match patterns. */
  allowedHosts(): Promise<readonly string[]>;
  groupInSandbox(name: string): Promise<Known>;
  /** The link that the sandbox itself would give for a group. */
  linkInSandbox(name: string): Promise<string>;
  /** What the gateways were asked to retire. */
  revocations(): Promise<readonly Seen[]>;
  /** Keeps a picture of the tab opened last. */
  shot(name: string): Promise<void>;
}

/** Whether `window` can be had here. */
export const canHaveWindow = canHide;
/** Whether a keyboard can be had with it. */
export const canHaveKeyboard = canHide && canType;

/** None of these is ever really called. */
const realHosts = ['api.wawp.net', 'api.wasend.dev', 'chat.whatsapp.com', 'pps.whatsapp.net'];
const builds: Readonly<Record<BrowserName, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** Sets the stage for the scene that is running, and clears it when that has ended. */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const { grants = true, ...house } = options;
  const isPlain = Object.keys(house).length === 0;
  const { sandbox, browser, keyboard, setPolicy, close } = isPlain ? await sharedHouse() : await openHouse(house);
  const tabs: Tab[] = [];
  onTestFinished(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    if (failed) await photograph(tabs, join('.sandbox/failed', browserName), task.name);
    if (failed || !isPlain) await close();
  });
  if (grants) await browser.grantHosts();
  const words = await wordsOf(builds[browserName], options.language);
  const server = options.production ? undefined : sandbox.url;
  return verbs({ browser, setPolicy, sandbox, keyboard, words, tabs, server });
}

/** Where a scene is played: a sandbox and a browser. */
interface House {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  readonly setPolicy: PolicyRoom['set'];
  readonly keyboard?: Keyboard | undefined;
  close(): Promise<void>;
}

let shared: House | undefined;
afterAll(() => shared?.close());

/** The house that the plain scenes of one file, or of one act, share, as new for each. One in which a scene has failed is not used again. */
async function sharedHouse(): Promise<House> {
  if (shared) {
    await fetch(`${shared.sandbox.url}/_sandbox/reset`, { method: 'POST' });
    await shared.browser.renew();
    return shared;
  }
  const house = await openHouse({});
  shared = {
    ...house,
    close: () => {
      shared = undefined;
      return house.close();
    },
  };
  return shared;
}

async function openHouse({
  production = false,
  window = false,
  strict = false,
  notifies = false,
  language,
  policy,
  ...looks
}: Omit<StageOptions, 'grants'>): Promise<House> {
  const papers = trusted(ownCertificate(realHosts));
  const sandbox = await startSandbox(production ? { tls: papers } : { secureDoor: papers });
  const display = window ? await hiddenDisplay() : undefined;
  const hosts = Object.fromEntries(realHosts.map((host) => [host, sandbox.securePort ?? sandbox.port]));
  const mines = process.env.LATCHKEY_KILL ? await layMines(builds[browserName]) : undefined;
  const notifying = notifies ? await withNotifications(builds[browserName]) : undefined;
  const speaking = language ? await speakingOnly(language, notifying ?? builds[browserName]) : undefined;
  // A folder of its own: no other browser on this machine has an extension of that name.
  const managed = policy ? await copyOf(speaking ?? builds[browserName]) : undefined;
  const room = managed ? await policyRoom(browserName, managed) : undefined;
  await room?.set(policy?.(sandbox.url));
  const extension = mines?.extension ?? managed ?? speaking ?? notifying ?? builds[browserName];
  const where = {
    extension,
    ...(!strict && { hosts }),
    headless: !window,
    display: display?.name,
    mines: mines?.desk,
    ...(room && { executable: room.executable }),
  };
  const lang = language?.replace('_', '-');
  const browser = await launch(browserName, { ...where, ...looks, ...(lang && { lang }) });
  if (browserName === 'chromium') mines?.arm(browser.stopBackground);
  return {
    sandbox,
    browser,
    keyboard: display && keyboardOn(display.name),
    async setPolicy(...wanted) {
      if (!room) throw new Error('This stage was set without a policy');
      await room.set(...wanted);
    },
    async close() {
      await browser.close();
      await mines?.clear();
      await room?.clear();
      for (const copy of [notifying, speaking, managed]) if (copy) await rm(copy, { recursive: true, force: true });
      await display?.close();
      await sandbox.close();
    },
  };
}

/** The same extension, in which a permission that is to be asked for is there from the start. */
async function withNotifications(build: string): Promise<string> {
  const folder = await copyOf(build);
  const file = join(folder, 'manifest.json');
  const { permissions, optional_permissions: optional, ...rest } = JSON.parse(await readFile(file, 'utf8'));
  const others = optional.filter((name: string) => name !== 'notifications');
  const allowed = { permissions: [...permissions, 'notifications'], optional_permissions: others };
  await writeFile(file, JSON.stringify({ ...rest, ...allowed }));
  return folder;
}

/**
 * The same extension with one catalogue, which speaks English where it has no words of its own, as in the browser: a
 * browser speaks only those languages that it was installed with, our pages speak any.
 */
async function speakingOnly(language: string, build: string): Promise<string> {
  const folder = await copyOf(build);
  const [english, own] = await Promise.all(['en', language].map((name) => catalogueIn(folder, name)));
  await rm(join(folder, '_locales'), { recursive: true });
  await mkdir(join(folder, '_locales', language), { recursive: true });
  await writeFile(join(folder, '_locales', language, 'messages.json'), JSON.stringify({ ...english, ...own }));
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, default_locale: language }));
  return folder;
}

async function catalogueIn(folder: string, language: string): Promise<object> {
  return JSON.parse(await readFile(join(folder, '_locales', language, 'messages.json'), 'utf8'));
}

interface Set {
  readonly browser: Browser;
  readonly setPolicy: PolicyRoom['set'];
  readonly sandbox: Sandbox;
  readonly keyboard: Keyboard | undefined;
  readonly words: Words;
  readonly tabs: Tab[];
  readonly server: string | undefined;
}

function verbs({ browser, setPolicy, sandbox, keyboard, words, tabs, server }: Set): Stage {
  const { group, ...desk } = deskAt(sandbox.url);

  async function kept<F extends { readonly tab: Tab }>(opening: Promise<F>): Promise<F> {
    const face = await opening;
    tabs.push(face.tab);
    return face;
  }

  const options = () => kept(openOptions(browser, words));
  const entry = (make: string = 'wawp', holder: Holder = 'demo') => entryFor(make, holder, server);

  return {
    ...desk,
    browser,
    setPolicy,
    keyboard,
    words,
    url: sandbox.url,
    secureUrl: `https://127.0.0.1:${sandbox.securePort ?? sandbox.port}`,
    popup: (from) => kept(openPopup(browser, words, from?.on)),
    options,
    page: async (url) => (await kept(browser.open(url).then((tab) => ({ tab })))).tab,
    pagesUrl: (name) => `${sandbox.url}/_sandbox/pages/${name}`,
    allowSites: (sites = 'everywhere') => allowedSites(browser, sites),
    async badge(tab) {
      const tabId = await tab.id();
      return browser.evaluateInBackground(badgeOf, tabId);
    },
    entry,
    addAccount: (make = 'wawp', holder = 'demo', name = make) =>
      seeded(browser, { ...draftFor(make, holder, sandbox.url), name }),
    async connectAccount(make, holder, name) {
      const { tab, connect } = await options();
      await connect({ ...entry(make, holder), name });
      await tab.close();
      tabs.pop();
    },
    clipboard: () => browser.readClipboard(),
    async allowedHosts() {
      const ask = 'chrome.permissions.getAll().then(({ origins }) => origins)';
      return browser.evaluateInBackground<readonly string[]>(ask);
    },
    groupInSandbox: group,
    linkInSandbox: async (name) => `https://chat.whatsapp.com/${(await group(name)).code}`,
    revocations: async () => (await desk.requests()).filter(({ verb }) => verb === 'revoke'),
    shot: (name) => photograph(tabs.slice(-1), join('.sandbox/pictures', browserName), name),
  };
}

async function badgeOf(tabId: number): Promise<{ readonly badge: string; readonly title: string }> {
  const { action } = Reflect.get(globalThis, 'chrome');
  return { badge: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
}

async function photograph(tabs: readonly Tab[], folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [nth, tab] of tabs.entries()) {
    const file = `${name.replace(/[^\p{L}\d]+/gu, '-')}${nth ? `-${nth}` : ''}.png`;
    // A tab that has closed itself cannot be photographed, and need not be.
    await tab.screenshot(join(folder, file)).catch(() => undefined);
  }
}

/** Lets this process talk to its own sandbox over https. */
function trusted<T extends { readonly cert: string }>(certificate: T): T {
  setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
  return certificate;
}
