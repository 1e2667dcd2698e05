import { momentOf, wallAt, zoneNamed } from '../../utils/over-time/zone';

// Scales of a chart, without the chart. Times are ms since 1970; an empty zone is the browser's own.

/** From a span of values to a span of places. A span of nothing lies in the middle. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  return (value: number): number =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
}

const roundSteps = [1, 2, 5, 10] as const;

/** Round numbers from 0 to the first one at or above `most`, about `parts` steps; whole ones only. */
export function countTicks(most: number, parts: number): number[] {
  const rough = Math.max(1, most / parts);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (roundSteps.find((round) => round * power >= rough) ?? 10);
  const steps = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: steps + 1 }, (_, nth) => nth * step);
}

export type TimeUnit = 'hour' | 'day' | 'month' | 'year';

export interface TimeTicks {
  readonly unit: TimeUnit;
  readonly at: readonly number[];
}

const hourMs = 3_600_000;

/** Steps that calendars know, finest first, with about how long each is. */
const timeSteps: readonly (readonly [TimeUnit, number, number])[] = [
  ...([1, 2, 3, 6, 12] as const).map((hours) => ['hour', hours, hours * hourMs] as const),
  ...([1, 2, 4, 7, 14] as const).map((days) => ['day', days, days * 24 * hourMs] as const),
  ...([1, 2, 3, 6] as const).map((months) => ['month', months, months * 730 * hourMs] as const),
  ...([1, 2, 5, 10, 20, 50] as const).map((years) => ['year', years, years * 8_766 * hourMs] as const),
];
const coarsest = ['year', 100, 876_600 * hourMs] as const;

/**
 * Beginnings of hours, days, months or years within a span, as the clocks of a zone show them. `room`: for how many of each
 * there is room.
 */
export function timeTicks(
  [from, to]: readonly [number, number],
  room: Readonly<Record<TimeUnit, number>>,
  zone: string,
): TimeTicks {
  const fits = timeSteps.find(([unit, , length]) => (to - from) / length <= Math.max(1, room[unit] - 1));
  const [unit, step] = fits ?? coarsest;
  const most = Math.max(1, room[unit]);
  const name = zoneNamed(zone);
  const at = new Set<number>();
  const last = wallAt(to, name);
  // One more than fits: the first may lie before the span.
  for (let wall = firstOf(unit, step, wallAt(from, name)), nth = 0; wall <= last && nth <= most; nth += 1) {
    const time = momentOf(wall, name);
    if (time >= from && time <= to) at.add(time);
    wall = later(unit, step, wall);
  }
  return { unit, at: [...at].slice(0, most) };
}

/** Where to begin, at or near a time of the clocks, which is written as if it were UTC. */
function firstOf(unit: TimeUnit, step: number, wall: number): number {
  const date = new Date(wall);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'hour') return wall - (wall % (step * hourMs));
  // Days have no round numbers: they are counted from the first whole one.
  if (unit === 'day') return Math.ceil(wall / (24 * hourMs)) * 24 * hourMs;
  if (unit === 'month') return Date.UTC(year, month - (month % step), 1);
  return Date.UTC(year - (year % step), 0, 1);
}

function later(unit: TimeUnit, step: number, wall: number): number {
  const date = new Date(wall);
  if (unit === 'hour') return wall + step * hourMs;
  if (unit === 'day') return wall + step * 24 * hourMs;
  if (unit === 'month') return date.setUTCMonth(date.getUTCMonth() + step);
  return date.setUTCFullYear(date.getUTCFullYear() + step);
}

interface Counted {
  readonly at: number;
  readonly count: number;
}

/**
 * So few of many points that a line through them looks the same: of each stretch of time the first, the last, the lowest
 * and the highest. `points` in order of time.
 */
export function thinned<P extends Counted>(points: readonly P[], stretches: number): readonly P[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length <= 4 * stretches) return points;
  const place = scale([first.at, last.at], [0, stretches]);
  const kept: P[] = [];
  let stretch: P[] = [];
  let at = -1;
  for (const point of points) {
    const now = Math.min(stretches - 1, Math.floor(place(point.at)));
    if (now !== at) kept.push(...extremes(stretch));
    if (now !== at) stretch = [];
    at = now;
    stretch.push(point);
  }
  return [...kept, ...extremes(stretch)];
}

function extremes<P extends Counted>(stretch: readonly P[]): readonly P[] {
  const lowest = stretch.reduce<P | undefined>((low, one) => (low && low.count <= one.count ? low : one), undefined);
  const highest = stretch.reduce<P | undefined>((top, one) => (top && top.count >= one.count ? top : one), undefined);
  const kept = new Set([stretch[0], lowest, highest, stretch.at(-1)]);
  return stretch.filter((one) => kept.has(one));
}

/** A path that holds each count until the next was seen. */
export function stepPath(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y], nth) => (nth === 0 ? `M${short(x)} ${short(y)}` : `H${short(x)}V${short(y)}`)).join('');
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
