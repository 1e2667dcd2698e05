import { expect } from 'vitest';
import { card } from '../../sandbox/browser/look.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, type Stage, stage } from './stage.ts';

const lure = 'Garden Swap Toulouse';

alike('lets no page look inside, join or open a window, whatever it fakes, and a person still look', async () => {
  const { on, windows } = await ready();
  const wild = await on.page(on.pagesUrl('hostile'));
  await played(wild);
  await wild.close();

  const page = await on.page(on.pagesUrl('hostile?calm'));
  await cardOpened(page);
  await page.evaluate("hostile.start('fake', 'focus', 'cover', 'fade', 'shout', 'flood')");
  await played(page);
  await page.evaluate('hostile.stop()');
  expect(await page.evaluate('hostile.caught')).toEqual([]);
  expect(await asked(on)).toEqual([]);
  expect(await windowsOf(on)).toEqual(windows);

  // The link leads elsewhere from the moment of the press on: what stood on the card is what is asked for.
  await page.press('Escape');
  await cardOpened(page);
  await page.evaluate("hostile.start('swap')");
  await page.click({ role: 'button', name: on.words('lookInside'), inside: card });
  await page.until('the group', async () => (await page.text(card)).includes(lure));
  const probes = JSON.stringify(await asked(on));
  expect(probes).toContain((await on.groupInSandbox(lure)).code);
  expect(probes).not.toContain((await on.groupInSandbox('Full House Poker')).code);
  expect(probes).not.toContain('"join"');
  expect(await windowsOf(on)).toEqual(windows);
});

/** There is an account, and every page may be looked at. */
async function ready(): Promise<{ readonly on: Stage; readonly windows: unknown }> {
  const on = await stage();
  await on.addAccount();
  await on.allowSites();
  await on.forgetRequests();
  return { on, windows: await windowsOf(on) };
}

/** Waits until the page has played its tricks a good many times. */
async function played(page: Tab): Promise<void> {
  const rounds = () => page.evaluate<number>('hostile.rounds');
  const before = await rounds();
  await page.until('the tricks', async () => (await rounds()) > before + 150, 60_000);
}

/** Points at the lure until the card is there: what is being found anew has no card for a moment. */
async function cardOpened(page: Tab): Promise<void> {
  await page.until('the card', async () => {
    await pointAtLure(page);
    await page.waitFor(card, 1_000);
    return true;
  });
}

/** With the real pointer. The page stands in the way of looking things up in it as a person's eyes would. */
async function pointAtLure(page: Tab): Promise<void> {
  const { x, y } = await page.evaluate(placeOfLure);
  await page.moveTo({ x: x + 300, y: y + 300 });
  await page.moveTo({ x, y });
}

async function asked(on: Stage) {
  const telling = ['probe', 'join', 'page', 'info', 'send'];
  return (await on.requests()).filter(({ verb }) => telling.includes(String(verb)));
}

/** Every window and every tab of ours. */
function windowsOf({ browser }: Stage): Promise<unknown> {
  return browser.evaluateInBackground(async () => {
    const { runtime, tabs, windows } = Reflect.get(globalThis, 'chrome');
    const all: { readonly url?: string }[] = await tabs.query({});
    const ours = all.filter(({ url }) => url?.startsWith(runtime.getURL('')) && !url.endsWith('manifest.json'));
    return { windows: (await windows.getAll()).length, ours: ours.length };
  });
}

function placeOfLure(): { readonly x: number; readonly y: number } {
  const lure = document.getElementById('link-0');
  lure?.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = lure?.getBoundingClientRect() ?? new DOMRect();
  return { x: left + width / 2, y: top + height / 2 };
}
