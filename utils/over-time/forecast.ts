import { daysUntil, type Walk } from './first-passage';
import type { Forecast, Point } from './model';
import { dayMs } from './zone';

/** What is older tells of another time. */
const windowMs = 28 * dayMs;
const leastSpanMs = dayMs / 2;
const leastPoints = 4;
/** Enough for the slope, and little work. */
const mostStretches = 28;
const yearDays = 365;
/** Beyond this, `to` is left open. */
const longestDays = 10 * yearDays;

/**
 * When a group reaches `limit` members, by its counts of the last weeks. Members come and go by chance around a steady rate:
 * the less is known of the rate and the more chance there is, the wider `from` and `to`. Pure.
 */
export function forecast(points: readonly Point[], limit: number, now: number): Forecast {
  const known = points.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  const since = reachedSince(known, limit);
  if (since !== undefined) return { kind: 'reached', since };
  const recent = withoutSlips(known.filter(({ at, atLeast }) => !atLeast && at > now - windowMs));
  const [first, last] = [recent[0], recent.at(-1)];
  if (!first || !last || recent.length < leastPoints || last.at - first.at < leastSpanMs) return { kind: 'unknown' };
  if (recent.every(({ count }) => count === first.count)) return { kind: 'steady' };
  return ahead({ walk: walkOf(recent), last, limit, now });
}

interface Outlook {
  readonly walk: Walk;
  readonly last: Point;
  readonly limit: number;
  readonly now: number;
}

function ahead({ walk, last, limit, now }: Outlook): Forecast {
  const { drift, driftError } = walk;
  if (drift + driftError < 0) return { kind: 'shrinking' };
  if (drift < driftError / 2) return { kind: 'steady' };
  const inDays = (chance: number) => daysUntil(limit - last.count, chance, walk, longestDays);
  const [from, middle, to] = [inDays(0.1), inDays(0.5), inDays(0.9)];
  if (from === undefined || middle === undefined || middle > yearDays) return { kind: 'far' };
  const moment = (days: number) => Math.max(now, Math.round(last.at + days * dayMs));
  return {
    kind: 'on',
    at: moment(middle),
    from: moment(from),
    ...(to !== undefined && { to: moment(to) }),
    perDay: drift,
  };
}

/** Since when all counts have been at the limit; a count of a partial list tells where it is high enough, else nothing. */
function reachedSince(known: readonly Point[], limit: number): number | undefined {
  let since: number | undefined;
  for (const { at, count, atLeast } of known.toReversed()) {
    if (count >= limit) since = at;
    else if (!atLeast) break;
  }
  return since;
}

/** Leaves out counts that both their neighbours contradict: somebody has miscounted. */
function withoutSlips(points: readonly Point[]): readonly Point[] {
  return points.filter(({ count }, nth) => {
    const around = points.slice(Math.max(0, nth - 2), nth + 3).map((point) => point.count);
    const others = around.toSpliced(nth - Math.max(0, nth - 2), 1);
    const off = Math.abs(count - median(others));
    const spread = median(others.map((other) => Math.abs(other - median(others))));
    return off <= Math.max(10, 0.1 * median(others), 6 * spread);
  });
}

function walkOf(points: readonly Point[]): Walk {
  const ends = stretchEnds(points);
  const drift = slopeOf(ends);
  const steps = ends.slice(1).flatMap((b, nth) => {
    const a = ends[nth];
    return a ? [(b.count - a.count - drift * days(a, b)) ** 2 / days(a, b)] : [];
  });
  const [first, last] = [ends[0], ends.at(-1)];
  const span = first && last ? days(first, last) : 1;
  // People come and go one by one: their number is never surer than that of coins thrown.
  const variance = Math.max(mean(steps), Math.abs(drift), 1 / span);
  const spread = Math.sqrt(variance);
  return { drift, spread, driftError: Math.hypot(spread * Math.sqrt(1.2 / span), drift * unevenness(span)) };
}

/** By day a group grows faster than at night: who has not seen two days of it cannot tell by how much. */
function unevenness(span: number): number {
  return 0.5 * Math.max(0, 1 - span / 2);
}

/** Members a day, by least squares. */
function slopeOf(points: readonly Point[]): number {
  const at = mean(points.map((point) => point.at));
  const count = mean(points.map((point) => point.count));
  const shared = points.reduce((sum, point) => sum + (point.at - at) * (point.count - count), 0);
  return (shared / points.reduce((sum, point) => sum + (point.at - at) ** 2, 0)) * dayMs;
}

function days(from: Point, to: Point): number {
  return (to.at - from.at) / dayMs;
}

/** The last count of each of equal stretches of time, and the very first. */
function stretchEnds(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const stretch = (last.at - first.at) / mostStretches;
  const ends = new Map(points.map((point) => [Math.ceil((point.at - first.at) / stretch), point]));
  return [...ends.values()];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
