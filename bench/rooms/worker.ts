import type { Page } from 'playwright-core';
import { startSandbox } from '../../sandbox/serve.ts';
import type { Bench } from '../bench.ts';
import type { Plan } from '../extensions.ts';
import type { Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { seed } from '../seed.ts';
import { openStand, type Stand } from '../stand.ts';
import { stopWorkers } from '../workers.ts';

const names = {
  small: 'the smallest worker',
  stored: 'the smallest worker, after a look into the store',
  makes: 'Latchkey, asked for what it knows by heart',
  overview: 'Latchkey, asked for all that the popup draws',
  polyfilled: 'the smallest worker, with the polyfill',
} as const;

type Way = keyof typeof names;
const ways: readonly Way[] = ['small', 'stored', 'makes', 'overview', 'polyfilled'];
const questions: Readonly<Record<Way, string>> = {
  ...{ small: 'any', stored: 'stored', polyfilled: 'any', makes: 'account.makes', overview: 'account.overview' },
};

const plans: readonly Plan[] = ['small', 'polyfilled'].map((name) => ({
  name,
  scripts: { 'background.js': `workers/${name}.ts` },
  manifest: { permissions: ['storage'], background: { service_worker: 'background.js' } },
}));

/** Single answers of an awake background differ by half from one to the next. Odd, for their median. */
const warmAsks = 21;

interface Answered {
  readonly cold: number;
  readonly warm: number;
}

/** From a question to its answer, where the background sleeps and where it is awake. */
export async function worker(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const sandbox = await startSandbox();
  let stand: Stand | undefined;
  try {
    const open = await openStand(bench.built.chromium, plans);
    stand = open;
    await seed(open.browser, { sandbox: sandbox.url });
    const pages = await askers(open);
    const given = await inTurns<Way, Answered>(
      {
        rounds: bench.rounds(8, 30),
        seconds: bench.seconds(10, 40),
        variants: ways,
        measure: ({ variant }) => answered(open, pages[variant], variant),
      },
      (text) => troubles.push(text),
    );
    return reported(given, troubles);
  } finally {
    await stand?.close();
    await sandbox.close();
  }
}

/** A page of each extension, which keeps its process alive and asks. */
async function askers(stand: Stand): Promise<Readonly<Record<Way, Page>>> {
  const opened = async (url: string) => {
    const page = await stand.browser.context.newPage();
    await page.goto(url);
    return page;
  };
  const small = await opened(`${stand.origin('small')}/manifest.json`);
  const polyfilled = await opened(`${stand.origin('polyfilled')}/manifest.json`);
  const ours = await opened(stand.browser.extensionUrl('manifest.json'));
  return { small, stored: small, polyfilled, makes: ours, overview: ours };
}

async function answered({ cdp }: Stand, page: Page, way: Way): Promise<Answered> {
  await stopWorkers(cdp);
  const cold = await page.evaluate(ask, questions[way]);
  const times: number[] = [];
  for (let nth = 0; nth < warmAsks; nth += 1) times.push(await page.evaluate(ask, questions[way]));
  times.sort((a, b) => a - b);
  return { cold, warm: times[(warmAsks - 1) / 2] ?? Number.NaN };
}

/** Runs in a page of the extension; gives milliseconds. */
async function ask(question: string): Promise<number> {
  const began = performance.now();
  const answer = await Reflect.get(globalThis, 'chrome').runtime.sendMessage({ question });
  if (!('answer' in answer)) throw new Error(`${question} was not answered: ${JSON.stringify(answer)}`);
  return performance.now() - began;
}

function reported(given: Given<Way, Answered>, troubles: readonly string[]): Report {
  const lines = (some: readonly Way[], figure: (answered: Answered) => number, goal: Line['goal']) =>
    some.map(
      (way): Line => ({
        name: names[way],
        samples: samples(given, way, figure),
        ...((way === 'makes' || way === 'overview') && goal && { goal }),
      }),
    );
  const cold = ({ cold }: Answered) => cold;
  const warm = ({ warm }: Answered) => warm;
  return {
    title: 'Waking the background',
    cases: [
      { name: 'asleep', unit: 'ms', lines: lines(ways, cold, { times: 1.15 }) },
      { name: 'awake', unit: 'ms', lines: lines(ways, warm, { times: 1.5 }) },
      { name: 'awake, against one that reads', unit: 'ms', lines: lines(['stored', 'overview'], warm, undefined) },
    ],
    remarks: [
      'Asked from a page of the extension’s own that stays open. Each restart was seen: no worker ran before the question.',
    ],
    troubles,
  };
}
