import type { Page } from 'playwright-core';
import { allowedSites } from '../../tests/e2e/seeded.ts';
import { type Bench, pause } from '../bench.ts';
import { type OwnScript, ownScript } from '../own-script.ts';
import type { Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { batchRows, openSite, type Site } from '../site.ts';
import { openStand, type Stand } from '../stand.ts';
import { traced } from '../trace.ts';
import { waysExtension } from '../ways.ts';

const names = {
  'watch-added': 'exactly what was added',
  'watch-bare': 'an observer that does nothing',
  latchkey: 'Latchkey',
  'watch-reread': 'page’s HTML read anew at each change and each second',
} as const;

type Way = keyof typeof names;
const ways: readonly Way[] = ['watch-added', 'watch-bare', 'latchkey', 'watch-reread'];

/** What a way ran while the page grew, and afterwards while it kept still. */
interface Watched {
  readonly growing: OwnScript;
  readonly still: OwnScript;
}

interface Watching {
  readonly stand: Stand;
  readonly site: Site;
  /** That stand before it grows. */
  readonly elements: number;
  readonly batches: number;
  readonly stillMs: number;
}

/** A page that grows for a while and then keeps still. */
export async function growing(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const stand = await openStand(bench.built.chromium, [waysExtension(ways.filter((way) => way !== 'latchkey'))]);
  const site = await openSite();
  const watching = {
    stand,
    site,
    ...(bench.full
      ? { elements: 100_000, batches: 400, stillMs: 10_000 }
      : { elements: 30_000, batches: 100, stillMs: 3_000 }),
  };
  try {
    await allowedSites(stand.browser, ['latchkey.localhost']);
    const given = await inTurns<Way, Watched>(
      {
        rounds: bench.rounds(2, 5),
        seconds: bench.seconds(15, 180),
        variants: ways,
        measure: ({ variant }) => watched(watching, variant),
        sitsOut: ({ variant, nth }) => variant === 'watch-reread' && nth >= (bench.full ? 2 : 1),
      },
      (text) => troubles.push(text),
    );
    return reported(given, watching, troubles);
  } finally {
    await stand.close();
    await site.close();
  }
}

async function watched({ stand, site, elements, batches, stillMs }: Watching, way: Way): Promise<Watched> {
  const theirs = way === 'latchkey' ? stand.browser.extensionUrl('') : `${stand.origin('ways')}/${way}.js`;
  const { context } = stand.browser;
  return stand.onPage(async (page) => {
    await page.goto(site.url(way, { elements, kind: 'plain', spared: true, batches }));
    // The first look is over by then.
    await idle(page);
    await pause(1_000);
    await idle(page);
    const grown = await traced(context, async () => {
      await page.evaluate('grow(batches)');
      await idle(page);
      await pause(300);
    });
    const still = await traced(context, () => pause(stillMs));
    const own = (spans: typeof grown) => ownScript(spans, (url) => url.startsWith(theirs));
    if (own(grown).calls === 0) throw new Error('it never ran');
    return { growing: own(grown), still: own(still) };
  });
}

async function idle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
}

function reported(given: Given<Way, Watched>, { elements, batches, stillMs }: Watching, troubles: string[]): Report {
  const thousands = (batches * batchRows) / 1_000;
  const line = (way: Way, figure: (watched: Watched) => number, goal?: Line['goal']): Line => ({
    name: names[way],
    samples: samples(given, way, figure),
    ...(way === 'latchkey' && goal && { goal }),
  });
  const lines = (figure: (watched: Watched) => number, goal: Line['goal']) =>
    ways.map((way) => line(way, figure, goal));
  const unit = 'ms';
  return {
    title: `A page of ${elements.toLocaleString('en')} elements that grows by ${batchRows} rows × ${batches}, 8 ms apart`,
    cases: [
      { name: 'each 1,000 rows', unit, lines: lines(({ growing }) => growing.looking / thousands, { times: 1.3 }) },
      { name: 'longest task', unit, lines: lines(({ growing }) => growing.longest, { most: 8 }) },
      {
        name: `then ${stillMs / 1_000} s of stillness`,
        unit: 'calls',
        lines: lines(({ still }) => still.calls, { most: 0 }),
        floorless: true,
      },
    ],
    remarks: [
      'Rows off the screen have `content-visibility: auto`; without it the browser’s own layout drowns everything.',
    ],
    troubles,
  };
}
