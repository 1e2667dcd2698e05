import type { Page } from 'playwright-core';
import { popupSize } from '../../sandbox/faces/popup.ts';
import { startSandbox } from '../../sandbox/serve.ts';
import { type Bench, pause } from '../bench.ts';
import type { Plan } from '../extensions.ts';
import { ownScript } from '../own-script.ts';
import type { Case, Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { seed } from '../seed.ts';
import { openStand, type Stand } from '../stand.ts';
import { traced } from '../trace.ts';

const names = { bare: 'bare windowed list', latchkey: 'Latchkey' } as const;
type Way = keyof typeof names;
const ways: readonly Way[] = ['bare', 'latchkey'];
const keys = ['m', 'a', 'd'] as const;
const frameMs = 1_000 / 60;
const longMs = 50;

const html =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>List</title><body><script type="module" src="list.js"></script></body></html>';
const list: Plan = { name: 'bare', scripts: { 'list.js': 'pages/bare-list.tsx' }, pages: { 'list.html': html } };

/** In milliseconds. */
interface Felt {
  /** Script of one key press, the dearest of a few. */
  readonly script: number;
  /** From the key to the frame after the list had changed. */
  readonly painted: number;
  /** Script in the longest task while the list is scrolled. */
  readonly scrolling: number;
}

/** Searching and scrolling among ten thousand groups. */
export async function groups(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const sandbox = await startSandbox();
  try {
    const stand = await openStand(bench.built.chromium, [list], { viewport: popupSize });
    try {
      await seed(stand.browser, { sandbox: sandbox.url, holder: 'big' });
      const given = await inTurns<Way, Felt>(
        {
          rounds: bench.rounds(3, 12),
          seconds: bench.seconds(12, 60),
          variants: ways,
          measure: ({ variant }) => felt(stand, variant),
        },
        (text) => troubles.push(text),
      );
      return { title: 'Ten thousand groups', cases: casesOf(given), troubles };
    } finally {
      await stand.close();
    }
  } finally {
    await sandbox.close();
  }
}

async function felt(stand: Stand, way: Way): Promise<Felt> {
  const origin = way === 'latchkey' ? stand.browser.extensionUrl('') : stand.origin('bare');
  return stand.onPage(async (page) => {
    await page.goto(way === 'latchkey' ? stand.browser.extensionUrl('popup.html') : `${origin}/list.html`);
    await ready(page, way);
    await page.evaluate(watchKeys);
    const perKey: { readonly script: number; readonly painted: number }[] = [];
    for (const key of keys) perKey.push(await pressed(stand, page, { origin, key }));
    const scrolled = await traced(stand.browser.context, () => scroll(page, way));
    return {
      script: Math.max(...perKey.map(({ script }) => script)),
      painted: Math.max(...perKey.map(({ painted }) => painted)),
      scrolling: ownScript(scrolled, (url) => url.startsWith(origin)).longest,
    };
  });
}

async function ready(page: Page, way: Way): Promise<void> {
  await page.locator('input[type=search], [role=combobox]').first().focus();
  if (way === 'bare') return;
  await page.getByText('10,000 groups').first().waitFor({ timeout: 30_000 });
  await page.keyboard.press('ArrowDown');
  await page.locator('[role=option][aria-setsize="10000"]').first().waitFor();
  // What the popup has to do once it is open is over by then.
  await pause(500);
}

interface Press {
  readonly origin: string;
  readonly key: string;
}

async function pressed({ browser }: Stand, page: Page, { origin, key }: Press) {
  await page.evaluate('globalThis.paintedMs = 0');
  const spans = await traced(browser.context, async () => {
    await page.keyboard.press(key);
    await pause(400);
  });
  const { starting, looking } = ownScript(spans, (url) => url.startsWith(origin));
  const painted = Number(await page.evaluate('globalThis.paintedMs'));
  return { script: starting + looking, painted };
}

/** Runs in the page: from a key to the frame after the last change that follows it. */
function watchKeys(): void {
  let pressedAt = 0;
  const painted = () => setTimeout(() => Reflect.set(globalThis, 'paintedMs', performance.now() - pressedAt));
  let isAwaited = false;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
      isAwaited = true;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (isAwaited) requestAnimationFrame(painted);
    isAwaited = false;
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

async function scroll(page: Page, way: Way): Promise<void> {
  const list = page.locator(way === 'bare' ? '#list' : '[role=listbox]').first();
  await list.hover();
  for (let nth = 0; nth < 20; nth += 1) {
    await page.mouse.wheel(0, 440);
    await pause(30);
  }
  await pause(300);
}

function casesOf(given: Given<Way, Felt>): readonly Case[] {
  const lines = (figure: (felt: Felt) => number, goal?: Line['goal']) =>
    ways.map(
      (way): Line => ({
        name: names[way],
        samples: samples(given, way, figure),
        ...(way === 'latchkey' && goal && { goal }),
      }),
    );
  return [
    {
      name: 'key press: script',
      unit: 'ms',
      lines: lines(({ script }) => script, { most: Number(frameMs.toFixed(1)) }),
    },
    { name: 'key press: to the painted list', unit: 'ms', lines: lines(({ painted }) => painted) },
    { name: 'scrolling: longest task', unit: 'ms', lines: lines(({ scrolling }) => scrolling, { most: longMs }) },
  ];
}
