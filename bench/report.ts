import { ratios, type Spread, spreadOf } from './rounds.ts';

/** One way of doing a thing, and what it took in each round. */
export interface Line {
  readonly name: string;
  readonly samples: readonly (number | undefined)[];
  /** At most so many times the floor, or so much in the unit of the case. */
  readonly goal?: { readonly times: number } | { readonly most: number };
}

/** The same thing done in several ways; the first line is the floor, unless there is none. */
export interface Case {
  readonly name: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** No line of it is a floor: figures that are goals in themselves. */
  readonly floorless?: true;
}

/** What a room of the bench gives. */
export interface Report {
  readonly title: string;
  readonly cases: readonly Case[];
  readonly remarks?: readonly string[];
  readonly troubles?: readonly string[];
}

export interface Row {
  readonly what: string;
  readonly way: string;
  readonly figure: string;
  readonly rounds: string;
  readonly times: string;
  readonly goal: string;
  readonly reached: boolean | undefined;
}

export function rowsOf({ cases }: Report): Row[] {
  return cases.flatMap((one) => one.lines.map((line, nth) => rowOf(one, line, nth)));
}

function rowOf({ name, unit, lines, floorless }: Case, { name: way, samples, goal }: Line, nth: number): Row {
  const spread = spreadOf(samples);
  const isFloor = nth === 0 && !floorless;
  const times = isFloor || floorless ? undefined : spreadOf(ratios(samples, lines[0]?.samples ?? []));
  return {
    what: name,
    way: isFloor ? `${way} (floor)` : way,
    figure: spread ? `${said(spread)} ${unit}`.trim() : 'failed',
    rounds: spread ? String(spread.count) : '',
    times: isFloor ? '1' : times ? `${said(times)}` : '',
    goal: goal ? ('times' in goal ? `≤ ${goal.times} ×` : `≤ ${goal.most.toLocaleString('en')} ${unit}`.trim()) : '',
    reached: goal && reached(goal, spread, times),
  };
}

function reached(goal: NonNullable<Line['goal']>, spread: Spread | undefined, times: Spread | undefined): boolean {
  if ('times' in goal) return times !== undefined && round(times.median) <= goal.times;
  return spread !== undefined && round(spread.median) <= goal.most;
}

/** The median, and between which two figures half of all rounds lie. */
function said({ median, low, high, count }: Spread): string {
  const middle = shown(median);
  return count < 3 || low === high ? middle : `${middle} [${shown(low)}–${shown(high)}]`;
}

function shown(value: number): string {
  return round(value).toLocaleString('en', { maximumFractionDigits: 3, useGrouping: true });
}

/** To what the figure can bear. */
function round(value: number): number {
  const size = Math.abs(value);
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return Number(value.toFixed(places));
}

export function markdown({ title, remarks = [], troubles = [], ...rest }: Report): string {
  const head = [
    '| what | way | median [middle half] | rounds | × floor | goal | |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
  ];
  const rows = rowsOf({ title, ...rest });
  const lines = rows.map(
    ({ what, way, figure, rounds, times, goal, reached }, nth) =>
      `| ${what === rows[nth - 1]?.what ? '' : what} | ${way} | ${figure} | ${rounds} | ${times} | ${goal} | ${verdict(reached)} |`,
  );
  const failed = troubles.map((trouble) => `- Failed: ${trouble}`);
  return [`## ${title}`, '', ...head, ...lines, '', ...remarks.map((one) => `- ${one}`), ...failed, ''].join('\n');
}

function verdict(reached: boolean | undefined): string {
  if (reached === undefined) return '';
  return reached ? 'reached' : '**not reached**';
}
