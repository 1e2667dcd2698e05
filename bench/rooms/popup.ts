import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { popupSize } from '../../sandbox/faces/popup.ts';
import { wordsOf } from '../../sandbox/faces/words.ts';
import { startSandbox } from '../../sandbox/serve.ts';
import { allowed } from '../../tests/e2e/seeded.ts';
import { type Bench, pause } from '../bench.ts';
import { made, type Plan } from '../extensions.ts';
import { type Opened, openedAt } from '../opening.ts';
import type { Case, Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { seed } from '../seed.ts';
import { openStand, type Stand } from '../stand.ts';
import { stopWorkers } from '../workers.ts';

const names = {
  empty: 'a page with one button, no script',
  bare: 'bare Preact popup: store, link, QR code',
  latchkey: 'Latchkey',
  polyfilled: 'the bare popup, with the polyfill',
} as const;

type Way = keyof typeof names;
const ways: readonly Way[] = ['empty', 'bare', 'latchkey', 'polyfilled'];

const kept = { name: 'VIP Launch List', link: 'https://chat.whatsapp.com/HFakeBench000000000001' };
const scripted = '<script type="module" src="popup.js"></script>';

const plans: readonly Plan[] = [
  popupPlan('empty', '<button>Copy link</button>'),
  popupPlan('bare', scripted, { 'popup.js': 'pages/bare-popup.tsx' }),
  popupPlan('polyfilled', scripted, { 'popup.js': 'pages/polyfilled-popup.ts' }),
];

/** Each has a background, as Latchkey has: a process that has just ended one is not a new one. */
function popupPlan(name: string, body: string, scripts: Plan['scripts'] = {}): Plan {
  return {
    name,
    scripts: { ...scripts, 'background.js': 'workers/small.ts' },
    pages: { 'popup.html': html(body), 'seed.html': html('') },
    manifest: { permissions: ['storage'], background: { service_worker: 'background.js' } },
  };
}

function html(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Popup</title></head><body>${body}</body></html>`;
}

/** Opening the popup, where its process runs already and where nothing does. */
export async function popup(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const trouble = (text: string) => troubles.push(text);
  const sandbox = await startSandbox();
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-bench-profile-'));
  const floors = await Promise.all(plans.map(made));
  const open = () => openStand(bench.built.chromium, floors, { profile, viewport: popupSize });
  try {
    const first = await open();
    const running = await prepared(first, sandbox.url)
      .then(() => openedRunning(first, bench, trouble))
      .finally(first.close);
    const fresh = await openedFresh({ bench, profile, open, trouble });
    const scripts = scriptsOf(running, bench);
    const cases = [...casesOf('running', running, 1), ...casesOf('new process', fresh, 1.35), scripts];
    return { title: 'Opening the popup', cases, remarks, troubles };
  } finally {
    await sandbox.close();
    await Promise.all(floors.map(({ forget }) => forget()));
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What stands on the button that copies. */
async function copyWord({ built }: Bench): Promise<string> {
  return (await wordsOf(built.chromium))('copyLink');
}

const remarks = [
  'The main control is the button that copies, with the link beside it; its figure is the frame after it had a box.',
  '“Running”: a page of each extension stays open. “New process”: the browser has just started, and no compiled code is kept.',
];

async function prepared(stand: Stand, sandbox: string): Promise<void> {
  await seed(stand.browser, { sandbox, group: kept.name });
  for (const name of ['bare', 'polyfilled']) {
    await stand.onPage(async (page) => {
      await page.goto(`${stand.origin(name)}/seed.html`);
      await page.evaluate((kept) => Reflect.get(globalThis, 'chrome').storage.local.set({ kept }), kept);
    });
  }
}

async function openedPopup(stand: Stand, way: Way, word: string): Promise<Opened> {
  const url = way === 'latchkey' ? stand.browser.extensionUrl('popup.html') : `${stand.origin(way)}/popup.html`;
  return stand.onPage((page) => openedAt(page, url, { word, withLink: way !== 'empty' }));
}

async function openedRunning(stand: Stand, bench: Bench, trouble: (text: string) => void) {
  for (const way of ways) {
    const page = await stand.browser.context.newPage();
    await page.goto(
      way === 'latchkey' ? stand.browser.extensionUrl('manifest.json') : `${stand.origin(way)}/manifest.json`,
    );
  }
  // What each browser compiles once and keeps is there for all from the second opening on.
  const word = await copyWord(bench);
  for (const way of ways) await openedPopup(stand, way, word);
  const measure = ({ variant }: { readonly variant: Way }) => openedPopup(stand, variant, word);
  const [rounds, seconds] = [bench.rounds(7, 30), bench.seconds(12, 90)];
  return inTurns<Way, Opened>({ rounds, seconds, variants: ways, measure }, trouble);
}

interface Fresh {
  readonly bench: Bench;
  readonly profile: string;
  readonly trouble: (text: string) => void;
  open(): Promise<Stand>;
}

/** One browser per round: the first opening of each popup in its life. */
async function openedFresh({ bench, profile, open, trouble }: Fresh) {
  const word = await copyWord(bench);
  let stand: Stand | undefined;
  let round = -1;
  try {
    return await inTurns<Way, Opened>(
      {
        rounds: bench.rounds(2, 8),
        seconds: bench.seconds(12, 100),
        variants: ways,
        async measure({ variant, nth }) {
          if (nth !== round || !stand) {
            await stand?.close();
            await rm(join(profile, 'Default', 'Code Cache'), { recursive: true, force: true });
            stand = await open();
            await allowedAgain(stand);
            round = nth;
            await pause(1_500);
          }
          await stopWorkers(stand.cdp);
          await pause(500);
          return openedPopup(stand, variant, word);
        },
      },
      trouble,
    );
  } finally {
    await stand?.close();
  }
}

/**
 * A browser that loads an extension from a folder has forgotten what hosts that was allowed; one in which somebody has
 * installed it has not. A small page is opened and closed again for that, and so in all of them.
 */
async function allowedAgain({ browser, origin }: Stand): Promise<void> {
  const own = await browser.open(browser.extensionUrl('manifest.json'));
  await allowed(own, ['http://127.0.0.1/*'], 'body');
  await own.close();
  for (const { name } of plans) await (await browser.open(`${origin(name)}/manifest.json`)).close();
}

/** `times` is the goal of the control: running against the bare popup, new against the empty page. */
function casesOf(state: string, given: Given<Way, Opened>, times: number): readonly Case[] {
  const line = (way: Way, figure: (opened: Opened) => number, goal?: Line['goal']): Line => ({
    ...{ name: names[way], samples: samples(given, way, figure), ...(way === 'latchkey' && goal && { goal }) },
  });
  const all = (figure: (opened: Opened) => number, goal?: Line['goal']) => ways.map((way) => line(way, figure, goal));
  const control = ({ control }: Opened) => control;
  const isRunning = state === 'running';
  return [
    {
      name: `${state}: first paint`,
      unit: 'ms',
      lines: all(({ paint }) => paint, isRunning ? { times: 1.1 } : undefined),
    },
    { name: `${state}: control painted`, unit: 'ms', lines: all(control, isRunning ? undefined : { times }) },
    ...(isRunning
      ? [
          {
            name: 'running: control painted, against the bare popup',
            unit: 'ms',
            lines: (['bare', 'latchkey', 'polyfilled'] as const).map((way) => line(way, control, { times })),
          },
        ]
      : []),
  ];
}

/** What had been read by the time the control stood there: also what is imported by a call, as the QR code's library is. */
function scriptsOf(given: Given<Way, Opened>, { built }: Bench): Case {
  const read = ({ scripts }: Opened) =>
    scripts.reduce((sum, path) => sum + statSync(join(built.chromium, path)).size, 0);
  const line = { name: names.latchkey, samples: samples(given, 'latchkey', read) };
  return { name: 'scripts read until the control was painted', unit: 'bytes', lines: [line], floorless: true };
}
