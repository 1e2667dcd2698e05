import { encodeQR } from 'qr';
import { expect, it } from 'vitest';
import { type InviteWindow, openInviteWindow } from '../../sandbox/faces/invite.ts';
import { alike, type Stage, stage, thorough } from './stage.ts';

const garden = 'Garden Swap Toulouse';
const tasting = 'Private Tasting';
const button = '.stand-actions > .primary';

alike('shows once more what one would join, joins it, takes it back, greets once, and keeps its pace', async () => {
  const on = await ready();
  const first = await joining(on, garden);
  const words = await first.seen();
  const { code } = await on.groupInSandbox(garden);
  for (const said of [garden, 'Seeds, cuttings and advice.', `chat.whatsapp.com/${code}`])
    expect(words).toContain(said);
  expect(await joins(on)).toBe(0);
  await first.greet('Hello from a scene');
  await first.join('joinedIn');
  expect((await on.groupInSandbox(garden)).roles.demo).toBe('participant');
  await first.undo();
  expect((await on.groupInSandbox(garden)).roles.demo).toBeUndefined();
  await first.tab.waitForText(on.words('greetingCalledOff'));

  const second = await joining(on, garden);
  await second.greet('Hello again');
  await second.join('joinedIn');
  expect(await sent(on)).toEqual([]);
  await later(on, 31_000);
  await second.tab.waitForText(on.words('greetingSent'));
  expect(await sent(on)).toEqual(['Hello again']);

  await later(on, -31_000);
  const third = await joining(on, tasting);
  await third.tab.waitForText(on.words('troubleTooSoon'));
  expect(await third.tab.evaluate(asked, await startOf(on, tasting))).toMatchObject({ trouble: { kind: 'too-soon' } });
  expect(await joins(on)).toBe(2);
  expect(await sent(on)).toEqual(['Hello again']);
});

thorough('says what became of it: asked, full, removed, retired since the look, in it already', async () => {
  const on = await ready();
  await change(on, { joinsPerMinute: 5 });
  await (await joining(on, tasting)).join('joinAsked');
  expect((await on.groupInSandbox(tasting)).pending).toEqual(['demo']);
  await (await joining(on, 'Full House Poker')).join('troubleFull');
  await (await joining(on, 'Chess at Noon')).join('troubleRemoved');
  const late = await joining(on, garden);
  await late.armed();
  await on.happen({ act: 'revoke', group: garden });
  await late.join('troubleLinkRetired');
  expect(await joins(on)).toBe(4);

  const own = await joining(on, 'Newsletter Readers');
  await own.tab.waitForText(on.words('joinAlreadyIn'));
  expect(await joins(on)).toBe(4);
});

thorough('stops an account that WhatsApp calls too eager, and says until when', async () => {
  const on = await ready();
  await on.order('refusal', { verb: 'join', word: 'rate-overlimit' });
  const first = await joining(on, garden);
  await first.join('troubleTooManyJoins');
  await first.tab.waitForText(on.words('joinStopped'));
  await on.calm();
  const again = await joining(on, tasting);
  await again.seen();
  await again.tab.waitForText(on.words('joinAgainOn'));
  await again.tab.click(button);
  expect(await joins(on)).toBe(1);
});

alike('can be pressed by nobody before it has been seen for a while, nor outside the list without a yes', async () => {
  const on = await ready();
  await change(on, { joinOnly: ['VIP Launch List', tasting.toUpperCase()] });
  const outside = await joining(on, garden);
  await outside.tab.waitForText(on.words('joinOutside'));
  await outside.tab.click(button);
  await outside.tab.press('Enter');
  expect(await outside.tab.attribute(button, 'aria-disabled')).toBe('true');
  await outside.tick('joinOutsideTick');
  await outside.join('joinedIn');

  const listed = await joining(on, tasting);
  expect(await listed.seen()).not.toContain(on.words('joinOutside'));
  for (let times = 0; times < 3; times++) await listed.tab.click(button);
  await listed.tab.press('Enter');
  expect(await joins(on)).toBe(1);
  await listed.armed();
  expect(await joins(on)).toBe(1);
});

it('asks WhatsApp once, though the background is stopped in the middle', async () => {
  const on = await ready();
  const window = await sending(on);
  await on.browser.stopBackground();
  await window.tab.waitForText(on.words('joinUnderWay'));
  await later(on, 61_000);
  await window.tab.waitForText(on.words('joinedIn'));
  expect(await joins(on)).toBe(1);
});

thorough('asks WhatsApp once, though the browser is killed in the middle', async () => {
  const on = await ready();
  await sending(on);
  await on.browser.kill();
  await on.browser.restart();
  // So soon after it was given, a permission may not have reached the disk.
  await on.browser.grantHosts();
  await on.allowSites(['127.0.0.1']);
  const again = await joining(on, garden);
  await again.tab.waitForText(on.words('joinUnderWay'));
  await later(on, 61_000);
  await again.tab.waitForText(on.words('joinedIn'));
  expect(await joins(on)).toBe(1);
});

thorough('opens one window, however often a page wishes for it, and joins nothing by that', async () => {
  const on = await ready();
  const page = await on.page(`${on.url}/_sandbox/page`);
  const { code } = await on.groupInSandbox(garden);
  await flooded(on, code);
  await page.until('a window', async () => (await windows(on)).length === 1);
  await flooded(on, code);
  expect(await windows(on)).toEqual([`invite.html#join-${code}`]);
  expect(await joins(on)).toBe(0);
});

thorough('never asks a second time while nobody knows how the first ended', async () => {
  const on = await ready();
  await on.order('502', { verb: 'join', times: 1 });
  const window = await joining(on, garden);
  await window.join('joinUnknown');
  await window.tab.click({ role: 'button', name: on.words('joinAnew') });
  await window.join('troubleTooSoon');
  expect(await joins(on)).toBe(1);
  await on.happen({ act: 'role', group: garden, role: 'participant' });
  await window.join('joinedIn');
  expect(await joins(on)).toBe(1);
});

thorough('offers each invite in the QR code of a picture, and says where there is none', async () => {
  const on = await ready();
  const codes = [(await on.groupInSandbox(garden)).code, (await on.groupInSandbox(tasting)).code];
  const gif = encodeQR(codes.map((code) => `https://chat.whatsapp.com/${code}?mode=x`).join(' '), 'gif', { scale: 4 });
  const urls = [blank, `data:image/gif;base64,${Buffer.from(gif).toString('base64')}`];
  await on.browser.evaluateInBackground(keepPicture, { id: 'several', urls });
  const { tab } = await openInviteWindow(on.browser, on.words, 'image-several');
  for (const code of codes) await tab.waitForText(code);
  await tab.click({ role: 'button', name: on.words('lookInside'), nth: 0 });
  await tab.waitForText(garden);
  await on.browser.evaluateInBackground(keepPicture, { id: 'none', urls: [blank] });
  const none = await openInviteWindow(on.browser, on.words, 'image-none');
  await none.tab.waitForText(on.words('troubleNoQr'));
});

const blank = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function keepPicture(value: object): Promise<void> {
  return Reflect.get(globalThis, 'chrome').storage.session.set({ picture: { version: 1, value } });
}

async function ready(): Promise<Stage> {
  const on = await stage();
  await on.addAccount();
  return on;
}

async function joining(on: Stage, group: string): Promise<InviteWindow> {
  const { code } = await on.groupInSandbox(group);
  return openInviteWindow(on.browser, on.words, `join-${code}`);
}

/** A join whose answer takes its time. */
async function sending(on: Stage): Promise<InviteWindow> {
  await on.order('slow', { verb: 'join', ms: 4000, times: 1 });
  const window = await joining(on, garden);
  await window.armed();
  await window.tab.click(button);
  await window.tab.until('the request', async () => (await joins(on)) === 1);
  return window;
}

async function joins(on: Stage): Promise<number> {
  return (await on.requests()).filter(({ verb }) => verb === 'join').length;
}

/** What was written to groups. */
async function sent(on: Stage): Promise<readonly string[]> {
  const all = (await (await fetch(`${on.url}/_sandbox/sent`)).json()) as { readonly text: string }[];
  return all.map(({ text }) => text);
}

/** The question behind the button, as a page of ours might ask it too early. */
async function startOf(on: Stage, group: string): Promise<object> {
  const { code } = await on.groupInSandbox(group);
  const account = await on.browser.evaluateInBackground<string>(
    "chrome.storage.local.get('accounts').then(({ accounts }) => accounts.value[0].id)",
  );
  return { question: 'join.start', asked: { code, account, greeting: '' } };
}

/** Puts the background's clock on. */
async function later(on: Stage, ms: number): Promise<void> {
  await on.browser.evaluateInBackground(putOn, ms);
}

function putOn(ms: number): void {
  // Firefox runs this in a room of its own beside the page, with another clock on the wall.
  const page: { Date: typeof Date; wrappedJSObject?: { Date: typeof Date } } =
    Reflect.get(globalThis, 'window') ?? globalThis;
  const { Date: clock } = page.wrappedJSObject ?? page;
  const now = clock.now;
  clock.now = () => now() + ms;
}

async function change(on: Stage, patch: object): Promise<void> {
  const page = await on.browser.open(on.browser.extensionUrl('welcome.html'));
  await page.evaluate(asked, { question: 'setting.change', asked: patch });
  await page.close();
}

function asked(message: object): Promise<unknown> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

/** What a script of ours in a page could do at worst: wish, and wish again. */
async function flooded(on: Stage, code: string): Promise<void> {
  await on.browser.evaluateInBackground(`(async () => {
    const [{ id: tabId }] = await chrome.tabs.query({ url: '*://127.0.0.1/*' });
    const wish = (asked) => {
      for (let times = 0; times < 200; times++) chrome.runtime.sendMessage({ question: 'link.wish', asked });
    };
    await chrome.scripting.executeScript({ target: { tabId }, func: wish, args: [${JSON.stringify(code)}] });
  })()`);
}

/** The small windows that are open, by what they show. */
function windows(on: Stage): Promise<readonly string[]> {
  return on.browser.evaluateInBackground(`(async () => {
    const all = await chrome.windows.getAll({ populate: true, windowTypes: ['popup'] });
    const page = chrome.runtime.getURL('');
    return all.flatMap(({ tabs }) => tabs.map(({ url = '' }) => url.replace(page, '')));
  })()`);
}
