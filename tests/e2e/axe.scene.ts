import { expect, it } from 'vitest';
import { card } from '../../sandbox/browser/look.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { newest, wrongsInCard, wrongsOn } from './axe.ts';
import { chosen, lastSaved, watchSaving } from './saving.ts';
import { answered } from './seeded.ts';
import { browserName, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';

/** What each screen is, is the same in both browsers; only Chromium's driver changes colours and reads past a policy. */
const scene = it.skipIf(browserName === 'firefox');

/** What is wrong, by screen. */
type Found = Record<string, readonly string[]>;

scene(
  'keeps nobody out of the popup and the side panel, in light and in dark',
  async () => {
    const { on, look, wrong } = await looking();
    await beforeAnything(on, look);
    await on.addAccount();
    await inPopup(on, look);
    expect(wrong()).toEqual({});
  },
  240_000,
);

scene(
  'keeps nobody out of the options, the window and the card, in light and in dark',
  async () => {
    const { on, look, found, wrong } = await looking();
    await on.addAccount();
    await inOptions(on, look);
    await inWindow(on, look);
    found.card = await inCard(on);
    expect(wrong()).toEqual({});
  },
  240_000,
);

async function looking() {
  const on = await stage();
  const found: Found = {};
  const look = async (screen: string) => {
    found[screen] = await wrongsOn(newest(on));
  };
  const wrong = () => Object.fromEntries(Object.entries(found).filter(([, wrongs]) => wrongs.length > 0));
  return { on, look, found, wrong };
}

type Look = (screen: string) => Promise<void>;

async function beforeAnything(on: Stage, look: Look): Promise<void> {
  const popup = await on.popup();
  await popup.tab.waitFor('h1, h2');
  await look('first run');
  await popup.tab.close();
  const welcome = await on.page(on.browser.extensionUrl('welcome.html'));
  await welcome.waitFor('h1');
  await look('welcome');
  await welcome.close();
}

async function inPopup(on: Stage, look: Look): Promise<void> {
  const popup = await on.popup();
  const { tab } = popup;
  await popup.choose(group);
  await look('panel');
  await popup.copy();
  await tab.waitFor('.what-for');
  await look('copied');
  await popup.search('e');
  await popup.highlighted();
  await look('list');
  await popup.search('nothing is called so');
  await look('nothing found');
  await tab.press('Escape');
  await tab.click({ role: 'button', name: on.words('copyAs') });
  await tab.waitFor({ role: 'menuitem' });
  await look('copy menu');
  await tab.press('Escape');
  await tab.click({ role: 'button', name: on.words('history') });
  await look('history');
  await tab.click({ role: 'button', name: on.words('addGroupTitle') });
  await tab.waitFor('form');
  await look('adding a group');
  await tab.close();
  await retiring(on, look);
  await listing(on, look);
}

async function retiring(on: Stage, look: Look): Promise<void> {
  const popup = await on.popup();
  await popup.choose(group);
  await popup.beginRetiring();
  await look('retiring');
  await popup.confirmRetiring();
  await look('retired');
  await on.order('drop');
  await popup.tab.click({ role: 'button', name: on.words('refreshGroups') });
  await popup.tab.waitFor('.roll-trouble');
  await look('trouble');
  const isLost = () => popup.tab.evaluate('document.activeElement === document.body');
  expect(await isLost(), 'after asking for the list').toBe(false);
  await on.calm();
  await popup.tab.click({ role: 'button', name: on.words('tryAgain') });
  await popup.tab.waitUntilGone('.roll-trouble');
  expect(await isLost(), 'after trying again').toBe(false);
  await popup.tab.close();
}

async function listing(on: Stage, look: Look): Promise<void> {
  await on.allowSites();
  const page = await on.page(on.pagesUrl('mail'));
  const popup = await on.popup({ on: page });
  await popup.invites();
  await look('invites on this page');
  await popup.tab.close();
  await page.close();
  const side = await on.page(on.browser.extensionUrl('sidepanel.html'));
  await side.resize({ width: 640, height: 700 });
  await side.waitFor({ role: 'heading', name: group });
  await look('side panel');
  expect(await side.evaluate('document.querySelector(".popup").offsetWidth')).toBe(640);
  await side.resize({ width: 320, height: 700 });
  expect(await side.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await side.close();
}

async function inOptions(on: Stage, look: Look): Promise<void> {
  const { tab } = await on.options();
  for (const section of await sections(tab)) {
    await tab.goto(on.browser.extensionUrl(`options.html#${section}`));
    await tab.waitFor('h1');
    await look(`options: ${section}`);
  }
  await tab.goto(on.browser.extensionUrl('options.html#privacy'));
  await tab.evaluate(watchSaving);
  await tab.click({ role: 'button', name: on.words('backupSave') });
  const { bytes } = await tab.until('the file', () => lastSaved(tab));
  await tab.evaluate(chosen, Buffer.from(bytes, 'base64').toString('utf8'));
  await tab.waitForText(on.words('backupPlan'));
  await look('options: what a backup would change');
  await answered(tab, 'vault.protect', { old: '', next: 'seven umbrellas in the hall' });
  await answered(tab, 'vault.lock');
  await tab.close();
  const { tab: popup } = await on.popup();
  await popup.waitFor('.unlock');
  await look('locked');
  await popup.close();
}

async function inWindow(on: Stage, look: Look): Promise<void> {
  const { code } = await on.groupInSandbox('Beta Testers');
  for (const hash of [`look-${code}`, `join-${code}`, `copy-${code}`, 'image-none', 'tab-1']) {
    const window = await on.page(on.browser.extensionUrl(`invite.html#${hash}`));
    await window.waitFor('h1, h2');
    await window.until('rest', async () => (await window.count('[aria-busy=true]')) === 0);
    await look(`window: ${hash.split('-')[0]}`);
    await window.close();
  }
}

async function inCard(on: Stage): Promise<readonly string[]> {
  await on.allowSites();
  const page: Tab = await on.page(on.pagesUrl('dark'));
  await page.until('the number', async () => /\d/.test((await on.badge(page)).badge));
  await page.press('Tab');
  await page.waitFor(card);
  return wrongsInCard(newest(on), page);
}

function sections(tab: Tab): Promise<readonly string[]> {
  return tab.until('the sections', () =>
    tab.evaluate<string[] | false>(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href^="#"]')];
      return links.length > 0 && links.map(({ hash }) => hash.slice(1));
    }),
  );
}
