import { expect, it } from 'vitest';
import type { Chromium } from '../../sandbox/browser/chromium.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { popupSize } from '../../sandbox/faces/popup.ts';
import { answered } from './seeded.ts';
import { browserName, type Stage, type StageOptions, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const passphrase = 'seven umbrellas in the hall';

/** Only where what is kept is out of the reach of content scripts; see `isShut`. */
const inKeepers = it.skipIf(browserName === 'firefox');

/** A popup that has been used, in a browser that holds back the popup's own code where that is asked for. */
async function used(options: StageOptions = {}): Promise<Stage> {
  const on = await stage(options);
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  await popup.copy();
  await popup.tab.until('the face that is kept', async () => (await keptIn(popup.tab))?.face?.name === group);
  await (on.browser as Chromium).context.addInitScript(holdBack);
  return on;
}

/** The popup, whose own code waits for `letGo`. */
async function held(on: Stage): Promise<Tab> {
  const tab = await on.page(on.browser.extensionUrl('popup.html?held'));
  await tab.resize(popupSize);
  return tab;
}

for (const [scene, language, theme] of [
  [inKeepers, 'en', 'dark'],
  [thorough, 'ar', 'light'],
] as const) {
  scene(`stands before the popup itself, in the same places (${language}, ${theme})`, async () => {
    const on = await used({ language });
    const before = await on.popup();
    await answered(before.tab, 'setting.change', { theme });
    await before.tab.until('the theme', async () => (await keptIn(before.tab))?.face?.theme === theme);

    const tab = await held(on);
    await tab.waitFor('.first-face');
    const link = await on.linkInSandbox(group);
    expect(await tab.evaluate(wordsOf)).toEqual({
      ...{ heading: group, title: link, href: link, dir: language === 'ar' ? 'rtl' : 'ltr', lang: language, theme },
      buttons: [on.words('copyLink'), on.words('copyAs')],
    });
    await on.shot(`popup-first-face-${language}`);
    expect(await tab.evaluate<number>('faces')).toBe(1);
    const early = await tab.evaluate(boxes);
    expect(Object.values(early).every(({ width, height }) => width > 0 && height > 0)).toBe(true);

    await tab.evaluate(letGo);
    await tab.waitFor('search');
    expect(await tab.count('.first-face')).toBe(0);
    expect(await tab.evaluate(boxes)).toEqual(early);
    // By then all that comes later has come: the picture, the QR code, how full the group is.
    await tab.waitFor('.group-head > .picture');
    await tab.waitFor('svg.qr > path[d^=M]');
    expect(await tab.evaluate(boxes)).toEqual(early);
    await on.shot(`popup-after-first-face-${language}`);
  });
}

inKeepers('copies once what was clicked before the popup itself stood', async () => {
  const on = await used();
  const tab = await held(on);
  await tab.evaluate(() => navigator.clipboard.writeText('before'));
  for (let clicks = 0; clicks < 2; clicks += 1) await tab.click('.first-face .primary');
  expect((await on.clipboard()).text).toBe('before');
  await tab.evaluate(letGo);
  await tab.waitFor({ role: 'button', name: on.words('copied') });
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(group));
  expect(await tab.evaluate<number>('document.activeElement?.matches(".primary") ? copies : -1')).toBe(1);
  const { rows } = await answered<{ readonly rows: readonly unknown[] }>(tab, 'ledger.list', { filter: {}, limit: 9 });
  expect(rows).toHaveLength(2);

  const next = await held(on);
  await next.click('.first-face .menu-holder > .button');
  await next.evaluate(letGo);
  await next.waitFor({ role: 'menuitem', name: on.words('shapeMarkdown') });
});

inKeepers('stays as long as somebody holds its button down, and does what was meant', async () => {
  const on = await used();
  const tab = await held(on);
  await tab.waitFor('.first-face');
  const page = (on.browser as Chromium).context.pages().at(-1);
  await page?.hover('.first-face .primary');
  await page?.mouse.down();
  await tab.evaluate(letGo);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await tab.count('.first-face')).toBe(1);
  expect(await tab.count('search')).toBe(0);
  await page?.mouse.up();
  await tab.waitFor({ role: 'button', name: on.words('copied') });
  expect(await tab.evaluate<number>('copies')).toBe(1);
});

inKeepers('is kept nowhere where keys have a passphrase', async () => {
  const on = await used();
  const before = (await on.popup()).tab;
  await answered(before, 'vault.protect', { old: '', next: passphrase });
  await before.until('nothing kept', async () => (await keptIn(before)) === undefined);
  const tab = await held(on);
  await tab.waitFor({ role: 'heading', name: group });
  expect(await keptIn(tab)).toBeUndefined();
  expect(await tab.evaluate<number>('faces')).toBe(0);
});

interface Kept {
  readonly face?: { readonly name: string; readonly theme: string };
}

function keptIn(tab: Tab): Promise<Kept | undefined> {
  return tab.evaluate('chrome.storage.local.get("first-view").then((all) => all["first-view"])');
}

/** Runs in every page from now on; where that is held, no frame comes before `letGo`, and nothing takes the first face’s place. */
function holdBack(): void {
  if (location.search !== '?held' || 'letGo' in globalThis) return;
  const place = globalThis as typeof globalThis & { letGo?: () => void; copies?: number; faces?: number };
  const frame = requestAnimationFrame.bind(place);
  const later = setTimeout.bind(place);
  let gone: () => void = () => undefined;
  const free = new Promise<void>((go) => {
    gone = go;
  });
  place.letGo = gone;
  place.requestAnimationFrame = (call) => {
    free.then(() => frame(call));
    return 0;
  };
  place.setTimeout = ((call: () => void, ms: number) => {
    free.then(() => later(call, ms));
    return 0;
  }) as never;
  place.faces = 0;
  new MutationObserver(() => {
    place.faces = Math.max(place.faces ?? 0, document.querySelectorAll('.first-face').length);
  }).observe(document, { childList: true, subtree: true });
  place.copies = 0;
  const { clipboard } = navigator;
  const write = clipboard.write.bind(clipboard);
  clipboard.write = (items) => {
    place.copies = (place.copies ?? 0) + 1;
    return write(items);
  };
}

function letGo(): void {
  Reflect.get(globalThis, 'letGo')();
}

function wordsOf(): object {
  const { lang, dir, dataset } = document.documentElement;
  const link = document.querySelector<HTMLAnchorElement>('a.link');
  return {
    heading: document.querySelector('h2')?.textContent,
    ...{ title: link?.title, href: link?.href, dir, lang: lang.split('-')[0], theme: dataset.theme },
    buttons: Array.from(document.querySelectorAll('button'), ({ textContent }) => textContent?.trim()),
  };
}

function boxes(): Record<string, { readonly width: number; readonly height: number }> {
  const parts = [
    '.group-head',
    'h2',
    'h2 > bdi',
    '.tag',
    '.qr',
    'a.link',
    '.primary',
    '.menu-holder > .button',
    '.search',
  ];
  const box = (part: string) => document.querySelector(`.popup ${part}`)?.getBoundingClientRect().toJSON();
  return Object.fromEntries(parts.map((part) => [part, box(part)]));
}
