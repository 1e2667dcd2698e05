import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bellAt, type Circumstances, due, occurrence, toleranceMs } from './due';
import type { Entry, Hold, Rhythm, Rules } from './model';
import { allowedFrom, nextTime } from './rhythm';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const noon = Date.parse('2026-11-20T12:00Z');

const rules: Rules = {
  ...{ watching: true, everyMinutes: 60, zone: 'UTC', freeze: [], coolDownMinutes: 60 },
  ...{ fill: { ceiling: 1_024, percent: 90 }, notify: false, notice: '' },
};
const rotate: Entry = { id: 'rotate 1@g.us', duty: 'rotate', group: '1@g.us', dueAt: noon, tries: 0 };
const end: Entry = { ...rotate, id: 'end c 1@g.us', duty: 'end', campaign: 'c' };
const watch: Entry = { id: 'watch a', duty: 'watch', account: 'a', dueAt: noon, tries: 0 };
const at = (now: number, more: Partial<Circumstances> = {}): Circumstances => {
  return { now, since: noon - dayMs, rules, zone: 'UTC', ...more };
};
const quiet = { ...rules, quiet: { from: '11:00', to: '13:00' } };
const frozen = { ...rules, freeze: [{ from: '2026-11-20', to: '2026-11-21' }] };
const hold: Hold = { why: 'trouble', dueAt: noon, since: noon };
const rest = { do: 'rest' };
const run = { do: 'run' };
const overdue = { do: 'ask', why: 'overdue' };

describe('a line of the diary', () => {
  it.each([
    ['before its time', rotate, at(noon - 1), rest],
    ['without an appointment', { ...rotate, dueAt: undefined }, at(noon), rest],
    ['that waits for a person', { ...rotate, hold }, at(noon), rest],
    ['that is being done', { ...rotate, taken: { dueAt: noon, at: noon } }, at(noon), rest],
    ['at its time', rotate, at(noon), run],
    ['a little late', rotate, at(noon + toleranceMs), run],
    ['too late', rotate, at(noon + toleranceMs + 1), overdue],
    ['whose time came before the browser began', rotate, at(noon + 2, { since: noon + 1 }), overdue],
    ['whose code is on paper', rotate, at(noon, { printed: true }), { do: 'ask', why: 'printed' }],
    ['in quiet hours', rotate, at(noon, { rules: quiet }), { do: 'move', to: noon + hourMs, why: 'quiet' }],
    ['on a freeze day', rotate, at(noon, { rules: frozen }), { do: 'move', to: noon + 1.5 * dayMs, why: 'frozen' }],
    [
      'soon after a change',
      rotate,
      at(noon, { changedAt: noon - hourMs + 1 }),
      { do: 'move', to: noon + 1, why: 'cool-down' },
    ],
    ['an hour after a change', rotate, at(noon, { changedAt: noon - hourMs }), run],
    [
      'that has cooled down in quiet hours',
      { ...rotate, dueAt: noon - 1.5 * hourMs },
      at(noon - 1.5 * hourMs, { changedAt: noon - 2 * hourMs, rules: quiet }),
      { do: 'move', to: noon + hourMs, why: 'cool-down' },
    ],
    [
      'of the end of a campaign, whatever the rules say',
      end,
      at(noon, { rules: { ...quiet, ...frozen }, changedAt: noon }),
      run,
    ],
    ['of the end of a campaign, on paper', end, at(noon, { printed: true }), { do: 'ask', why: 'printed' }],
    ['of the end of a campaign, missed', end, at(noon + hourMs), overdue],
    ['of a check, missed or not', watch, at(noon + dayMs, { since: noon + hourMs, printed: true, rules: frozen }), run],
    ['of a check before its time', watch, at(noon - dayMs), rest],
  ])('%s', (_, entry, circumstances, expected) => {
    const { dueAt, ...others } = entry;
    expect(due({ ...others, ...(dueAt !== undefined && { dueAt }) }, circumstances)).toEqual(expected);
  });

  it('is never moved to where it would be moved again, nor into the past', () => {
    const moments = fc.integer({ min: noon - 60 * dayMs, max: noon + 60 * dayMs });
    const time = fc.constantFrom('00:00', '02:30', '07:00', '12:00', '22:00', '23:59');
    const some = fc.record({
      now: moments,
      sinceChange: fc.option(fc.integer({ min: 0, max: 8 * dayMs }), { nil: undefined }),
      quiet: fc.option(fc.record({ from: time, to: time }), { nil: undefined }),
      freeze: fc.array(
        fc.constantFrom({ from: '2026-10-24', to: '2026-10-25' }, { from: '2026-12-24', to: '2027-01-06' }),
      ),
      coolDownMinutes: fc.integer({ min: 10, max: 10_080 }),
      zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    });
    fc.assert(
      fc.property(some, ({ now, sinceChange, quiet, freeze, coolDownMinutes, zone }) => {
        const changedAt = sinceChange === undefined ? undefined : now - sinceChange;
        const circumstances = {
          ...{ since: now - dayMs, zone, rules: { ...rules, freeze, coolDownMinutes, ...(quiet && { quiet }) } },
          ...(changedAt !== undefined && { changedAt }),
        };
        const deed = due({ ...rotate, dueAt: now }, { ...circumstances, now });
        if (deed.do === 'move') {
          expect(deed.to).toBeGreaterThan(now);
          expect(allowedFrom(deed.to, circumstances.rules, zone).at).toBe(deed.to);
          const moved = { ...rotate, dueAt: deed.to, moved: { from: now, why: deed.why } };
          expect(due(moved, { ...circumstances, now: deed.to })).toEqual(run);
        } else {
          expect(deed).toEqual(run);
          if (changedAt !== undefined) expect(now - changedAt).toBeGreaterThanOrEqual(coolDownMinutes * minuteMs);
          expect(allowedFrom(now, circumstances.rules, zone).at).toBe(now);
        }
      }),
    );
  });
});

describe('a clock that is set back', () => {
  const ran: Entry = { ...rotate, last: { at: noon + 9, dueAt: noon, outcome: 'done' } };

  it('has no occurrence done a second time, and one answer sets the diary right', () => {
    expect(due(ran, at(noon))).toEqual(overdue);
    expect(due({ ...ran, dueAt: noon - dayMs }, at(noon - dayMs, { since: noon - 3 * dayMs }))).toEqual(overdue);
    const answered: Entry = {
      ...ran,
      dueAt: noon - hourMs,
      last: { at: noon, dueAt: noon - dayMs, outcome: 'skipped' },
    };
    expect(due(answered, at(noon - hourMs))).toEqual(run);
  });

  it('does not make missed what the browser is awake for', () => {
    expect(due(rotate, at(noon + 1, { since: noon + hourMs }))).toEqual(run);
    expect(due(rotate, at(noon + toleranceMs + 1, { since: noon + hourMs }))).toEqual(overdue);
  });

  it('lets a change that lies ahead hold it back once', () => {
    const changed = { changedAt: noon + 400 * dayMs };
    expect(due(rotate, at(noon, changed))).toEqual({ do: 'move', to: noon + hourMs, why: 'cool-down' });
    const moved: Entry = { ...rotate, dueAt: noon + hourMs, moved: { from: noon, why: 'cool-down' } };
    expect(due(moved, at(noon + hourMs, changed))).toEqual(run);
  });

  it('leaves no check waiting for years, nor the bell', () => {
    const far = { ...watch, dueAt: noon + 3_650 * dayMs };
    expect(due(far, at(noon))).toEqual(run);
    expect(bellAt([far], noon)).toBe(noon + dayMs);
  });
});

describe('the bell', () => {
  it('rings for the next of what waits for nobody', () => {
    expect(bellAt([], noon)).toBeUndefined();
    expect(bellAt([{ ...rotate, hold }], noon)).toBeUndefined();
    expect(
      bellAt(
        [
          { ...rotate, dueAt: noon + 3 * dayMs },
          { ...watch, dueAt: noon + hourMs },
        ],
        noon,
      ),
    ).toBe(noon + hourMs);
    expect(bellAt([{ ...rotate, dueAt: noon + 3 * dayMs }], noon)).toBe(noon + 3 * dayMs);
    expect(bellAt([rotate], noon + hourMs)).toBe(noon + hourMs);
  });

  it('rings for what was taken by somebody who may not have lived to do it', () => {
    const taken = (takenAt: number) => ({ ...rotate, dueAt: noon + dayMs, taken: { dueAt: noon, at: takenAt } });
    expect(bellAt([taken(noon)], noon + 1)).toBe(noon + toleranceMs);
    expect(bellAt([taken(noon - hourMs)], noon)).toBe(noon + toleranceMs);
    expect(bellAt([taken(noon + 400 * dayMs)], noon)).toBe(noon + toleranceMs);
  });
});

it('names each appointment, and no two alike', () => {
  expect(occurrence({ id: 'rotate 1@g.us', dueAt: 5 })).toBe('rotate 1@g.us @5');
});

/** A year of bells, as the diary does it: each of them looks at what is due, and the next appointment is written first. */
function year(rhythm: Rhythm, zone: string, own: Partial<Rules>) {
  const all = { ...rules, ...own };
  const done: { dueAt: number; now: number }[] = [];
  let now = noon;
  let changedAt: number | undefined;
  let entry: Entry = { ...rotate, dueAt: nextTime(rhythm, now, zone) ?? now };
  for (let bell = bellAt([entry], now); bell !== undefined && bell < noon + 365 * dayMs; bell = bellAt([entry], now)) {
    now = bell;
    const { dueAt = now, moved: _, ...others } = entry;
    const deed = due(entry, at(now, { rules: all, zone, ...(changedAt !== undefined && { changedAt }) }));
    if (deed.do === 'move') entry = { ...others, dueAt: deed.to, moved: { from: dueAt, why: deed.why } };
    else if (deed.do === 'run') {
      done.push({ dueAt, now });
      changedAt = now;
      const last = { at: now, dueAt, outcome: 'done' } as const;
      entry = { ...others, last, dueAt: nextTime(rhythm, now, zone) ?? now };
    } else throw new Error(deed.do);
  }
  return done;
}

describe('a year of bells', () => {
  it('changes the link every night, and every time only once', () => {
    const done = year({ kind: 'at', days: [0, 1, 2, 3, 4, 5, 6], times: ['02:30'] }, 'Europe/Paris', {});
    expect(done).toHaveLength(365);
    expect(new Set(done.map(({ dueAt }) => dueAt)).size).toBe(365);
  });

  it('keeps the quiet hours, the freeze days and the cool-down', () => {
    const own = {
      quiet: { from: '22:00', to: '07:00' },
      freeze: [{ from: '2026-12-20', to: '2027-01-05' }],
      coolDownMinutes: 600,
    };
    const done = year({ kind: 'every', everyMs: 5 * hourMs, from: noon }, 'America/New_York', own);
    for (const [nth, { now }] of done.entries()) {
      expect(allowedFrom(now, { ...rules, ...own }, 'America/New_York').at).toBe(now);
      if (nth > 0) expect(now - (done[nth - 1]?.now ?? now)).toBeGreaterThanOrEqual(600 * minuteMs);
    }
    expect(done.length).toBeGreaterThan(340);
  });
});
