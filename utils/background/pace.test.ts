import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun, ended, gapFor, gapLeft, type Pace, restLeft, tabTimes, tabWait, untouched } from './pace';

const now = Date.UTC(2026, 10, 20, 12);
const complaint = { kind: 'slow-down' } as const;

/** The rests that so many complaints in a row bring. */
function rests(many: number): number[] {
  let pace: Pace = untouched;
  return Array.from({ length: many }, () => {
    pace = ended(pace, complaint, now);
    return restLeft(pace, now) / 1_000;
  });
}

describe('the pace of one source', () => {
  it('lets the first look through at once, and a second one after the gap', () => {
    expect([gapLeft(untouched, now), restLeft(untouched, now)]).toEqual([0, 0]);
    const pace = begun(untouched, gapFor('gateway', 0.5), now);
    expect([0, 400, 999, 1_000, 9_000].map((ms) => gapLeft(pace, now + ms))).toEqual([1_000, 600, 1, 0, 0]);
  });

  it('is slower with the public page, and never the same', () => {
    expect([0, 0.5, 1].map((random) => gapFor('page', random))).toEqual([1_200, 1_650, 2_100]);
  });

  it('rests as long as it is told to', () => {
    const pace = ended(untouched, { ...complaint, waitMs: 7_000 }, now);
    expect([0, 6_999, 7_000].map((ms) => restLeft(pace, now + ms))).toEqual([7_000, 1, 0]);
    expect(pace.restFor).toBe('slow-down');
  });

  it('rests ever longer where nobody says how long, up to ten minutes', () => {
    expect(rests(7)).toEqual([30, 60, 120, 240, 480, 600, 600]);
    expect(rests(1_000).at(-1)).toBe(600);
  });

  it('is forgiven by an answer, not by another trouble', () => {
    const twice = ended(ended(untouched, complaint, now), complaint, now);
    expect(ended(twice, { kind: 'timed-out' }, now)).toEqual(twice);
    expect(restLeft(ended(twice, undefined, now), now)).toBe(0);
    expect(restLeft(ended(ended(twice, undefined, now), complaint, now), now)).toBe(30_000);
    expect(restLeft(ended(untouched, { kind: 'restricted' }, now), now)).toBe(30_000);
  });

  it('locks nobody out for longer than it says, whatever the clock does', () => {
    const pace = ended(begun(untouched, 1_000, now), complaint, now);
    for (const then of [now - 86_400_000, now + 86_400_000, 0]) {
      expect([gapLeft(pace, then), restLeft(pace, then)]).toEqual([0, 0]);
    }
  });
});

describe('a page', () => {
  it('has twelve looks in any minute, whenever it asks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (pauses) => {
        const looks: number[] = [];
        let times: number[] = [];
        let at = now;
        for (const pause of pauses) {
          at += pause;
          if (tabWait(times, at) > 0) continue;
          times = tabTimes(times, at);
          looks.push(at);
        }
        for (const start of looks) {
          expect(looks.filter((look) => look >= start && look < start + 60_000).length).toBeLessThanOrEqual(12);
        }
      }),
    );
  });

  it('is told how long to wait', () => {
    const times = Array.from({ length: 12 }, (_, nth) => now + nth * 1_000);
    expect(tabWait(times, now + 11_000)).toBe(49_000);
    expect(tabWait(times, now + 60_000)).toBe(0);
    expect(tabWait(times.slice(1), now + 11_000)).toBe(0);
  });
});
