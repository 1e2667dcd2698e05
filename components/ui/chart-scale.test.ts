import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTicks, scale, stepPath, thinned, timeTicks } from './chart-scale';

const dayMs = 86_400_000;
const roomFor = (most: number) => ({ hour: most, day: most, month: most, year: most });

describe('a scale', () => {
  it('leads from values to places, upside down too', () => {
    expect([0, 5, 10].map(scale([0, 10], [100, 0]))).toEqual([100, 50, 0]);
    expect(scale([7, 7], [0, 100])(7)).toBe(50);
  });
});

describe('numbers at an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [350, [0, 100, 200, 300, 400]],
    [922, [0, 500, 1000]],
    [1024, [0, 500, 1000, 1500]],
    [5000, [0, 2000, 4000, 6000]],
  ])('up to %i', (most, ticks) => {
    expect(countTicks(most, 4)).toEqual(ticks);
  });

  it('are whole, evenly spaced, few, and reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 1, max: 8 }), (most, parts) => {
        const ticks = countTicks(most, parts);
        const steps = ticks.slice(1).map((tick, nth) => tick - (ticks[nth] ?? 0));
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(new Set(steps).size).toBe(1);
        expect(ticks.length).toBeLessThanOrEqual(parts + 2);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      }),
    );
  });
});

describe('times at an axis', () => {
  it.each([
    [2 * dayMs, 'hour'],
    [10 * dayMs, 'day'],
    [200 * dayMs, 'month'],
    [3000 * dayMs, 'year'],
  ])('over %i ms stand at each beginning of a %s', (span, unit) => {
    const from = new Date(2026, 3, 9, 10, 25).getTime();
    const ticks = timeTicks([from, from + span], roomFor(6), '');
    expect(ticks.unit).toBe(unit);
    expect(ticks.at.length).toBeGreaterThan(1);
    for (const at of ticks.at.map((time) => new Date(time))) {
      expect([at.getMinutes(), at.getSeconds()]).toEqual([0, 0]);
      if (unit !== 'hour') expect(at.getHours()).toBe(0);
      if (unit === 'month') expect(at.getDate()).toBe(1);
    }
  });

  it('are those of a zone, also where its clocks are changed on the way', () => {
    const from = Date.UTC(2026, 2, 26);
    const { at } = timeTicks([from, from + 6 * dayMs], roomFor(7), 'Europe/Paris');
    const hours = at.map((time) => new Date(time).getUTCHours());
    expect(hours).toEqual([23, 23, 23, 22, 22, 22]);
  });

  it('are finer where there is room for them', () => {
    const span = [0, 25 * dayMs] as const;
    expect(timeTicks(span, { ...roomFor(2), day: 3 }, 'UTC')).toEqual({ unit: 'day', at: [0, 14 * dayMs] });
    expect(timeTicks(span, roomFor(2), 'UTC').unit).toBe('month');
  });

  it('lie within the span, in order, and are few, whatever it is', () => {
    const time = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 2, max: 9 }), (from, span, most) => {
        const { at } = timeTicks([from, from + span], roomFor(most), 'Europe/Paris');
        expect(at.length).toBeLessThanOrEqual(most);
        expect(at.every((one) => one >= from && one <= from + span)).toBe(true);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('thinning out', () => {
  const point = fc.record({ at: fc.integer({ min: 0, max: 1e9 }), count: fc.integer({ min: 0, max: 5000 }) });
  const series = fc.array(point, { maxLength: 400 }).map((points) => points.toSorted((a, b) => a.at - b.at));

  it('keeps the ends and the extremes, and never more than four of a stretch', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 20 }), (points, stretches) => {
        const kept = thinned(points, stretches);
        const counts = (some: typeof points) => some.map(({ count }) => count);
        expect(kept.length).toBeLessThanOrEqual(4 * stretches);
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
        expect(Math.max(...counts([...kept]))).toBe(Math.max(...counts(points)));
        expect(Math.min(...counts([...kept]))).toBe(Math.min(...counts(points)));
      }),
    );
  });

  it('leaves few as they are', () => {
    expect(thinned([], 5)).toEqual([]);
    expect(thinned([{ at: 1, count: 2 }], 5)).toEqual([{ at: 1, count: 2 }]);
  });
});

it('draws steps', () => {
  expect(stepPath([])).toBe('');
  expect(
    stepPath([
      [0, 10],
      [5.04, 8],
      [9, 1.26],
    ]),
  ).toBe('M0 10H5V8H9V1.3');
});
