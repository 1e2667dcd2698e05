import { describe, expect, it } from 'vitest';
import type { Rhythm } from '../../../utils/over-time/model';
import { nextTimes } from './next-times';
import { isTwice, localIn, timeAt } from './zone-clock';

const paris = 'Europe/Paris';
const open = { freeze: [] };
const nightly: Rhythm = { kind: 'at', days: [0, 1, 2, 3, 4, 5, 6], times: ['02:30'] };
const utc = (text: string) => Date.parse(`${text}Z`);

describe('what a clock shows', () => {
  it.each([
    ['2026-01-15T02:30', '2026-01-15T01:30'],
    ['2026-07-15T02:30', '2026-07-15T00:30'],
    // Put forward from 02:00 to 03:00: the end of the gap.
    ['2026-03-29T02:30', '2026-03-29T01:00'],
    // Put back from 03:00 to 02:00: the first of the two.
    ['2026-10-25T02:30', '2026-10-25T00:30'],
  ])('%s in Paris is %s in UTC', (local, there) => {
    expect(timeAt(local, paris)).toBe(utc(there));
  });

  it('reads back what it wrote, and nothing else', () => {
    expect(localIn(utc('2026-07-15T00:30'), paris)).toBe('2026-07-15T02:30');
    for (const text of ['', '2026-07-15', '2026-07-15T25:99', 'now']) expect(timeAt(text, paris)).toBeUndefined();
  });

  it('knows the hour that comes twice', () => {
    expect(isTwice(utc('2026-10-25T00:30'), paris)).toBe(true);
    expect(isTwice(utc('2026-10-25T02:30'), paris)).toBe(false);
  });
});

describe('the next times', () => {
  it('says where the clocks leave a time out, and where they show it twice', () => {
    const spring = nextTimes(nightly, { now: utc('2026-03-28T00:00'), rules: open, zone: paris }, 3);
    expect(spring).toEqual([
      { at: utc('2026-03-28T01:30') },
      { at: utc('2026-03-29T01:00'), clocks: 'skipped' },
      { at: utc('2026-03-30T00:30') },
    ]);
    const autumn = nextTimes(nightly, { now: utc('2026-10-25T00:00'), rules: open, zone: paris }, 1);
    expect(autumn).toEqual([{ at: utc('2026-10-25T00:30'), clocks: 'twice' }]);
  });

  it('says what they are put off by', () => {
    const rules = { quiet: { from: '22:00', to: '07:00' }, freeze: [] };
    expect(nextTimes(nightly, { now: utc('2026-01-15T00:00'), rules, zone: paris }, 1)).toEqual([
      { at: utc('2026-01-15T06:00'), moved: { from: utc('2026-01-15T01:30'), why: 'quiet' } },
    ]);
  });

  it('has none after the only one', () => {
    const at = utc('2026-01-15T01:30');
    const only = { kind: 'once', at } as const;
    expect(nextTimes(only, { now: at - 1, rules: open, zone: paris }, 3)).toEqual([{ at }]);
    expect(nextTimes(only, { now: at, rules: open, zone: paris }, 3)).toEqual([]);
  });
});
