import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import type { Tab } from '../../sandbox/browser/tab.ts';
import type { Stage } from './stage.ts';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong with a screen: the rule, and each place that breaks it. */
export type Wrong = readonly string[];

/** What depends on the colours alone. */
const colours = ['color-contrast', 'link-in-text-block'];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with what a page shows now, in light and in dark. Read into it past its policy, as nothing else may be. */
export async function wrongsOn(page: Page): Promise<Wrong> {
  await page.evaluate(`${source};0`);
  return inBoth(page, (wanted) => page.evaluate<string[]>(looking(wanted)));
}

/** The same for what stands in a closed root of ours, run where our own scripts run. */
export async function wrongsInCard(page: Page, tab: Tab): Promise<Wrong> {
  await tab.evaluateBehind(`${source};${opened};0`);
  return inBoth(page, async (wanted) => (await tab.evaluateBehind(looking(wanted, host))) as string[]);
}

/** Roots that are closed to pages and to axe, but not to an extension. */
const opened = `for (const one of document.querySelectorAll('*')) {
  const root = chrome.dom.openOrClosedShadowRoot(one);
  if (root && !one.shadowRoot) Object.defineProperty(one, 'shadowRoot', { value: root });
}`;
const host = '[...document.querySelectorAll("*")].find((one) => one.shadowRoot)';

async function inBoth(page: Page, wrongs: (wanted: Wanted) => Promise<string[]>): Promise<Wrong> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await wrongs({ type: 'rule', values: colours });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await wrongs({ type: 'tag', values: rules });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return [...dark.map((one) => `in the dark: ${one}`), ...light];
}

function looking(wanted: Wanted, root?: string): string {
  return `(${look})(${JSON.stringify(wanted)}, ${root})`;
}

interface Wanted {
  readonly type: 'rule' | 'tag';
  readonly values: readonly string[];
}

async function look(only: Wanted, root?: Element): Promise<string[]> {
  const axe = Reflect.get(globalThis, 'axe');
  // Every place that is well, too, is worth its time only where one must know that it was looked at.
  const resultTypes = root ? ['violations', 'passes'] : ['violations'];
  const { violations, passes } = await axe.run(root ?? document, { runOnly: only, resultTypes });
  interface Ruling {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string; readonly target: unknown[] }[];
  }
  // What stands behind a root has its place said in two parts.
  const isInside = ({ nodes }: Ruling) => nodes.some(({ target }) => !root || Array.isArray(target[0]));
  if (![...violations, ...passes].some(isInside)) return ['nothing was looked at'];
  return violations.flatMap(({ id, nodes }: Ruling) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary.replace(/\s+/g, ' ')})`),
  );
}

/** The page that was opened last, as Playwright has it. */
export function newest({ browser }: Stage): Page {
  const context: BrowserContext = Reflect.get(browser, 'context');
  const page = context.pages().at(-1);
  if (!page) throw new Error('There is no page');
  return page;
}
