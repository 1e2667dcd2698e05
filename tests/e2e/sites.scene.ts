import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, type Stage, stage, thorough } from './stage.ts';

const page = 'dark';
const count = '4';

it('looks at the pages that were chosen, open ones at once, and at no other', async () => {
  const on = await stage();
  const here = await on.page(on.pagesUrl(page));
  const elsewhere = await on.page(on.pagesUrl(page).replace('127.0.0.1', 'localhost'));
  // The host of a gateway is allowed, but nobody chose to look at its pages.
  await on.addAccount();
  expect(await watching(on, here)).toBe(false);

  await on.allowSites(['localhost']);
  await shows(on, elsewhere, count);
  expect(await watching(on, here)).toBe(false);

  await on.allowSites();
  await shows(on, here, count);
  const later = await on.page(on.pagesUrl('csp'));
  await shows(on, later, '2');

  await change(on, { off: ['127.0.0.1'] });
  await shows(on, here, '');
  await shows(on, later, '');
  expect(await marks(here)).toBe(0);
  expect(await watching(on, here)).toBe(false);
  await shows(on, elsewhere, count);
  const after = await on.page(on.pagesUrl(page));
  const again = await on.page(on.pagesUrl(page).replace('127.0.0.1', 'localhost'));
  await shows(on, again, count);
  expect(await watching(on, after)).toBe(false);

  await change(on, { everywhere: false, on: [], off: [] });
  await shows(on, again, '');
  expect(await marks(elsewhere)).toBe(0);
});

alike('is switched off for a site from within a page of it', async () => {
  const on = await stage();
  await on.allowSites();
  const tab = await on.page(on.pagesUrl(page));
  await shows(on, tab, count);
  await fromPage(on, tab, 'page.mute');
  await shows(on, tab, '');
  expect(await marks(tab)).toBe(0);
  const after = await on.page(on.pagesUrl(page));
  expect(await view(on, after)).toMatchObject({ host: '127.0.0.1', watch: 'off' });
});

thorough('shows how many invites there are as long as that is wanted, and says it in words all the same', async () => {
  const on = await stage();
  await on.allowSites();
  const tab = await on.page(on.pagesUrl(page));
  await shows(on, tab, count);
  await ask(on, 'setting.change', { badge: false });
  await shows(on, tab, '');
  expect((await on.badge(tab)).title).toContain(count);
  expect(await marks(tab)).toBe(Number(count));
  await ask(on, 'setting.change', { badge: true });
  await shows(on, tab, count);
});

alike(
  'lists the invites of a page that it does not watch when the popup is opened there, and marks nothing',
  async () => {
    const on = await stage({ grants: false });
    const tab = await on.page(on.pagesUrl('frames/same'));
    expect(await view(on, tab)).toEqual({ watch: 'never', codes: [] });
    await tab.clickInToolbar();
    const { codes, ...rest } = await view(on, tab);
    expect(rest).toEqual({ host: '127.0.0.1', watch: 'not-asked' });
    expect(codes).toHaveLength(1);
    expect(await marks(tab)).toBe(0);
    expect(await watching(on, tab)).toBe(false);
  },
);

alike('goes on in open pages after an update, and leaves nothing behind of what was there before', async () => {
  const on = await stage();
  await on.allowSites();
  const tab = await on.page(on.pagesUrl(page));
  await shows(on, tab, count);
  await on.browser.updateExtension();
  await tab.until('the new one', async () => (await codesOn(on, tab)).length === Number(count), 30_000);
  expect(await marks(tab)).toBe(Number(count));
  await tab.evaluate("document.querySelector('#link-0').remove()");
  await shows(on, tab, '3');
  expect(await marks(tab)).toBe(3);
});

async function shows(on: Stage, tab: Tab, badge: string): Promise<void> {
  await tab.until(`the badge “${badge}”`, async () => (await on.badge(tab)).badge === badge);
}

const marks = (tab: Tab) => tab.evaluate<number>('CSS.highlights.get("latchkey")?.size ?? 0');

/** What the script in a page has found. */
async function codesOn(on: Stage, tab: Tab): Promise<readonly string[]> {
  return on.browser.evaluateInBackground(codesIn, await tab.id());
}

async function codesIn(tabId: number): Promise<readonly string[]> {
  const { scripting } = Reflect.get(globalThis, 'chrome');
  const func = () => Reflect.get(globalThis, Symbol.for('latchkey'))?.codes ?? [];
  const [frame] = await scripting.executeScript({ target: { tabId }, func });
  return frame.result;
}

async function watching(on: Stage, tab: Tab): Promise<boolean> {
  return on.browser.evaluateInBackground(isWatching, await tab.id());
}

async function isWatching(tabId: number): Promise<boolean> {
  const { scripting } = Reflect.get(globalThis, 'chrome');
  const func = () => Reflect.get(globalThis, Symbol.for('latchkey'))?.watching === true;
  const [frame] = await scripting.executeScript({ target: { tabId }, func }).catch(() => []);
  return frame?.result === true;
}

/** Puts a question as one of our own pages would. */
async function ask<R>(on: Stage, question: string, asked: unknown): Promise<R> {
  const tab = await on.page(on.browser.extensionUrl('manifest.json'));
  const { answer } = await tab.evaluate<{ answer: R }, object>(
    (message) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(message),
    { question, asked },
  );
  await tab.close();
  return answer;
}

const change = (on: Stage, patch: object) => ask(on, 'site.change', patch);

async function view(on: Stage, tab: Tab): Promise<{ host?: string; watch: string; codes: readonly string[] }> {
  return ask(on, 'page.invites', await tab.id());
}

/** Puts a question as a script of ours in the page would. */
async function fromPage(on: Stage, tab: Tab, question: string): Promise<void> {
  await on.browser.evaluateInBackground(askInPage, { tabId: await tab.id(), question });
}

async function askInPage({ tabId, question }: { tabId: number; question: string }): Promise<void> {
  const { scripting } = Reflect.get(globalThis, 'chrome');
  const func = (asked: string) => Reflect.get(globalThis, 'chrome').runtime.sendMessage({ question: asked });
  await scripting.executeScript({ target: { tabId }, func, args: [question] });
}
