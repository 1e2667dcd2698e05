import type { Page } from 'playwright-core';
import { allowedSites } from '../../tests/e2e/seeded.ts';
import { type Bench, pause } from '../bench.ts';
import { marksStand } from '../marks-stand.ts';
import { type OwnScript, ownScript } from '../own-script.ts';
import type { Case, Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { invitesIn, type Kind, openSite, type PageAsked, type Site } from '../site.ts';
import { openStand, type Stand } from '../stand.ts';
import { type Span, traced } from '../trace.ts';
import { waysExtension } from '../ways.ts';

const peers = {
  plainest: 'selector, walk by lengths, a mark each: nothing else',
  reread: 'page’s HTML read anew, regex',
  grabber: 'every anchor’s address, regex',
  naive: 'naive tree walk, regexes',
  linkify: 'linkify-element, on a copy',
} as const;

type Peer = keyof typeof peers;
/** What is looked at later comes a second after the rest, and nothing before waits for so long once the finder is there. */
const [restMs, laterMs] = [750, 1_800];

interface Looked extends OwnScript {
  /** As `looking`, but after it had rested. */
  readonly later: number;
}

type Way = 'floor' | 'latchkey' | Peer;
const ways: readonly Way[] = ['floor', 'latchkey', 'plainest', 'reread', 'grabber', 'naive', 'linkify'];

/** It tells what finding and marking cost at least, so it is asked as often as we are. */
const isPeer = (way: Way) => way in peers && way !== 'plainest';

/** No peer is asked to look at more than this. */
const mostForPeers = 100_000;

interface Looking {
  readonly stand: Stand;
  readonly site: Site;
}

/** The first look at a page, in the world where such scripts live, as the browser itself traces it. */
export async function look(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const cases: Case[] = [];
  const stand = await openStand(bench.built.chromium, [waysExtension(ways.filter((way) => way !== 'latchkey'))]);
  const site = await openSite();
  try {
    await allowedSites(stand.browser, ['latchkey.localhost']);
    for (const elements of bench.full ? [3_000, 30_000, 100_000, 300_000] : [3_000, 30_000]) {
      for (const kind of ['plain', 'invites'] as const) {
        const rounds = bench.rounds(3, elements > mostForPeers ? 3 : 9);
        const seconds = bench.seconds(9, 50);
        cases.push(
          ...(await looksAt(
            { stand, site },
            { elements, kind },
            { rounds, seconds, peerRounds: bench.full ? 3 : 1, troubles },
          )),
        );
      }
    }
  } finally {
    await stand.close();
    await site.close();
  }
  return { title: 'First look at a page', cases, troubles, remarks };
}

const remarks = [
  'Milliseconds on the processor that the browser’s trace gives to each extension’s own files, in a fresh document each time.',
  '“Looking” leaves out the reading and starting of the files themselves; “all told” has it in, and the seldom places too.',
];

interface Asked {
  readonly rounds: number;
  readonly seconds: number;
  /** In which the peers take part: their figures are far from the floor, and they take long. */
  readonly peerRounds: number;
  readonly troubles: string[];
}

async function looksAt(
  looking: Looking,
  asked: PageAsked,
  { rounds, seconds, peerRounds, troubles }: Asked,
): Promise<readonly Case[]> {
  const some = ways.filter((way) => asked.elements <= mostForPeers || !isPeer(way));
  const trouble = (text: string) => troubles.push(`${asked.elements} ${asked.kind}, ${text}`);
  const given = await inTurns<Way, Looked>(
    {
      ...{ rounds, seconds },
      variants: some,
      measure: ({ variant }) => lookedAt(looking, variant, asked),
      sitsOut: ({ variant, nth }) => isPeer(variant) && nth >= peerRounds,
    },
    trouble,
  );
  return casesOf(given, some, asked);
}

async function lookedAt({ stand, site }: Looking, way: Way, asked: PageAsked): Promise<Looked> {
  const theirs = way === 'latchkey' ? stand.browser.extensionUrl('') : `${stand.origin('ways')}/${way}.js`;
  return stand.onPage(async (page) => {
    const spans = await traced(stand.browser.context, async () => {
      await page.goto(site.url(way, asked));
      await (way === 'latchkey' ? settled(page, invitesIn(asked)) : page.waitForSelector('[data-looked]', attached));
    });
    const [atOnce, later] = apart(spans, theirs);
    const own = { ...ownScript(atOnce, (url) => url.startsWith(theirs)), later: sumOf(later, theirs) };
    if (own.calls === 0) throw new Error('it never ran');
    // What a way prepares, and how it says that it has looked, are not the look.
    const look = spans.find(({ called, url }) => called === 'look' && url.startsWith(theirs));
    return look ? { ...own, looking: look.ms, longest: look.ms } : own;
  });
}

const sumOf = (spans: readonly Span[], theirs: string): number =>
  ownScript(spans, (url) => url.startsWith(theirs)).looking;

/** What was run until the finder rested for the first time, and what was run after that. */
function apart(spans: readonly Span[], theirs: string): readonly [Span[], Span[]] {
  const own = spans.filter(({ url }) => url.startsWith(theirs)).toSorted((one, other) => one.from - other.from);
  // A large page keeps its finder waiting while it is laid out.
  const first = own.findIndex(({ url }) => url.endsWith('/finder.js'));
  const cut = own.find(({ from }, nth) => nth > first && from - (own[nth - 1]?.to ?? from) > restMs * 1_000)?.from;
  const isLater = ({ from }: Span) => cut !== undefined && from >= cut;
  return [spans.filter((one) => !isLater(one)), spans.filter(isLater)];
}

const attached = { state: 'attached', timeout: 60_000 } as const;

/** Until so many places are marked, or, where there is nothing to mark, until the browser has had time for it. */
async function settled(page: Page, places: number): Promise<void> {
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
  if (places === 0) return pause(400);
  await marksStand(page, places);
  await pause(laterMs);
}

function casesOf(given: Given<Way, Looked>, some: readonly Way[], { elements, kind }: PageAsked): Case[] {
  const name = `${elements.toLocaleString('en')} elements, ${kind === 'plain' ? 'no invite' : '1.5 % invites'}`;
  const line = (way: Way, figure: (own: Looked) => number, goal?: Line['goal']): Line => ({
    name: way === 'floor' ? 'selector and text' : way === 'latchkey' ? 'Latchkey' : peers[way],
    samples: samples(given, way, figure),
    ...(way === 'latchkey' && goal && { goal }),
  });
  const inAll = ({ starting, looking, later }: Looked) => starting + looking + later;
  const pair = (figure: (own: Looked) => number, goal?: Line['goal']) =>
    (['floor', 'latchkey'] as const).map((way) => line(way, figure, goal));
  return [
    { name, unit: 'ms', lines: some.map((way) => line(way, ({ looking }) => looking, goalFor(elements, kind))) },
    { name: `${name}: all told`, unit: 'ms', lines: pair(inAll) },
    ...(kind === 'plain'
      ? []
      : [
          { name: `${name}: longest task`, unit: 'ms', lines: pair(({ longest }) => longest, { times: 1.3 }) } as const,
          {
            name: `${name}: seldom places, a second later`,
            unit: 'ms',
            lines: [line('floor', ({ looking }) => looking), line('latchkey', ({ later }) => later)],
          } as const,
        ]),
  ];
}

function goalFor(elements: number, kind: Kind): Line['goal'] {
  if (kind === 'invites') return { times: 3 };
  return { times: elements < 30_000 ? 1.5 : 1.15 };
}
