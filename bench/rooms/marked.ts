import { allowedSites } from '../../tests/e2e/seeded.ts';
import { type Bench, pause } from '../bench.ts';
import { marksStand } from '../marks-stand.ts';
import type { Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { invitesIn, openSite, type Site } from '../site.ts';
import { openStand, type Stand } from '../stand.ts';
import { traced } from '../trace.ts';
import { waysExtension } from '../ways.ts';

const names = {
  nobody: 'nobody in the page',
  latchkey: 'Latchkey',
  plainest: 'a mark each, underlined',
} as const;

type Way = keyof typeof names;
const ways: readonly Way[] = ['nobody', 'latchkey', 'plainest'];

const [frames, come] = [60, 3_000];
const restMs = 1_500;
const line = '::highlight(plainest) { text-decoration: underline 2px }';

/** Milliseconds for which the page's thread was busy, with whatever it was. */
interface Busy {
  readonly eachFrame: number;
  readonly coming?: number;
}

/** What marks cost a page that changes: the browser sees to them anew each time, and none of that is our script. */
export async function marked(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const elements = bench.full ? 60_000 : 20_000;
  const stand = await openStand(bench.built.chromium, [waysExtension(['plainest'])]);
  const site = await openSite();
  try {
    await allowedSites(stand.browser, ['latchkey.localhost']);
    const given = await inTurns<Way, Busy>(
      {
        ...{ rounds: bench.rounds(3, 9), seconds: bench.seconds(30, 120), variants: ways },
        measure: ({ variant }) => busy({ stand, site, elements }, variant),
      },
      (text) => troubles.push(text),
    );
    return reported(given, elements, troubles);
  } finally {
    await stand.close();
    await site.close();
  }
}

interface Marking {
  readonly stand: Stand;
  readonly site: Site;
  readonly elements: number;
}

async function busy({ stand, site, elements }: Marking, way: Way): Promise<Busy> {
  const asked = { elements, kind: 'invites' } as const;
  const { context } = stand.browser;
  const expected = way === 'nobody' ? 0 : invitesIn(asked);
  return stand.onPage(async (page) => {
    await page.goto(site.url(way, asked));
    if (way === 'plainest') await page.addStyleTag({ content: line });
    await marksStand(page, expected);
    // What is looked at later comes a second after the rest.
    await pause(restMs);
    const changing = await traced(context, () => page.evaluate(changes, frames));
    const eachFrame = threadMs(changing) / frames;
    if (way === 'plainest') return { eachFrame };
    const coming = await traced(context, async () => {
      await page.evaluate(invitesCome, come);
      await (way === 'nobody' ? pause(restMs) : marksStand(page, expected + come));
    });
    return { eachFrame, coming: threadMs(coming) };
  });
}

const threadMs = (spans: Awaited<ReturnType<typeof traced>>): number =>
  spans.filter(({ name }) => name === 'RunTask').reduce((sum, { ms }) => sum + ms, 0);

/** Runs in the page: a number in a corner of it is another one in each frame. */
function changes(frames: number): Promise<void> {
  const corner = document.createElement('p');
  corner.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 5em; block-size: 2em; contain: strict';
  document.body.append(corner);
  return new Promise((resolve) => {
    let count = 0;
    function next(): void {
      corner.textContent = String(count++);
      if (count > frames) resolve();
      else requestAnimationFrame(next);
    }
    requestAnimationFrame(next);
  });
}

/** Runs in the page. */
function invitesCome(many: number): void {
  const said = (nth: number) => `<p>Come: https://chat.whatsapp.com/JFakeBench${String(nth).padStart(12, '0')}</p>`;
  document.body.insertAdjacentHTML('beforeend', Array.from({ length: many }, (_, nth) => said(nth)).join(''));
}

function reported(given: Given<Way, Busy>, elements: number, troubles: string[]): Report {
  const marks = invitesIn({ elements, kind: 'invites' });
  const lines = (some: readonly Way[], figure: (busy: Busy) => number | undefined): Line[] =>
    some.map((way) => ({ name: names[way], samples: samples(given, way, figure) }));
  return {
    title: `A page of ${elements.toLocaleString('en')} elements with ${marks} marks that changes`,
    cases: [
      { name: 'each frame, in which one text changes', unit: 'ms', lines: lines(ways, ({ eachFrame }) => eachFrame) },
      {
        name: `${come.toLocaleString('en')} invites come at once, until each is marked`,
        unit: 'ms',
        lines: lines(['nobody', 'latchkey'], ({ coming }) => coming),
      },
    ],
    remarks: ['Milliseconds for which the page’s thread is busy: the browser’s own layout and painting are in it.'],
    troubles,
  };
}
