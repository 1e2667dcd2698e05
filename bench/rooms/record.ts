import type { Page } from 'playwright-core';
import { startSandbox } from '../../sandbox/serve.ts';
import { answered } from '../../tests/e2e/seeded.ts';
import type { Bench } from '../bench.ts';
import type { Plan } from '../extensions.ts';
import type { Case, Line, Report } from '../report.ts';
import { type Given, inTurns, samples } from '../rounds.ts';
import { type Seeded, seed } from '../seed.ts';
import { openStand, type Stand } from '../stand.ts';

/** Rows that are handed to `record.add` in one go. */
const atOnce = 1_000;
/** One array of more would take minutes. */
const mostInArray = 10_000;

const keeping: Plan = {
  name: 'keeping',
  scripts: { 'background.js': 'workers/keeping.ts' },
  manifest: { permissions: ['storage', 'unlimitedStorage'], background: { service_worker: 'background.js' } },
};

/** A browser whose record has so many rows, and one array beside it as many. */
interface Shelf {
  readonly rows: number;
  readonly stand: Stand;
  readonly seeded: Seeded;
  readonly ours: Page;
  readonly theirs: Page;
}

interface Kept {
  readonly append: number;
  readonly handOuts: number;
  readonly codes: number;
  readonly key: number;
}

/** The peer, by itself: what it writes keeps the disk busy for a while. */
interface InArray {
  readonly append: number;
  readonly newest: number;
}

/** One more line in the record, and its newest fifty, however long it is. */
export async function record(bench: Bench): Promise<Report> {
  const troubles: string[] = [];
  const sandbox = await startSandbox();
  const shelves: Shelf[] = [];
  const sizes = bench.full ? [1_000, 10_000, 100_000] : [1_000, 10_000];
  try {
    for (const rows of sizes) shelves.push(await filled(bench.built.chromium, rows, sandbox.url));
    const given = await inTurns<number, Kept>(
      {
        rounds: bench.rounds(10, 40),
        seconds: bench.seconds(10, 100),
        variants: sizes,
        measure: ({ variant, nth }) => kept(shelves, variant, nth),
      },
      (text) => troubles.push(text),
    );
    const small = sizes.filter((rows) => rows <= mostInArray);
    const peer = await inTurns<number, InArray>(
      {
        rounds: bench.rounds(2, 5),
        seconds: bench.seconds(5, 40),
        variants: small,
        measure: ({ variant, nth }) => keptInArray(shelves, variant, nth),
      },
      (text) => troubles.push(text),
    );
    return { title: 'The record, as it grows', cases: casesOf(given, peer, sizes), remarks, troubles };
  } finally {
    for (const { stand } of shelves) await stand.close();
    await sandbox.close();
  }
}

const remarks = [
  'Asked from a page of the extension’s own, so the message there and back is in every figure. Floor and peer are asked in the same way.',
];

async function filled(extension: string, rows: number, sandbox: string): Promise<Shelf> {
  const stand = await openStand(extension, [keeping]);
  const seeded = await seed(stand.browser, { sandbox });
  const tab = await stand.browser.open(stand.browser.extensionUrl('welcome.html'));
  for (let from = 0; from < rows; from += atOnce) {
    const places = Array.from({ length: atOnce }, (_, nth) => from + nth);
    const added = { lineage: places.map(lineageRow), ledger: places.map(ledgerRow) };
    await answered(tab, 'record.add', added);
  }
  await tab.close();
  const opened = async (url: string) => {
    const page = await stand.browser.context.newPage();
    await page.goto(url);
    return page;
  };
  const ours = await opened(stand.browser.extensionUrl('manifest.json'));
  const theirs = await opened(`${stand.origin('keeping')}/manifest.json`);
  if (rows <= mostInArray) await theirs.evaluate(ask, fillArray(rows));
  return { rows, stand, seeded, ours, theirs };
}

const fillArray = (rows: number) => ({
  ...{ question: 'fill array', asked: Array.from({ length: rows }, (_, nth) => ledgerRow(nth)) },
});

const rowOf = (nth: number) => ({
  ...{ at: 1_767_225_600_000 + nth, account: 'a', group: `${nth % 200}@g.us`, name: 'Book club' },
  code: `HFakeBench${String(nth).padStart(12, '0')}`,
});
const lineageRow = (nth: number) => ({ ...rowOf(nth), id: `code ${nth}`, event: 'first-seen', how: 'read' });
const ledgerRow = (nth: number) => ({ ...rowOf(nth), id: `given ${nth}`, kind: 'given', shape: 'link' });

function shelfOf(shelves: readonly Shelf[], rows: number): Shelf {
  const shelf = shelves.find((one) => one.rows === rows);
  if (!shelf) throw new Error(`there is no record of ${rows} rows`);
  return shelf;
}

async function keptInArray(shelves: readonly Shelf[], rows: number, nth: number): Promise<InArray> {
  const { theirs } = shelfOf(shelves, rows);
  return {
    append: await theirs.evaluate(ask, { question: 'append to array', asked: ledgerRow(rows + nth) }),
    newest: await theirs.evaluate(ask, { question: 'newest fifty' }),
  };
}

async function kept(shelves: readonly Shelf[], rows: number, nth: number): Promise<Kept> {
  const shelf = shelfOf(shelves, rows);
  const { ours, theirs } = shelf;
  const note = { question: 'ledger.note', asked: { ...shelf.seeded, shape: 'link' } };
  const newest = { filter: {}, limit: 50 };
  return {
    key: await theirs.evaluate(ask, { question: 'one key', asked: nth }),
    append: await ours.evaluate(ask, note),
    handOuts: await ours.evaluate(ask, { question: 'ledger.list', asked: newest }),
    codes: await ours.evaluate(ask, { question: 'lineage.list', asked: newest }),
  };
}

/** Runs in a page of the extension; gives milliseconds. */
async function ask(message: { readonly question: string; readonly asked?: unknown }): Promise<number> {
  const began = performance.now();
  const answer = await Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
  if (answer?.trouble) throw new Error(`${message.question} was troubled: ${JSON.stringify(answer)}`);
  return performance.now() - began;
}

function casesOf(given: Given<number, Kept>, peer: Given<number, InArray>, sizes: readonly number[]): Case[] {
  const called = (rows: number) => rows.toLocaleString('en');
  const at = (rows: number, pick: (kept: Kept) => number) => samples(given, rows, pick);
  const growth = (name: string, pick: (kept: Kept) => number): Case => ({
    ...{ name, unit: 'ms' },
    lines: sizes.map((rows, nth): Line => {
      const line = { name: `Latchkey, ${called(rows)} rows`, samples: at(rows, pick) };
      return nth === 0 ? line : { ...line, goal: { times: 1.3 } };
    }),
  });
  const against = sizes.map((rows): Case => {
    const isArray = rows <= mostInArray;
    const array: Line = { name: 'one array in storage.local', samples: samples(peer, rows, ({ append }) => append) };
    const lines: Line[] = [
      { name: 'one small key', samples: at(rows, ({ key }) => key) },
      { name: 'Latchkey', samples: at(rows, ({ append }) => append) },
    ];
    return { name: `one more line, at ${called(rows)} rows`, unit: 'ms', lines: isArray ? [...lines, array] : lines };
  });
  const array: Case = {
    ...{ name: 'newest fifty, of one array', unit: 'ms' },
    lines: sizes
      .filter((rows) => rows <= mostInArray)
      .map((rows) => ({ name: `${called(rows)} rows`, samples: samples(peer, rows, ({ newest }) => newest) })),
  };
  return [
    ...against,
    growth('one more line', ({ append }) => append),
    growth('newest fifty hand-outs', ({ handOuts }) => handOuts),
    growth('newest fifty codes', ({ codes }) => codes),
    array,
  ];
}
