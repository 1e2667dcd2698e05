import { card } from '../browser/look.ts';
import type { Tab } from '../browser/tab.ts';
import { openInviteWindow } from '../faces/invite.ts';
import { openOptions } from '../faces/options.ts';
import { openPopup } from '../faces/popup.ts';
import type { Stand } from './set.ts';

/** Takes one picture of what it is named for, into this file. */
type Shot = (stand: Stand, file: string) => Promise<void>;

const optionsWidth = 1000;

/** One picture per job. */
export const shots: Readonly<Record<string, Shot>> = {
  welcome: async ({ browser }, file) => {
    const tab = await browser.open(browser.extensionUrl('welcome.html'), { width: 900, height: 800 });
    await taken(tab, 'main', file);
  },
  'add-account': async ({ browser, words }, file) => {
    const { tab } = await openOptions(browser, words);
    await tab.click({ role: 'link', name: words('addAccount') });
    await tab.waitFor({ role: 'radio', name: 'WAHA' });
    await tab.click({ role: 'radio', name: 'WAHA' });
    await pageTaken(tab, file);
  },
  popup: async (stand, file) => {
    const { tab } = await popupOn(stand);
    await popupTaken(tab, file);
  },
  'copy-as': async (stand, file) => {
    const { tab } = await popupOn(stand);
    await tab.click({ role: 'button', name: stand.words('copyAs') });
    await tab.waitFor({ role: 'menuitem' });
    await settled();
    await tab.screenshot(file);
  },
  retire: async (stand, file) => {
    const popup = await popupOn(stand);
    await popup.beginRetiring();
    await popupTaken(popup.tab, file);
  },
  card: async (stand, file) => {
    const tab = await openLetter(stand);
    await lookInCard(tab, stand);
    await tab.screenshot(file);
  },
  'on-this-page': async (stand, file) => {
    const { browser, words } = stand;
    const page = await openLetter(stand);
    const popup = await openPopup(browser, words, page);
    const list = await popup.invites();
    await list.row(({ place }) => place === 2);
    await popupTaken(popup.tab, file);
  },
  join: async ({ browser, words, desk, cast }, file) => {
    const { code } = await desk.group(cast.others[0]);
    const { tab, seen, armed } = await openInviteWindow(browser, words, `join-${code}`);
    await seen();
    await armed();
    await tab.screenshot(file);
  },
  'over-time': (stand, file) => sectionTaken(stand, 'sectionOverTime', file),
  record: (stand, file) => sectionTaken(stand, 'sectionRecord', file),
  'hand-outs': (stand, file) => sectionTaken(stand, 'sectionHandOuts', file),
  campaigns: async (stand, file) => {
    const { words } = stand;
    const { tab, show } = await openOptions(stand.browser, words);
    await show('sectionCampaigns');
    await tab.click({ role: 'link', name: words('campaignReport') });
    await tab.waitFor('.report');
    await pageTaken(tab, file);
  },
  'groups-in-a-row': (stand, file) => sectionTaken(stand, 'sectionCells', file),
  'join-queue': async (stand, file) => {
    await queued(stand);
    await sectionTaken(stand, 'sectionJoining', file, '.join-many');
  },
  pages: (stand, file) => sectionTaken(stand, 'sectionPages', file),
  backup: (stand, file) => sectionTaken(stand, 'sectionPrivacy', file),
  // It leaves a line in the record: last.
  copied: async (stand, file) => {
    const popup = await popupOn(stand);
    await popup.copyAs('button');
    await popupTaken(popup.tab, file);
  },
};

async function popupOn({ browser, words, cast }: Stand) {
  const popup = await openPopup(browser, words);
  await popup.choose(cast.groups[0]);
  await popup.tab.until('a drawn QR code', async () => (await popup.tab.attribute('svg.qr path', 'd')) !== '');
  return popup;
}

async function queued({ ask, account, desk, cast }: Stand): Promise<void> {
  const codes = await Promise.all(cast.others.map(async (name) => (await desk.group(name)).code));
  // So that they are called by their names.
  for (const code of codes) await ask('link.probe', { code });
  await ask('queue.add', { account, codes });
}

async function sectionTaken({ browser, words }: Stand, section: string, file: string, part?: string): Promise<void> {
  const { tab, show } = await openOptions(browser, words);
  await show(section);
  await tab.until('no skeleton', async () => (await tab.count('main .skeleton')) === 0);
  await settled();
  if (part) await tab.evaluate(`document.querySelector('${part}')?.scrollIntoView()`);
  await pageTaken(tab, file);
}

const letters = 'https://letters.studio.example/';

/** A letter with two invites in it. */
async function openLetter({ browser, cast, desk }: Stand): Promise<Tab> {
  const links = await Promise.all([cast.groups[0], cast.others[0]].map(async (name) => (await desk.group(name)).code));
  await browser.context.unroute(`${letters}**`);
  await browser.context.route(`${letters}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: letter(cast.letter, links) }),
  );
  const tab = await browser.open(letters, { width: 580, height: 630 });
  await tab.waitForText(cast.letter[1]);
  await settled();
  return tab;
}

/** The card beside the second, which is somebody else's. */
async function lookInCard(tab: Tab, { words }: Stand): Promise<void> {
  await tab.hover({ selector: 'a', nth: 1 });
  await tab.waitFor(card);
  await tab.click({ role: 'button', name: words('lookInside'), inside: card });
  await tab.waitFor({ selector: '.verdict', inside: card });
  await settled();
}

function letter([title, hello, first, second, name]: Stand['cast']['letter'], codes: readonly string[]): string {
  const [one, two] = codes.map((code) => `https://chat.whatsapp.com/${code}`);
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><style>
body { font: 17px/1.6 system-ui, sans-serif; margin: 0; background: light-dark(#fff, #1c2423); color-scheme: light dark }
main { max-width: 620px; margin: 28px auto; padding: 0 24px } h1 { font-size: 26px } a { color: light-dark(#1a4fa3, #9cc3ff) }
</style><main dir="auto"><h1>${title}</h1><p>${hello}<p>${first}<br><a href="${one}">${one}</a>
<p>${second}<br><a href="${two}">${two}</a><p>${name}</main>`;
}

const settled = () => new Promise((go) => setTimeout(go, 700));

/** The popup no higher than it is. */
async function popupTaken(tab: Tab, file: string): Promise<void> {
  await settled();
  const height = await tab.evaluate(() => document.querySelector('.popup')?.getBoundingClientRect().bottom ?? 580);
  await tab.resize({ width: 380, height: Math.ceil(height) });
  await tab.screenshot(file);
}

/** An options page, as a window shows it. */
async function pageTaken(tab: Tab, file: string): Promise<void> {
  await tab.resize({ width: optionsWidth, height: 720 });
  await settled();
  await tab.screenshot(file);
}

/** A page down to the end of this part of it. */
async function taken(tab: Tab, part: string, file: string): Promise<void> {
  await settled();
  const size = await tab.evaluate(
    (of) => ({
      width: innerWidth,
      height: Math.ceil((document.querySelector(of)?.getBoundingClientRect().bottom ?? 600) + 24),
    }),
    part,
  );
  await tab.resize(size);
  await tab.screenshot(file);
}
