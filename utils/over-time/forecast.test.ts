import { describe, expect, it } from 'vitest';
import { compacted } from './compacted';
import { forecast } from './forecast';
import type { Point } from './model';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = 20_000 * dayMs;

/** Counts of every `everyHours`, the last of them now. */
function counted(days: number, everyHours: number, count: (day: number) => number): Point[] {
  const steps = Math.round((days * 24) / everyHours);
  return Array.from({ length: steps + 1 }, (_, nth) => {
    const day = (nth * everyHours) / 24 - days;
    return { at: now + day * dayMs, count: Math.round(count(day)) };
  });
}

/** Chance that can be played again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function arrivals(mean: number, chance: () => number): number {
  let count = 0;
  for (let left = Math.exp(-mean), product = chance(); product > left; product *= chance()) count += 1;
  return count;
}

interface Life {
  readonly joins: number;
  readonly leaves: number;
  readonly days: number;
  readonly everyHours: number;
  readonly room: number;
  /** How often a count is wrong. */
  readonly slips?: number;
}

/** How often, of all times a date is given, the group fills up between `from` and `to`. */
function coverage({ joins, leaves, days, everyHours, room, slips = 0 }: Life): number {
  let [given, within] = [0, 0];
  for (let seed = 1; seed <= 90; seed += 1) {
    const chance = dice(seed);
    const step = () => arrivals((joins * everyHours) / 24, chance) - arrivals((leaves * everyHours) / 24, chance);
    let count = 500;
    const points = counted(days, everyHours, () => {
      count += step();
      return count;
    });
    const seen = points.map((point, nth) =>
      nth < points.length - 1 && chance() < slips ? { ...point, count: point.count * chance() } : point,
    );
    const limit = count + room;
    const told = forecast(compacted(seen, now), limit, now);
    if (told.kind !== 'on') continue;
    let at = now;
    while (count < limit && at < now + 3_000 * dayMs) {
      count += step();
      at += everyHours * hourMs;
    }
    given += 1;
    if (at >= told.from && at - everyHours * hourMs <= (told.to ?? Infinity)) within += 1;
  }
  expect(given).toBeGreaterThan(45);
  return within / given;
}

describe('a forecast', () => {
  it('tells when a group that grows evenly is full', () => {
    const told = forecast(
      counted(14, 1, (day) => 800 + 5 * day),
      900,
      now,
    );
    if (told.kind !== 'on') throw new Error(told.kind);
    expect(Math.abs(told.at - (now + 20 * dayMs))).toBeLessThan(2 * dayMs);
    expect(told.perDay).toBeCloseTo(5, 0);
    expect(told.from).toBeGreaterThan(now + 8 * dayMs);
    expect(told.from).toBeLessThan(now + 17.5 * dayMs);
    expect(told.from).toBeLessThan(told.at);
    expect(told.to).toBeGreaterThan(told.at);
    expect(told.to).toBeLessThan(now + 45 * dayMs);
  });

  it.each<[string, Life]>([
    ['of two weeks, hour by hour', { joins: 5, leaves: 2, days: 14, everyHours: 1, room: 50 }],
    ['of three days', { joins: 8, leaves: 2, days: 3, everyHours: 2, room: 60 }],
    ['of a month, slow', { joins: 1, leaves: 0.4, days: 28, everyHours: 6, room: 25 }],
    ['of five counts', { joins: 6, leaves: 2, days: 5, everyHours: 24, room: 50 }],
    ['with counts that are wrong', { joins: 5, leaves: 2, days: 21, everyHours: 2, room: 60, slips: 0.02 }],
  ])('is right about four times of five: %s', (_, life) => {
    const share = coverage(life);
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.93);
  });

  it('is the surer the more is known', () => {
    const width = (days: number) => {
      const told = forecast(
        counted(days, 1, (day) => 800 + 5 * day),
        900,
        now,
      );
      return told.kind === 'on' ? (told.to ?? Infinity) - told.from : Number.NaN;
    };
    expect(width(21)).toBeLessThan(width(7));
    expect(width(7)).toBeLessThan(width(3));
  });

  it('is not moved by one wrong count', () => {
    const points = counted(14, 6, (day) => 800 + 5 * day);
    const wrong = points.map((point, nth) => (nth === 20 ? { ...point, count: 3 } : point));
    const [right, told] = [points, wrong].map((series) => forecast(series, 900, now));
    if (right?.kind !== 'on' || told?.kind !== 'on') throw new Error('no date');
    expect(Math.abs(told.at - right.at)).toBeLessThan(dayMs / 2);
  });

  it.each<[string, Point[]]>([
    ['three counts', counted(3, 36, (day) => 800 + day)],
    ['less than half a day', counted(0.4, 1, (day) => 800 + 50 * day)],
    [
      'nothing since a month',
      counted(10, 6, (day) => 800 + day).map((point) => ({ ...point, at: point.at - 40 * dayMs })),
    ],
    ['counts of partial lists', counted(10, 6, (day) => 800 + day).map((point) => ({ ...point, atLeast: true }))],
    ['nothing', []],
  ])('is not given from %s', (_, points) => {
    expect(forecast(points, 900, now)).toEqual({ kind: 'unknown' });
  });

  it('says what does not come to a date', () => {
    expect(
      forecast(
        counted(14, 6, () => 800),
        900,
        now,
      ),
    ).toEqual({ kind: 'steady' });
    expect(
      forecast(
        counted(14, 6, (day) => 800 - 6 * day),
        1_100,
        now,
      ),
    ).toEqual({ kind: 'shrinking' });
    expect(
      forecast(
        counted(28, 6, (day) => 100 + 1.5 * day),
        4_500,
        now,
      ),
    ).toEqual({ kind: 'far' });
  });

  it('says since when a group has been full', () => {
    const points = [890, 905, 899, 900, 910].map((count, nth) => ({ at: now - (5 - nth) * hourMs, count }));
    expect(forecast(points, 900, now)).toEqual({ kind: 'reached', since: now - 2 * hourMs });
    const partly = [...points, { at: now - 1, count: 500, atLeast: true }];
    expect(forecast(partly, 900, now)).toEqual({ kind: 'reached', since: now - 2 * hourMs });
    expect(forecast([{ at: now, count: 950, atLeast: true }], 900, now)).toEqual({ kind: 'reached', since: now });
    expect(forecast([...points, { at: now, count: 880 }], 900, now).kind).toBe('unknown');
  });

  it('is never before now, and never troubled by odd counts', () => {
    const old = counted(14, 6, (day) => 895 + 5 * day).map((point) => ({ ...point, at: point.at - 5 * dayMs }));
    const told = forecast(old, 900, now);
    if (told.kind === 'on') expect(told.from).toBeGreaterThanOrEqual(now);
    const wild = counted(14, 6, (day) => (Math.abs(Math.round(day * 4)) % 2 === 0 ? 0 : 5_000));
    for (const limit of [1, 5_001, 1e9]) expect(forecast(wild, limit, now).kind).toBeTypeOf('string');
    const same = Array.from({ length: 9 }, (_, nth) => ({ at: now - (nth % 2) * dayMs, count: nth }));
    expect(forecast(same, 900, now).kind).toBeTypeOf('string');
  });
});
