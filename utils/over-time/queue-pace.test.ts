import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leftMs, nextJoinAt, usualPerMinute } from './queue-pace';

const paces = fc.integer({ min: 1, max: 5 });
const chances = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

it('never joins more often in any minute than the pace allows, and is no beat', () => {
  fc.assert(
    fc.property(paces, fc.array(chances, { minLength: 20, maxLength: 60 }), (perMinute, dice) => {
      const times = [0];
      for (const chance of dice) times.push(nextJoinAt(times.at(-1) ?? 0, perMinute, chance));
      for (const [nth, time] of times.entries()) {
        const minute = times.filter((other) => other >= time && other - time <= 60_000);
        expect(minute.length).toBeLessThanOrEqual(perMinute);
        const gap = time - (times[nth - 1] ?? time - 60_000 / perMinute);
        expect(gap).toBeLessThanOrEqual((1.5 * 60_000) / perMinute + 1);
      }
    }),
  );
  expect(new Set([0, 0.3, 0.6, 0.9].map((chance) => nextJoinAt(0, 2, chance))).size).toBe(4);
});

it('takes a pace that is none for the nearest that is one', () => {
  expect(nextJoinAt(0, 600, 0)).toBe(nextJoinAt(0, 5, 0));
  expect(nextJoinAt(0, 0, -1)).toBe(nextJoinAt(0, 1, 0));
});

it('says how long the rest takes on the average', () => {
  const joins = 1_000;
  for (const perMinute of [usualPerMinute, 3, 5]) {
    let at = 0;
    for (let nth = 0; nth < joins; nth += 1) at = nextJoinAt(at, perMinute, (nth + 0.5) / joins);
    expect(Math.abs(leftMs(joins, perMinute) / at - 1)).toBeLessThan(0.01);
  }
  expect(leftMs(0, 3)).toBe(0);
});
