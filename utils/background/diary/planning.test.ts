import { describe, expect, it } from 'vitest';
import type { Campaign, Entry, Rhythm, Rules } from '../../over-time/model';
import { fitted, following, wantedLines } from './planning';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 2, 9);
const tonight = Date.UTC(2026, 10, 3, 2);
const nightly: Rhythm = { kind: 'at', days: [0, 1, 2, 3, 4, 5, 6], times: ['02:00'] };
const rules = { watching: true, everyMinutes: 60 } as Rules;
const moment = { now, zone: 'UTC', rules };
const cares = { g: { watch: true, rhythm: nightly }, h: { watch: true } };
const campaign: Campaign = {
  ...{ id: 'c', name: 'Spring', startAt: now - hour, endAt: now + hour, groups: ['g', 'h', 'g'], notes: '' },
  atEnd: 'retire',
};
const all = { rules, cares, campaigns: [campaign], watchers: ['a', 'a'] };

const begun = () => fitted([], wantedLines(all), moment);
const lineIn = (diary: readonly Entry[], id: string) => diary.find((line) => line.id === id);

describe('the diary', () => {
  it('has a line for each account that checks, each rhythm, and each link that a campaign ends', () => {
    expect(begun().map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['watch a', now],
      ['rotate g', tonight],
      ['end c g', now + hour],
      ['end c h', now + hour],
    ]);
    const kept = wantedLines({
      ...all,
      rules: { ...rules, watching: false },
      campaigns: [{ ...campaign, atEnd: 'keep' }],
    });
    expect(kept.map(({ id }) => id)).toEqual(['rotate g', 'end c']);
  });

  it('stays as it is where nothing has changed', () => {
    const diary = begun();
    for (const [nth, line] of fitted(diary, wantedLines(all), moment).entries()) expect(line).toBe(diary[nth]);
  });

  it.each<[string, Partial<Entry>]>([
    ['asked about', { hold: { why: 'overdue', dueAt: now - hour, since: now } }],
    ['put off', { dueAt: now + 5, moved: { from: now - hour, why: 'trouble' }, tries: 2 }],
    ['due', { dueAt: now - 5 }],
  ])('keeps a line that is %s', (_, more) => {
    const line = { ...lineIn(begun(), 'rotate g'), ...more } as Entry;
    expect(lineIn(fitted([line], wantedLines(all), moment), 'rotate g')).toBe(line);
  });

  it('begins anew with another rhythm, but never forgets what is being done or was done', () => {
    const was = { taken: { dueAt: now - 5, at: now }, last: { at: now, dueAt: now - hour, outcome: 'done' } } as const;
    const line = {
      ...lineIn(begun(), 'rotate g'),
      ...was,
      tries: 3,
      hold: { why: 'trouble', dueAt: 1, since: 1 },
    } as Entry;
    const every: Rhythm = { kind: 'every', everyMs: 7 * hour, from: now };
    const wanted = wantedLines({ ...all, cares: { g: { watch: false, rhythm: every } } });
    expect(lineIn(fitted([line], wanted, moment), 'rotate g')).toEqual({
      ...{ id: 'rotate g', duty: 'rotate', group: 'g', rhythm: every, tries: 0, dueAt: now + 7 * hour },
      ...was,
    });
    const gone = fitted([line], [], moment);
    expect(gone).toMatchObject([{ id: 'rotate g', taken: was.taken }]);
    expect(gone[0]).not.toHaveProperty('dueAt');
    expect(fitted([{ ...line, taken: undefined } as never], [], moment)).toEqual([]);
  });

  it('follows the zone, and a clock that is set back never brings back what was done, missed or let go', () => {
    const line = lineIn(begun(), 'rotate g') as Entry;
    const inTokyo = fitted([line], wantedLines(all), { ...moment, zone: 'Asia/Tokyo' });
    expect(lineIn(inTokyo, 'rotate g')?.dueAt).toBe(Date.UTC(2026, 10, 2, 17));
    for (const outcome of ['done', 'skipped'] as const) {
      const last = { at: tonight, dueAt: tonight, outcome };
      expect(following({ ...line, last }, { ...moment, now: now - 24 * hour })).toBe(tonight + 24 * hour);
    }
    const hold = { why: 'overdue', dueAt: tonight, since: tonight } as const;
    expect(following({ ...line, hold }, moment)).toBe(tonight + 24 * hour);
  });

  it('checks at the latest after the interval, whatever the clock showed before', () => {
    const line = { ...lineIn(begun(), 'watch a'), dueAt: now + 40 * hour } as Entry;
    expect(lineIn(fitted([line], wantedLines(all), moment), 'watch a')?.dueAt).toBe(now + hour);
  });

  it('holds a campaign whose end was moved into the past for missed', () => {
    const past = { ...campaign, endAt: now - hour };
    const next = fitted(begun(), wantedLines({ ...all, campaigns: [past] }), moment);
    expect(lineIn(next, 'end c g')?.dueAt).toBe(now - hour);
    expect(lineIn(fitted([], wantedLines({ ...all, campaigns: [past] }), moment), 'end c g')).not.toHaveProperty(
      'dueAt',
    );
  });
});
