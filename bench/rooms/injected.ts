import type { Page } from 'playwright-core';
import { allowedSites } from '../../tests/e2e/seeded.ts';
import { type Bench, pause } from '../bench.ts';
import { ownScript } from '../own-script.ts';
import type { Case, Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { openSite, type Site } from '../site.ts';
import { openStand, type Stand } from '../stand.ts';
import { traced } from '../trace.ts';
import { waysExtension } from '../ways.ts';

const names = { bare: 'a script of 0.6 kB', latchkey: 'Latchkey', none: 'no script' } as const;
type Way = keyof typeof names;
const ways: readonly Way[] = ['bare', 'latchkey', 'none'];

interface Borne {
  readonly script: number;
  /** In kB, after a collection. */
  readonly heap: number;
}

interface Bearing {
  readonly stand: Stand;
  readonly site: Site;
}

/** What it costs a light page that Latchkey is there at all. */
export async function injected(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const stand = await openStand(bench.built.chromium, [waysExtension(['bare'])]);
  const site = await openSite();
  try {
    await allowedSites(stand.browser, ['latchkey.localhost']);
    const given = await inTurns<Way, Borne>(
      {
        rounds: bench.rounds(6, 25),
        seconds: bench.seconds(10, 60),
        variants: ways,
        measure: ({ variant }) => borne({ stand, site }, variant),
      },
      (text) => troubles.push(text),
    );
    return { title: 'A light page (600 elements)', cases: [...casesOf(given), await told({ stand, site })], troubles };
  } finally {
    await stand.close();
    await site.close();
  }
}

async function borne({ stand, site }: Bearing, way: Way): Promise<Borne> {
  const theirs = way === 'latchkey' ? stand.browser.extensionUrl('') : stand.origin('ways');
  return stand.onPage(async (page) => {
    const spans = await traced(stand.browser.context, async () => {
      await page.goto(site.url(way, { elements: 600, kind: 'plain' }));
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
      await pause(150);
    });
    const { starting, looking } = ownScript(spans, (url) => url.startsWith(theirs));
    if (way !== 'none' && starting === 0) throw new Error('it never ran');
    return { script: starting + looking, heap: await heapOf(page) };
  });
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1_000;
}

function casesOf(given: Given<Way, Borne>): readonly Case[] {
  const line = (way: Way, values: Line['samples'], goal?: Line['goal']): Line => ({
    ...{ name: names[way], samples: values, ...(way === 'latchkey' && goal && { goal }) },
  });
  const none = samples(given, 'none', ({ heap }) => heap);
  const above = (way: Way) => samples(given, way, ({ heap }) => heap).map((heap, nth) => minus(heap, none[nth]));
  const injected: readonly Way[] = ['bare', 'latchkey'];
  const script = (way: Way) => samples(given, way, (borne) => borne.script);
  return [
    { name: 'script', unit: 'ms', lines: injected.map((way) => line(way, script(way), { times: 1.5 })) },
    {
      name: 'heap above that of no script',
      unit: 'kB',
      lines: injected.map((way) => line(way, above(way), { times: 1.1 })),
    },
  ];
}

function minus(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one - other;
}

/** How often the background hears of a page, and whether it is woken for one in which nothing was found. */
async function told({ stand, site }: Bearing): Promise<Case> {
  const { browser } = stand;
  const visit = (kind: 'plain' | 'invites', frames = 0) =>
    stand.onPage(async (page) => {
      await page.goto(site.url('latchkey', { elements: 600, kind }));
      await page.evaluate(addFrames, frames);
      await pause(2_000);
    });
  await browser.stopBackground();
  await visit('plain', 3);
  const awake = await runningWorkers(stand);
  await browser.evaluateInBackground(countMessages);
  await visit('plain');
  const plain = await browser.evaluateInBackground<number>('globalThis.messages');
  await visit('invites');
  const all = await browser.evaluateInBackground<number>('globalThis.messages');
  return {
    name: 'the background',
    unit: '',
    lines: [
      { name: 'woken by a page without invites', samples: [awake], goal: { most: 0 } },
      { name: 'messages from a page without invites', samples: [plain], goal: { most: 0 } },
      { name: 'messages from a page with nine invites', samples: [all - plain], goal: { most: 1 } },
    ],
    floorless: true,
  };
}

async function runningWorkers({ cdp, browser }: Stand): Promise<number> {
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.filter(({ url }) => url.startsWith(browser.extensionUrl(''))).length;
}

/** Runs in the background. */
function countMessages(): void {
  Reflect.set(globalThis, 'messages', 0);
  const { runtime } = Reflect.get(globalThis, 'chrome');
  runtime.onMessage.addListener((_: unknown, { url }: { readonly url?: string }) => {
    if (url?.startsWith('http')) Reflect.set(globalThis, 'messages', Reflect.get(globalThis, 'messages') + 1);
  });
}

/** Runs in the page: frames in which nobody can read anything. */
function addFrames(count: number): void {
  for (let nth = 0; nth < count; nth += 1) {
    const frame = document.createElement('iframe');
    frame.width = frame.height = '1';
    document.body.append(frame);
  }
}
