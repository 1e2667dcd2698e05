import { expect } from 'vitest';
import { card } from '../../sandbox/browser/look.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { openInviteWindow } from '../../sandbox/faces/invite.ts';
import { bareCode } from '../../utils/invite-link';
import { inviteCode } from '../../utils/invites-in/codes';
import { alike, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
/** Links of the demo's that are the same for everybody. */
const garden = 'LatchkeyDemoGardenSwap';
const past = 'LatchkeyDemoGardenPast';
const poker = 'LatchkeyDemoPokerNight';
const ofDemo = /^https:\/\/chat\.whatsapp\.com\/LatchkeyDemo[A-Za-z0-9]{10}$/;
const mark = '.demo-mark';

alike('opens with one click, does everything there is, and sends nothing anywhere', async () => {
  // Every host is allowed: what is not asked is not asked of its own accord.
  const on = await stage();
  await countCalls(on);
  const welcome = await opened(on);
  const popup = await on.popup();
  await popup.choose(group);
  const link = await popup.link();
  expect(link).toMatch(ofDemo);
  await labelled(on, popup.tab);
  expect(await popup.tab.count('main a[href*="whatsapp"]')).toBe(0);
  await popup.copy();
  expect((await on.clipboard()).text).toBe(link);
  expect(await popup.said()).toContain(on.words('demo'));
  await popup.copyAs('qr');
  expect(await popup.beginRetiring()).toContain(on.words('demoRetire'));
  await popup.confirmRetiring();
  const next = await popup.linkAfter(link);
  expect(next).toMatch(ofDemo);
  await popup.search(link);
  await popup.tab.waitFor('main .verdict.retired');
  expect(await popup.lookInside(url(garden))).toContain('Garden Swap Toulouse');
  await labelled(on, popup.tab);

  const window = await openInviteWindow(on.browser, on.words, `join-${garden}`);
  expect(await window.seen()).toContain(on.words('demoLink'));
  await window.join('joinedIn');
  expect(await window.tab.text('main')).toContain(on.words('demoLink'));
  await window.undo();

  const { tab } = await on.page(on.browser.extensionUrl('options.html#record')).then((tab) => ({ tab }));
  for (const section of ['record', 'hand-outs']) {
    await tab.evaluate(`location.hash = '${section}'`);
    await tab.waitFor({ text: on.words('demo'), inside: 'tbody' });
    expect(await tab.count(`tbody ${mark}`)).toBe(await tab.count('tbody tr'));
  }
  await inPage(on);
  for (const one of [welcome, popup.tab, window.tab, tab]) expect(await strangersTo(one)).toEqual([]);
  expect(await on.requests()).toEqual([]);
  expect(await callsMade(on)).toEqual([]);

  // Real links are another matter: here one would have seen a request.
  await popup.lookInside(await on.linkInSandbox(group));
  expect((await on.requests()).map(({ verb }) => verb)).toContain('page');
  expect((await callsMade(on)).length).toBeGreaterThan(0);
});

thorough('asks nobody about its links once it is closed, and keeps its lines in the record labelled', async () => {
  const on = await stage();
  await opened(on);
  const popup = await on.popup();
  await popup.choose(group);
  await popup.copy();
  const link = await popup.link();
  const { tab } = await on.options();
  await tab.click({ role: 'button', name: on.words('accountRemove') });
  await tab.waitForText(on.words('demoRemoveWhat'));
  await tab.click({ role: 'button', name: on.words('accountRemoveYes') });
  await tab.waitForText(on.words('accountsEmpty'));
  expect(await tab.evaluate<string>("chrome.storage.local.get('inside').then(JSON.stringify)")).not.toContain(group);

  await on.addAccount();
  for (const code of [inviteCode(link), garden, past]) {
    const window = await openInviteWindow(on.browser, on.words, `look-${code}`);
    expect(await window.seen()).toContain(on.words('verdictUnknown'));
    await window.tab.waitForText(on.words('demoClosed'));
    await window.tab.close();
  }
  expect(await on.requests()).toEqual([]);
  await tab.evaluate("location.hash = 'hand-outs'");
  await tab.waitFor({ text: on.words('demo'), inside: 'tbody' });
});

thorough('stays beside a real account: neither is asked about the other’s links', async () => {
  const on = await stage();
  await on.addAccount();
  await opened(on);
  const popup = await on.popup();
  const looks = async () => (await on.requests()).filter(({ verb }) => verb === 'probe' || verb === 'page');
  await popup.lookInside(url(garden));
  expect(await looks()).toEqual([]);
  await popup.lookInside(await on.linkInSandbox(group));
  expect((await looks()).map(({ verb }) => verb)).toContain('probe');
  expect(JSON.stringify(await on.requests())).not.toContain('LatchkeyDemo');
  await popup.search('Launch');
  const rows = await popup.tab.until('both', async () => (await popup.rows()).length >= 2 && popup.rows());
  expect(rows.filter(({ name }) => name === group)).toHaveLength(2);
  expect(await popup.tab.count(`[role=option] ${mark}`)).toBe(1);
});

alike('is offered in the popup’s first steps and in the options, each time with one click', async () => {
  const on = await stage({ grants: false });
  const popup = await on.popup();
  await popup.tab.click({ role: 'button', name: on.words('demoOpen') });
  await popup.choose(group);
  await labelled(on, popup.tab);
  const { tab } = await on.options();
  await tab.waitForText(on.words('demoIsOpen'));
  await tab.click({ role: 'link', name: on.words('addAccount') });
  await tab.click({ role: 'radio', name: 'Demo' });
  await tab.click({ role: 'button', name: on.words('demoOpen') });
  await tab.waitForText(on.words('demoIsOpen'));
  expect(await tab.count('li.account')).toBe(1);
  expect(await on.allowedHosts()).toEqual([]);
});

const url = (code: string) => `https://chat.whatsapp.com/${bareCode(code)}`;

async function opened(on: Stage): Promise<Tab> {
  const welcome = await on.page(on.browser.extensionUrl('welcome.html'));
  await welcome.click({ role: 'button', name: on.words('demoOpen') });
  await welcome.waitForText(on.words('demoIsOpenWhat'));
  return welcome;
}

async function labelled(on: Stage, tab: Tab): Promise<void> {
  await tab.waitForText(on.words('demoLink'));
  expect(await tab.text('body')).toContain(on.words('demo'));
}

/** Somebody has put one of the demo's links on a page. */
async function inPage(on: Stage): Promise<void> {
  await on.allowSites();
  const page = await on.page(on.pagesUrl('plain'));
  await page.evaluate(planted, url(poker));
  await page.until('the number of invites', async () => (await on.badge(page)).badge === '1');
  await page.hover('#planted');
  await page.waitFor(card);
  expect(await page.text(card)).toContain(on.words('demoLink'));
  await page.click({ role: 'button', name: on.words('lookInside'), inside: card });
  await page.waitFor({ role: 'heading', name: 'Full House Poker', inside: card });
  await page.close();
}

function planted(href: string): void {
  const link = document.createElement('a');
  Object.assign(link, { id: 'planted', href, textContent: href });
  document.body.prepend(link);
}

/** Counts, from now on, what the background asks of anybody. */
async function countCalls({ browser }: Stage): Promise<void> {
  await browser.evaluateInBackground(() => {
    const own = Reflect.get(self, 'wrappedJSObject') ?? self;
    const calls: string[] = [];
    const real = own.fetch.bind(own);
    own.callsMade = () => calls.join('\n');
    own.fetch = (...asked: readonly unknown[]) => {
      calls.push(String(asked[0]));
      return real(...asked);
    };
  });
}

async function callsMade({ browser }: Stage): Promise<string[]> {
  const calls = await browser.evaluateInBackground<string>(() => {
    const own = Reflect.get(self, 'wrappedJSObject') ?? self;
    return own.callsMade();
  });
  return calls.split('\n').filter(Boolean);
}

/** What a page of ours has fetched from anybody but ourselves. */
function strangersTo(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.startsWith(`${location.origin}/`) && !/^(?:blob|data):/.test(name)),
  );
}
