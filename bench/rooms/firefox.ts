import type { Browser } from '../../sandbox/browser/browser.ts';
import { launch } from '../../sandbox/browser/launch.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { allowed, allowedSites } from '../../tests/e2e/seeded.ts';
import { type Bench, pause } from '../bench.ts';
import { timedBuild } from '../firefox-build.ts';
import type { Case, Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { batchRows, invitesIn, openSite, type PageAsked, type Site } from '../site.ts';
import type { Stopped } from '../stopwatch.ts';

const lookers = {
  floor: 'selector and text',
  latchkey: 'Latchkey',
  reread: 'page’s HTML read anew, regex',
  grabber: 'every anchor’s address, regex',
  naive: 'naive tree walk, regexes',
  linkify: 'linkify-element, on a copy',
} as const;
const watchers = { 'watch-added': 'exactly what was added', latchkey: 'Latchkey' } as const;

type Looker = keyof typeof lookers;
type Watcher = keyof typeof watchers;
const lookersInTurn: readonly Looker[] = ['floor', 'latchkey', 'reread', 'grabber', 'naive', 'linkify'];
const watchersInTurn: readonly Watcher[] = ['watch-added', 'latchkey'];
const ways = [...lookersInTurn, ...watchersInTurn].filter((way) => way !== 'latchkey');
/** Rounds in which the peers take part. */
const peerRounds = 3;

const isPeer = (way: Looker) => way !== 'floor' && way !== 'latchkey';

interface Looking {
  readonly bench: Bench;
  readonly browser: Browser;
  readonly site: Site;
  readonly trouble: (text: string) => void;
}

/** Looking at pages in Firefox, where no trace can be had: a stopwatch stands before the scripts. */
export async function firefox(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const build = await timedBuild(bench.built.firefox, ways);
  const site = await openSite();
  try {
    const browser = await launch('firefox', { extension: build.folder, profile: build.profile });
    try {
      await browser.grantHosts();
      await allowWays(browser);
      await allowedSites(browser, ['latchkey.localhost']);
      const looking = { bench, browser, site, trouble: (text: string) => void troubles.push(text) };
      const cases = [...(await looks(looking)), ...(await grows(looking))];
      return { title: 'Firefox: looking at pages', cases, remarks, troubles };
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
    await build.forget();
  }
}

const remarks = [
  'By a stopwatch around every call that the browser makes into the scripts; the clock, not the processor. What follows a promise is not in it.',
];

async function allowWays(browser: Browser): Promise<void> {
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  await allowed(
    tab,
    ways.map((way) => `http://${way}.localhost/*`),
  );
  await tab.close();
}

async function looks(looking: Looking): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const elements of looking.bench.full ? [3_000, 30_000, 100_000] : [30_000]) {
    for (const kind of ['plain', 'invites'] as const) {
      const asked = { elements, kind };
      const name = `${elements.toLocaleString('en')} elements, ${kind === 'plain' ? 'no invite' : '1.5 % invites'}`;
      const given = await inTurns<Looker, Stopped>(
        {
          rounds: looking.bench.rounds(3, 7),
          seconds: looking.bench.seconds(15, 40),
          variants: lookersInTurn,
          measure: ({ variant }) => lookedAt(looking, variant, asked),
          sitsOut: ({ variant, nth }) => isPeer(variant) && nth >= (looking.bench.full ? peerRounds : 1),
        },
        (text) => looking.trouble(`${name}, ${text}`),
      );
      cases.push({ name, unit: 'ms', lines: lookersInTurn.map((way) => lineOf(given, way, asked)) });
    }
  }
  return cases;
}

function lineOf(given: Given<Looker, Stopped>, way: Looker, { elements, kind }: PageAsked): Line {
  const times = kind === 'invites' ? 3 : elements < 30_000 ? 1.5 : 1.15;
  const figures = samples(given, way, ({ look, total }) => look ?? total);
  return { name: lookers[way], samples: figures, ...(way === 'latchkey' && { goal: { times } }) };
}

async function lookedAt({ browser, site }: Looking, way: Looker, asked: PageAsked): Promise<Stopped> {
  const tab = await browser.open(site.url(way, asked));
  try {
    if (way === 'latchkey') await settled(tab, invitesIn(asked));
    else
      await tab.until(
        'the look',
        () => tab.evaluate<boolean>('document.documentElement.hasAttribute("data-looked")'),
        60_000,
      );
    return await told(tab);
  } finally {
    await tab.close();
  }
}

async function settled(tab: Tab, places: number): Promise<void> {
  await tab.evaluate('new Promise((idle) => requestIdleCallback(() => requestIdleCallback(() => idle())))');
  if (places === 0) return pause(500);
  const marked = '[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)';
  await tab.until('the marks', () => tab.evaluate<boolean>(`${marked} >= ${places}`), 60_000);
}

async function told(tab: Tab): Promise<Stopped> {
  const text = await tab.evaluate<string>(
    '(document.dispatchEvent(new Event("bench-tell")), document.documentElement.getAttribute("data-bench") ?? "null")',
  );
  const stopped: Stopped | null = JSON.parse(text);
  if (!stopped || stopped.calls === 0) throw new Error('it never ran');
  return stopped;
}

async function grows(looking: Looking): Promise<readonly Case[]> {
  const batches = looking.bench.full ? 400 : 100;
  const given = await inTurns<Watcher, { readonly ms: number; readonly longest: number }>(
    {
      rounds: looking.bench.rounds(2, 4),
      seconds: looking.bench.seconds(10, 60),
      variants: watchersInTurn,
      measure: ({ variant }) => grown(looking, variant, batches),
    },
    looking.trouble,
  );
  const thousands = (batches * batchRows) / 1_000;
  const lines = (figure: (own: { readonly ms: number; readonly longest: number }) => number, goal: Line['goal']) =>
    watchersInTurn.map(
      (way): Line => ({
        name: watchers[way],
        samples: samples(given, way, figure),
        ...(way === 'latchkey' && goal && { goal }),
      }),
    );
  return [
    { name: 'growing: each 1,000 rows', unit: 'ms', lines: lines(({ ms }) => ms / thousands, { times: 1.3 }) },
    {
      name: 'growing: longest call, the first look included',
      unit: 'ms',
      lines: lines(({ longest }) => longest, undefined),
    },
  ];
}

async function grown({ browser, site }: Looking, way: Watcher, batches: number) {
  const tab = await browser.open(site.url(way, { elements: 30_000, kind: 'plain', spared: true, batches }));
  try {
    await settled(tab, 0);
    await tab.evaluate('document.dispatchEvent(new Event("bench-tell"))');
    const before: Stopped = JSON.parse(
      await tab.evaluate('document.documentElement.getAttribute("data-bench") ?? "{}"'),
    );
    await tab.evaluate('grow(batches).then(() => true)');
    await settled(tab, 0);
    const after = await told(tab);
    return { ms: after.total - (before.total ?? 0), longest: after.longest };
  } finally {
    await tab.close();
  }
}
