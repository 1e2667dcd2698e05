import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compacted } from './compacted';
import type { Point } from './model';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = 20_000 * dayMs + 7 * hourMs;

const series = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 60 * 24 * 12 }).map((step) => now - step * 300_000),
    count: fc.integer({ min: 0, max: 1_024 }),
    atLeast: fc.boolean(),
  }),
  { maxLength: 200 },
);
const tidy = (points: readonly { at: number; count: number; atLeast: boolean }[]): Point[] =>
  points.map(({ atLeast, ...point }) => (atLeast ? { ...point, atLeast } : point));

it('keeps all of two days, one an hour for two weeks, then one a day', () => {
  const points = Array.from({ length: 60 * 24 * 6 }, (_, nth) => ({ at: now - nth * 600_000, count: nth }));
  const kept = compacted(points, now);
  const within = (from: number, to: number) => kept.filter(({ at }) => now - at >= from && now - at < to).length;
  expect(within(0, 2 * dayMs)).toBe(2 * 144);
  expect(Math.abs(within(2 * dayMs, 14 * dayMs) - 12 * 24)).toBeLessThanOrEqual(1);
  expect(Math.abs(within(14 * dayMs, 60 * dayMs) - 46)).toBeLessThanOrEqual(1);
  expect(kept.at(-1)).toEqual(points[0]);
});

it('comes to the same however often it is done', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 0, max: 40 * 24 }), (points, hours) => {
      const [all, later] = [tidy(points), now + hours * hourMs];
      const once = compacted(all, later);
      expect(compacted(compacted(all, now), later).map(({ at }) => at)).toEqual(once.map(({ at }) => at));
      expect(once.map(({ at }) => at)).toEqual(once.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(once.every((point) => all.includes(point))).toBe(true);
    }),
  );
});

it('prefers a count of the whole list, and of these the last', () => {
  const day = now - 20 * dayMs - 7 * hourMs;
  const points = [
    { at: day + 1, count: 1 },
    { at: day + 2, count: 2 },
    { at: day + 3, count: 3, atLeast: true },
  ];
  expect(compacted(points, now)).toEqual([points[1]]);
  expect(compacted(points.slice(2), now)).toEqual([points[2]]);
});
