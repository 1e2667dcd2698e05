import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { pageNames } from '../../sandbox/pages/index.ts';
import { alike, type Stage, stage } from './stage.ts';

// Every third one, unless all is wanted. What a page does by itself makes it another one each time.
const pages = pageNames
  .filter((_, place) => process.env.LATCHKEY_ALL || place % 3 === 0)
  .map((name) => (name === 'hostile' ? `${name}?calm` : name));

alike('leaves every page byte for byte as it was', async () => {
  const on = await stage();
  const before = await seenOn(on);
  await on.allowSites();
  const watched = await seenOn(on, (tab) =>
    tab.until('the number on the badge', async () => (await on.badge(tab)).badge || undefined),
  );
  for (const page of pages) expect(watched[page], page).toEqual(before[page]);
});

/** What each page is, once those with invites on them are `ready`. */
async function seenOn(on: Stage, ready?: (tab: Tab) => Promise<unknown>): Promise<Record<string, unknown>> {
  const tabs: [string, Tab][] = [];
  for (const page of pages) {
    const tab = await on.page(on.pagesUrl(page));
    tabs.push([page, tab]);
    if (ready && (await hasInvites(on, page))) await ready(tab);
  }
  const seen: Record<string, unknown> = {};
  for (const [page, tab] of tabs) {
    seen[page] = await tab.evaluate(pageItself);
    await tab.close();
  }
  return seen;
}

async function hasInvites(on: Stage, page: string): Promise<boolean> {
  const truth = await fetch(on.pagesUrl(page.replace('?calm', '.json')).replace(/(?<!\.json)$/, '.json'));
  const { codes }: { readonly codes: readonly string[] } = await truth.json();
  return codes.length > 0;
}

/** The page may have taken `document.documentElement` for itself. */
function pageItself(): unknown {
  const [html] = document.getElementsByTagName('html');
  const frames = Array.from(document.getElementsByTagName('iframe'), ({ contentDocument: inner }) => inner);
  return {
    html: html?.outerHTML,
    text: html?.innerText,
    frames: frames.map((inner) => inner?.documentElement.outerHTML),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  };
}
