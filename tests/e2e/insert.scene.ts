import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { browserName, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

// Only Chromium lets a script stand in for the browser's own menu.
const scene = it.skipIf(browserName === 'firefox');

scene('inserts the link of a group used lately into whatever can be written in', async () => {
  const { on, page } = await usedOnce();
  const link = await on.linkInSandbox(group);
  for (const [target, before] of [
    ['#input', 'Join us: '],
    ['#textarea', 'Dear all,\n'],
  ] as const) {
    await atItsEnd(page, target);
    await chooseFromMenu(on, group);
    await page.until('the link', async () => (await page.value(target)) === `${before}${link}`);
  }
  await atItsEnd(page, '#editable');
  await chooseFromMenu(on, group);
  // A space at the end of a line is the browser's to keep or to drop.
  await page.until('the link', async () => new RegExp(`Write here:\\s?${link}`).test(await page.text('#editable')));
  expect(await signal(on)).toEqual({ badge: '', title: on.words('name') });
});

thorough('inserts the link it remembers while the gateway is away, and says that it could not check it', async () => {
  const { on, page } = await usedOnce();
  const link = await on.linkInSandbox(group);
  await on.browser.evaluateInBackground('{ const now = Date.now; Date.now = () => now() + 3_600_000 }');
  await on.order('drop');
  await atItsEnd(page, '#input');
  await chooseFromMenu(on, group);
  await page.until('the link', async () => (await page.value('#input')) === `Join us: ${link}`);
  await page.until('a sign', async () => (await signal(on)).badge === '!');
  const { title } = await signal(on);
  expect(title).toContain(group);
  expect(title).toContain('could not be checked');

  await on.calm();
  await chooseFromMenu(on, group);
  await page.until('no sign', async () => (await signal(on)).badge === '');
});

scene('writes nothing where nobody may write, and says so', async () => {
  const { on, page } = await usedOnce();
  await page.click('#readonly');
  await chooseFromMenu(on, group);
  await page.until('a sign', async () => (await signal(on)).badge === '!');
  const { title } = await signal(on);
  expect(title).toContain('was not inserted');
  expect(await page.value('#readonly')).toBe('not here');
});

thorough('offers the five groups used last, and no other', async () => {
  const { on } = await usedOnce();
  const popup = await on.popup();
  const used = ['Spring Workshop Lyon', 'Beta Testers', 'Just me', 'Coaching Circle Berlin', 'Black Friday Insiders'];
  for (const name of used) {
    await popup.choose(name);
    await popup.copy();
  }
  await popup.tab.until('the last one in the menu', () => isOffered(on, used.at(-1) ?? ''));
  for (const name of used) expect(await isOffered(on, name), name).toBe(true);
  expect(await isOffered(on, group)).toBe(false);
});

/** A group whose link was copied once, and a page to write in. */
async function usedOnce(): Promise<{ on: Stage; page: Tab }> {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  await popup.copy();
  await popup.tab.until('the group in the menu', () => isOffered(on, group));
  return { on, page: await on.page(`${on.url}/_sandbox/page`) };
}

async function atItsEnd(page: Tab, target: string): Promise<void> {
  await page.click(target);
  await page.press('Control+End');
}

const entry = (id: string) =>
  `'insert ' + (await chrome.storage.local.get('accounts')).accounts.value[0].id + ' ' + ${JSON.stringify(id)}`;
const page = "(await chrome.tabs.query({ url: '*://127.0.0.1/*' }))[0]";

/** Whether the menu has an entry for a group: Chromium says no to a change of one that is not there. */
async function isOffered(on: Stage, name: string): Promise<boolean> {
  const { id } = await on.groupInSandbox(name);
  return on.browser.evaluateInBackground(
    `(async () => chrome.contextMenus.update(${entry(id)}, {}).then(() => true, () => false))()`,
  );
}

/** What the browser tells the extension when somebody picks the entry of a group in the page's menu. */
async function chooseFromMenu(on: Stage, name: string): Promise<void> {
  const { id } = await on.groupInSandbox(name);
  await on.browser.evaluateInBackground(
    `(async () => chrome.contextMenus.onClicked.dispatch({ menuItemId: ${entry(id)}, frameId: 0 }, ${page}))()`,
  );
}

function signal(on: Stage): Promise<{ badge: string; title: string }> {
  return on.browser.evaluateInBackground(`(async () => {
    const tabId = ${page}.id;
    return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
  })()`);
}
