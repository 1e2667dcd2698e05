import { expect } from 'vitest';
import { openInviteWindow, windowSize } from '../../sandbox/faces/invite.ts';
import { alike, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const timeout = 180_000;

/** As narrow as a popup or a side panel, and as wide as a tab. */
const widths = [380, 1100] as const;

// A browser without Arabic plays it as well: see `language` on the stage.
alike('does the main job in Arabic, and no page of ours scrolls sideways', { timeout }, async () => {
  await speaks(await stage({ language: 'ar' }), { lang: 'ar', dir: 'rtl' });
});

thorough('does the same in German, whose words are the longest', { timeout }, async () => {
  await speaks(await stage({ language: 'de' }), { lang: 'de', dir: 'ltr' });
});

async function speaks(on: Stage, clothes: { readonly lang: string; readonly dir: string }): Promise<void> {
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  expect(await popup.tab.evaluate(clothesOf)).toEqual(clothes);
  await popup.copy();
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(group));
  await popup.beginRetiring();
  expect(await popup.tab.evaluate(sticksOut), 'retire step').toEqual([]);
  await popup.confirmRetiring();
  await popup.copyNew();
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(group));
  expect(await popup.tab.evaluate(sticksOut), 'popup').toEqual([]);

  const { code } = await on.groupInSandbox(group);
  for (const hash of [`look-${code}`, `join-${code}`]) {
    const window = await openInviteWindow(on.browser, on.words, hash, windowSize);
    await window.seen();
    expect(await window.tab.evaluate(sticksOut), hash).toEqual([]);
    await window.tab.close();
  }
  const { tab } = await on.options();
  const sections = await tab.evaluate(sectionsOf);
  expect(sections.length).toBeGreaterThan(10);
  for (const section of [...sections, '#accounts/new']) {
    await tab.evaluate(goTo, section);
    await tab.waitFor('main h1');
    for (const width of widths) {
      await tab.resize({ width, height: 800 });
      expect(await tab.evaluate(sticksOut), `${section} at ${width} px`).toEqual([]);
    }
  }
}

function clothesOf(): { readonly lang: string; readonly dir: string } {
  const { lang, dir } = document.documentElement;
  return { lang, dir };
}

function sectionsOf(): readonly string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('aside nav a')].map(({ hash }) => hash);
}

function goTo(hash: string): void {
  location.hash = hash;
}

/** What reaches over the edge of the page, at either side; and the page itself, if it can be scrolled there. */
function sticksOut(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const out = [...document.querySelectorAll('body *')].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 1 || left < -1);
  });
  const names = out.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`);
  return scrollWidth > clientWidth ? ['the page', ...names] : names;
}
