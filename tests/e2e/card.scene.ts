import { expect, it } from 'vitest';
import { card, type Target } from '../../sandbox/browser/look.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';
const button = (name: string): Target => ({ role: 'button', name, inside: card });

it('opens where the pointer rests, and sends nothing before a click', async () => {
  // A page that lets nothing be loaded, styled or run.
  const { on, page } = await watched('csp');
  const before = await outline(page);
  expect(before).not.toContain('<div');
  await page.hover('#first');
  await page.waitFor(card);
  expect(await page.text(card)).toContain(on.words('cardTitle'));
  expect(await page.evaluate(whatThePageSees)).toEqual({ attributes: ['popover'], root: null, text: '' });

  await page.evaluate(press, 50);
  await page.hover(button(on.words('lookInside')));
  expect(await on.requests()).toEqual([]);

  await page.click(button(on.words('lookInside')));
  await page.waitFor({ role: 'heading', name: group, inside: card });
  const seen = await page.text(card);
  for (const word of ['verdictLive', 'meansLive'] as const) expect(seen).toContain(on.words(word));
  expect(seen).toContain(on.words('seenThroughAccount', 'now'));
  expect((await on.requests()).map(({ verb }) => verb)).toEqual(['probe']);

  await page.hover('h1');
  await page.waitUntilGone(card);
  expect(await outline(page)).toBe(before);
});

alike('is worked with the keyboard: in from the link, and on behind it', async () => {
  const { page } = await watched('dark');
  await page.press('Tab');
  await page.waitFor(card);
  expect(await focused(page)).toBe('link-0');
  await page.press('Tab');
  await page.press('Enter');
  await page.waitFor({ role: 'heading', name: group, inside: card });
  // What had the focus is not needed any more: the card itself has it now, and leads back to the link.
  await page.press('Shift+Tab');
  expect(await focused(page)).toBe('link-0');
  expect(await page.count(card)).toBe(1);
  await page.press('Escape');
  await page.waitUntilGone(card);
  expect(await focused(page)).toBe('link-0');

  await page.press('Tab');
  await page.waitFor(card);
  expect(await focused(page)).toBe('link-1');
  for (const _ of ['look', 'join', 'copy', 'not here']) await page.press('Tab');
  expect(await focused(page)).toBe('');
  await page.press('Tab');
  expect(await focused(page)).toBe('link-2');
});

alike('asks for our own window when somebody wants to join, and leaves a site alone when it is told to', async () => {
  const { on, page } = await watched('dark');
  const { code } = await on.groupInSandbox(group);
  await page.hover('#link-0');
  await page.click(button(on.words('joinAsk')));
  await page.until('a word of it', async () => (await page.text(card)).includes(on.words('cardWindow')));
  await page.until('our window', async () => (await addresses(on)).includes(`#join-${code}`));
  expect((await on.requests()).filter(({ verb }) => verb === 'join')).toEqual([]);

  await page.click(button(on.words('cardMute')));
  expect(await page.text(card)).toContain(on.words('cardMuteWhat'));
  await page.click(button(on.words('cardMuteYes')));
  await page.waitUntilGone(card);
  await page.until('no count', async () => (await on.badge(page)).badge === '');
});

alike('says what is known and no more: retired only where somebody said so', async () => {
  const { on, page } = await watched('dark');
  await on.order('refusal', { verb: 'probe', word: 'gone' });
  await page.hover('#link-0');
  await page.click(button(on.words('lookInside')));
  await page.waitFor({ text: on.words('meansRetired'), inside: card });
  expect(await page.text(card)).toContain(on.words('verdictRetired'));
  expect(await page.attribute(button(on.words('joinAsk')), 'aria-disabled')).toBe('true');
  await page.press('Escape');
  await page.waitUntilGone(card);

  await on.calm();
  await on.order('500', { verb: 'probe' });
  await page.hover('#link-1');
  await page.click(button(on.words('lookInside')));
  await page.waitFor({ text: on.words('verdictUnknown'), inside: card });
  const said = await page.text(card);
  expect(said).toContain(on.words('troubleGatewayFailedNext'));
  expect(said).not.toContain(on.words('verdictRetired'));
});

it('stays itself, off the link and on top, whatever the page does', async () => {
  const { on, page } = await watched('dark');
  await page.evaluate(spoil);
  await page.hover('#link-1');
  await page.waitFor(card);
  const places = { card: await page.evaluate(boxOfCard), link: await page.evaluate(boxOf, '#link-1') };
  expect(Math.round(places.card.right - places.card.left)).toBe(300);
  expect(places.card.top >= places.link.bottom || places.card.bottom <= places.link.top).toBe(true);
  expect(places.card.left >= 0 && places.card.right <= (await page.evaluate<number>('innerWidth'))).toBe(true);

  await page.evaluate(cover);
  await page.click(button(on.words('lookInside')));
  await page.until('the heed', async () => (await page.text(card)).includes(on.words('cardCovered')));
  expect(await on.requests()).toEqual([]);

  await page.evaluate('document.querySelector("dialog").showModal()');
  await page.waitUntilGone(card);
});

/** A page of the sandbox with Latchkey watching, and an account to look through. */
async function watched(name: string): Promise<{ on: Stage; page: Tab }> {
  const on = await stage();
  await on.addAccount();
  await on.allowSites(['127.0.0.1']);
  const page = await on.page(on.pagesUrl(name));
  await page.until('the count', async () => Number((await on.badge(page)).badge) > 0);
  await on.forgetRequests();
  return { on, page };
}

const outline = (page: Tab) => page.evaluate<string>('document.documentElement.outerHTML');
const focused = (page: Tab) => page.evaluate<string>('document.activeElement.id');

function whatThePageSees(): { attributes: string[]; root: unknown; text: string } {
  const host = document.documentElement.lastElementChild as HTMLElement;
  return { attributes: host.getAttributeNames(), root: host.shadowRoot, text: host.innerText };
}

/** What a page can do to our element by itself. */
function press(times: number): void {
  const host = document.documentElement.lastElementChild as HTMLElement;
  const { left, bottom } = (document.querySelector('#first') as HTMLElement).getBoundingClientRect();
  const at = { bubbles: true, composed: true, cancelable: true, clientX: left + 40, clientY: bottom + 60 };
  for (let nth = 0; nth < times; nth += 1) {
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'])
      host.dispatchEvent(new PointerEvent(type, at));
    for (const key of ['Enter', ' ', 'Tab', 'Escape'])
      for (const type of ['keydown', 'keyup']) host.dispatchEvent(new KeyboardEvent(type, { ...at, key }));
    host.focus();
    host.click();
  }
}

/** A style that would have everything its own way, and a dialog to steal the top with. */
function spoil(): void {
  const style = document.createElement('style');
  style.textContent = `html { font-size: 40px; zoom: 1.5 }
div, [popover] { opacity: 0.1 !important; transform: scale(3) !important; display: none !important; filter: blur(9px) !important;
  position: static !important; transition: all 9s !important; pointer-events: none !important; zoom: 3 !important }
::backdrop { background: red !important }`;
  document.head.append(style);
  document.body.append(document.createElement('dialog'));
}

/** Lets presses through and hides what is below it from nobody but us. */
function cover(): void {
  document.documentElement.style.opacity = '0.01';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxOf(selector: string): Box {
  const { left, top, right, bottom } = (document.querySelector(selector) as Element).getBoundingClientRect();
  return { left, top, right, bottom };
}

/** Where a press would go to the card, as the page itself can find out. */
function boxOfCard(): Box {
  const host = document.documentElement.lastElementChild;
  const hits: { x: number; y: number }[] = [];
  const test = (x: number, y: number) => document.elementFromPoint(x, y) === host && hits.push({ x, y });
  for (let y = 0; y < innerHeight; y += 10) for (let x = 0; x < innerWidth; x += 10) test(x, y);
  const { x, y } = hits[Math.floor(hits.length / 2)] ?? { x: 0, y: 0 };
  for (let across = 0; across < innerWidth; across += 1) test(across, y);
  for (let down = 0; down < innerHeight; down += 1) test(x, down);
  const [columns, rows] = [hits.map((hit) => hit.x), hits.map((hit) => hit.y)];
  return {
    ...{ left: Math.min(...columns), right: Math.max(...columns) + 1 },
    ...{ top: Math.min(...rows), bottom: Math.max(...rows) + 1 },
  };
}

async function addresses(on: Stage): Promise<string> {
  return on.browser.evaluateInBackground(
    "chrome.tabs.query({}).then((tabs) => tabs.map(({ url, pendingUrl }) => url || pendingUrl).join(' '))",
  );
}
