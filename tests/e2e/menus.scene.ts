import { expect } from 'vitest';
import { chooseInMenu } from './in-menu.ts';
import { alike, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const vip = 'article:nth-of-type(1) a';
const safe = '[originalsrc]';

alike('looks inside a link in the page where Latchkey is, else in a window of its own', async () => {
  const { on, code } = await withAccount();
  const page = await on.page(on.pagesUrl('mail'));
  await chooseInMenu(on, page, { target: safe, word: 'menuLook', id: 'look' });
  const seen = await page.until('the window', () => windowOf(on, 'look'));
  expect(seen).not.toBe(`look-${code}`);
  await closeWindows(on);

  await on.allowSites();
  await page.goto(on.pagesUrl('mail'));
  await page.until('the number on the button', async () => /\d/.test((await on.badge(page)).badge));
  await on.forgetRequests();
  await chooseInMenu(on, page, { target: vip, word: 'menuLook', id: 'look' });
  await page.until('a look', async () => (await verbs(on)).includes('probe'));
  expect(await windowOf(on)).toBeUndefined();
  expect(await verbs(on)).not.toContain('join');
});

alike('opens the window for a join and for the list, copies the clean link, and joins nothing', async () => {
  const { on, code } = await withAccount();
  const link = await on.linkInSandbox(group);
  const page = await on.page(on.pagesUrl('mail'));
  await page.evaluate(wrap, link);
  await chooseInMenu(on, page, { target: '#wrapped', word: 'menuCopy', id: 'copy' });
  await page.until('a sign', async () => (await on.badge(page)).title === on.words('menuCopied', link));
  expect((await on.clipboard()).text).toBe(link);
  expect(await windowOf(on)).toBeUndefined();
  expect(await verbs(on)).not.toContain('probe');

  await chooseInMenu(on, page, { target: 'h2', word: 'menuPage', id: 'page' });
  await page.until('the list', () => windowOf(on, 'tab'));
  await closeWindows(on);
  await chooseInMenu(on, page, { target: vip, word: 'menuJoin', id: 'join' });
  expect(await page.until('the window', () => windowOf(on, 'join'))).toBe(`join-${code}`);
  expect(await verbs(on)).not.toContain('join');
});

thorough('finds the invite in what is selected, written or behind a link, and says where there is none', async () => {
  const on = await stage();
  const { code } = await on.groupInSandbox(group);
  const page = await on.page(on.pagesUrl('mail'));
  for (const target of ['article:nth-of-type(1) div', 'article:nth-of-type(2) p + p']) {
    await page.evaluate(select, target);
    await chooseInMenu(on, page, { target, word: 'menuLookSelection', id: 'look-selection' });
    const seen = await page.until('the window', () => windowOf(on, 'look'));
    expect(seen === `look-${code}`).toBe(target.includes('(1)'));
    await closeWindows(on);
  }
  await page.evaluate(select, 'article h2');
  await chooseInMenu(on, page, { target: 'article h2', word: 'menuLookSelection', id: 'look-selection' });
  await page.until('a sign', async () => (await on.badge(page)).badge === '!');
  expect((await on.badge(page)).title).toBe(on.words('menuNoInvite'));
  expect(await windowOf(on)).toBeUndefined();
});

alike('reads the QR code of a picture, also of one that no page may read', async () => {
  const on = await stage();
  const { code } = await on.groupInSandbox(group);
  const page = await on.page(on.pagesUrl('qr'));
  for (const id of ['plain', 'small', 'in-a-photo', 'elsewhere']) {
    await page.evaluate(`document.getElementById('${id}').scrollIntoView({ block: 'center' })`);
    await chooseInMenu(on, page, { target: `#${id}`, word: 'menuImage', id: 'image' });
    expect(await page.until(`the code in ${id}`, () => windowOf(on, 'look'))).toBe(`look-${code}`);
    await closeWindows(on);
  }
});

async function withAccount(): Promise<{ on: Stage; code: string }> {
  const on = await stage();
  await on.addAccount();
  return { on, code: (await on.groupInSandbox(group)).code };
}

/** What an open window of ours is about, as it stands behind the `#`. */
function windowOf(on: Stage, about = ''): Promise<string | undefined> {
  return on.browser.evaluateInBackground(`chrome.tabs.query({}).then((tabs) => tabs
    .map(({ url = '' }) => /invite\\.html#(.*)/.exec(url)?.[1])
    .find((hash) => hash?.startsWith(${JSON.stringify(about)})))`);
}

async function closeWindows(on: Stage): Promise<void> {
  await on.browser.evaluateInBackground(`chrome.tabs.query({}).then((tabs) =>
    chrome.tabs.remove(tabs.filter(({ url = '' }) => url.includes('invite.html')).map(({ id }) => id)))`);
}

async function verbs(on: Stage): Promise<readonly (string | undefined)[]> {
  return (await on.requests()).map(({ verb }) => verb);
}

/** Runs in the page. */
function wrap(link: string): void {
  const anchor = document.createElement('a');
  anchor.id = 'wrapped';
  anchor.href = `https://www.google.com/url?q=${encodeURIComponent(`${link}?mode=ac_t`)}&sa=D`;
  anchor.textContent = 'Join here';
  document.querySelector('article')?.prepend(anchor);
}

/** Runs in the page. */
function select(target: string): void {
  const element = document.querySelector(target);
  if (element) getSelection()?.selectAllChildren(element);
}
