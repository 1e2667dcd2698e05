import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rhythm, Rules } from './model';
import { allowedFrom, nextTime } from './rhythm';
import { zoneNamed } from './zone';

type AtSetTimes = Extract<Rhythm, { kind: 'at' }>;

const zones = [
  ...['UTC', 'Europe/Paris', 'America/New_York', 'America/Nuuk', 'America/Sao_Paulo', 'America/Havana'],
  ...['Australia/Lord_Howe', 'Asia/Kolkata', 'Asia/Gaza', 'Pacific/Apia', 'Africa/Casablanca', 'Africa/Cairo'],
];
const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** Written without the code that is looked at: ISO text of what the wall shows. */
const walls = new Map(
  [...zones, 'America/St_Johns'].map((zone) => [
    zone,
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
  ]),
);
const wall = (at: number, zone: string) => walls.get(zone)?.format(at) ?? '';
const wallMs = (at: number, zone: string) => Date.parse(`${wall(at, zone).replace(' ', 'T')}Z`);

/** Every change of a zone's clocks from 1996 to 2037, to the quarter of an hour. */
const changes = new Map(zones.map((zone) => [zone, changesOf(zone)]));

function changesOf(zone: string): number[] {
  const offset = (at: number) => wallMs(at, zone) - at;
  const found: number[] = [];
  for (let at = Date.UTC(1996, 0); at < Date.UTC(2038, 0); at += 8 * dayMs) {
    if (offset(at) === offset(at + 8 * dayMs)) continue;
    let [low, high] = [at / quarterMs, (at + 8 * dayMs) / quarterMs];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle * quarterMs) === offset(at)) low = middle;
      else high = middle;
    }
    found.push(high * quarterMs);
  }
  return found;
}

/** A zone, and some days in it: around a change of its clocks, where it has any. */
const stretches = fc.constantFrom(...zones).chain((zone) => {
  const around = changes.get(zone) ?? [];
  const moments = [
    fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2037, 0) }),
    ...(around.length > 0 ? [fc.constantFrom(...around)] : []),
  ];
  return fc.record({
    zone: fc.constant(zone),
    middle: fc.oneof(...moments).map((at) => Math.floor(at / quarterMs) * quarterMs),
  });
});

const timeOfDay = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});
const setTimes: fc.Arbitrary<AtSetTimes> = fc.record({
  kind: fc.constant('at'),
  days: fc.subarray(everyDay, { minLength: 1 }),
  times: fc.uniqueArray(timeOfDay, { minLength: 1, maxLength: 5 }),
});

/** What a person sees who watches the clock on the wall, quarter by quarter, and does each thing when its time is first there. */
function watched({ days, times }: AtSetTimes, zone: string, from: number, to: number): number[] {
  const seen: number[] = [];
  const ofDay = times.map((time) => Date.parse(`1970-01-01T${time}Z`));
  const isThere = (set: number) =>
    days.includes(new Date(set).getUTCDay()) &&
    !(zone === 'Pacific/Apia' && new Date(set).toISOString().startsWith('2011-12-30'));
  let latest = wallMs(from - 12 * quarterMs, zone);
  for (let at = from - 11 * quarterMs; at <= to; at += quarterMs) {
    const shown = wallMs(at, zone);
    for (let day = Math.floor(latest / dayMs); shown > latest && day <= Math.floor(shown / dayMs); day += 1) {
      const due = ofDay.map((time) => day * dayMs + time).some((set) => latest < set && set <= shown && isThere(set));
      if (due && at > from && seen.at(-1) !== at) seen.push(at);
    }
    latest = Math.max(latest, shown);
  }
  return seen;
}

function planned(rhythm: Rhythm, zone: string, from: number, to: number): number[] {
  const times: number[] = [];
  for (let at = nextTime(rhythm, from, zone); at !== undefined && at <= to; at = nextTime(rhythm, at, zone))
    times.push(at);
  return times;
}

describe('set times', () => {
  it('come once on each day of theirs when the wall first shows them, whatever the clocks do', () => {
    fc.assert(
      fc.property(stretches, setTimes, ({ zone, middle }, rhythm) => {
        const [from, to] = [middle - 2 * dayMs, middle + 2 * dayMs];
        expect(planned(rhythm, zone, from, to)).toEqual(watched(rhythm, zone, from, to));
      }),
      { numRuns: 80 },
    );
  });

  it('do so at each change of the clocks in all these zones and years', () => {
    const rhythm: Rhythm = { kind: 'at', days: everyDay, times: ['00:00', '01:15', '02:30', '23:45'] };
    for (const [zone, times] of changes) {
      for (const change of times.filter((_, nth) => nth % 6 === 0)) {
        const [from, to] = [change - dayMs, change + dayMs];
        expect([zone, planned(rhythm, zone, from, to)]).toEqual([zone, watched(rhythm, zone, from, to)]);
      }
    }
  });

  it.each([
    ['left out', 'Europe/Paris', '02:30', '2026-03-28T12:00Z', ['2026-03-29 03:00:00', '2026-03-30 02:30:00']],
    ['shown twice', 'Europe/Paris', '02:30', '2026-10-24T12:00Z', ['2026-10-25 02:30:00', '2026-10-26 02:30:00']],
    ['in a gap of half an hour', 'Australia/Lord_Howe', '02:15', '2026-10-03T00:00Z', ['2026-10-04 02:30:00']],
    ['in a gap at midnight', 'America/Sao_Paulo', '00:30', '2018-11-03T12:00Z', ['2018-11-04 01:00:00']],
    ['in a gap after midnight', 'America/St_Johns', '00:15', '1996-04-06T12:00Z', ['1996-04-07 01:01:00']],
    [
      'on a day that was skipped',
      'Pacific/Apia',
      '10:00',
      '2011-12-29T21:00Z',
      ['2011-12-31 10:00:00', '2012-01-01 10:00:00'],
    ],
  ])('that are %s', (_, zone, time, after, expected) => {
    const rhythm: Rhythm = { kind: 'at', days: everyDay, times: [time] };
    const from = Date.parse(after);
    const times = planned(rhythm, zone, from, from + 3 * dayMs).slice(0, expected.length);
    expect(times.map((at) => wall(at, zone))).toEqual(expected);
  });

  it('come the first time where the wall shows them twice', () => {
    const rhythm: Rhythm = { kind: 'at', days: [0], times: ['02:30'] };
    expect(nextTime(rhythm, Date.parse('2026-10-24T00:00Z'), 'Europe/Paris')).toBe(Date.parse('2026-10-25T00:30Z'));
    expect(nextTime(rhythm, Date.parse('2026-10-25T00:30Z'), 'Europe/Paris')).toBe(Date.parse('2026-11-01T01:30Z'));
  });

  it('find the one day a week that was skipped in the week after', () => {
    const friday: Rhythm = { kind: 'at', days: [5], times: ['10:00'] };
    const at = nextTime(friday, Date.parse('2011-12-24T00:00Z'), 'Pacific/Apia') ?? 0;
    expect(wall(at, 'Pacific/Apia')).toBe('2012-01-06 10:00:00');
  });

  it('are meant in the browser’s own zone where the zone is none', () => {
    const rhythm: Rhythm = { kind: 'at', days: everyDay, times: ['09:00'] };
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    for (const zone of ['', 'Mars/Olympus', '../etc', 'Europe/Paris\n']) {
      expect(zoneNamed(zone)).toBe(own);
      expect(nextTime(rhythm, 1e12, zone)).toBe(nextTime(rhythm, 1e12, own));
    }
  });
});

describe('an interval', () => {
  it('is time that passes: anchored where it began, and always ahead', () => {
    const rhythms = fc.record({
      everyMs: fc.integer({ min: 3_600_000, max: 366 * dayMs }),
      from: fc.integer({ min: 0, max: 4e12 }),
    });
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(...zones), (rhythm, after, zone) => {
        const next = nextTime({ kind: 'every', ...rhythm }, after, zone) ?? 0;
        expect(next).toBeGreaterThan(after);
        expect(next - Math.max(after, rhythm.from - 1)).toBeLessThanOrEqual(rhythm.everyMs);
        expect((next - rhythm.from) % rhythm.everyMs).toBe(0);
      }),
    );
  });
});

it('has no time where none is to come, or nobody can say what time it is', () => {
  expect(nextTime({ kind: 'once', at: 5 }, 4, 'UTC')).toBe(5);
  expect(nextTime({ kind: 'once', at: 5 }, 5, 'UTC')).toBeUndefined();
  expect(nextTime({ kind: 'at', days: [], times: ['10:00'] }, 0, 'UTC')).toBeUndefined();
  for (const after of [Number.NaN, Infinity, -Infinity, 9e15]) {
    expect(nextTime({ kind: 'every', everyMs: 3_600_000, from: 0 }, after, 'UTC')).toBeUndefined();
    expect(nextTime({ kind: 'at', days: everyDay, times: ['10:00'] }, after, 'UTC')).toBeUndefined();
  }
});

describe('the first moment that is allowed', () => {
  const quiets = fc.option(fc.record({ from: timeOfDay, to: timeOfDay }), { nil: undefined });
  const lengths = fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 3 })), { maxLength: 3 });
  const isFree = (at: number, zone: string, { quiet, freeze }: Pick<Rules, 'quiet' | 'freeze'>) => {
    const [day = '', clock = ''] = wall(at, zone).split(' ');
    const time = clock.slice(0, 5);
    const { from, to } = quiet ?? { from: '00:00', to: '00:00' };
    const isQuiet = from < to ? from <= time && time < to : from !== to && (time >= from || time < to);
    return !isQuiet && !freeze.some((one) => one.from <= day && day <= one.to);
  };

  it('is that of somebody who waits by the clock: never earlier, never too late, and stays', () => {
    fc.assert(
      fc.property(
        stretches,
        quiets,
        lengths,
        fc.integer({ min: -150, max: 150 }),
        ({ zone, middle }, quiet, spans, shift) => {
          const day = (days: number) => wall(middle + days * dayMs, zone).slice(0, 10);
          const freeze = spans.map(([start, length]) => ({ from: day(start), to: day(start + length) }));
          const rules = { freeze, ...(quiet && { quiet }) };
          const at = middle + shift * quarterMs;
          let waited = at;
          while (!isFree(waited, zone, rules)) waited += quarterMs;
          const allowed = allowedFrom(at, rules, zone);
          expect(wall(allowed.at, zone)).toBe(wall(waited, zone));
          expect(allowed.at).toBe(waited);
          expect(allowed.why === undefined).toBe(waited === at);
          expect(allowedFrom(allowed.at, rules, zone)).toEqual({ at: allowed.at });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('comes in the second of two hours that are one on the wall, where the first has passed', () => {
    const rules = { quiet: { from: '23:00', to: '02:30' }, freeze: [] };
    const from = (at: string) => new Date(allowedFrom(Date.parse(at), rules, 'Europe/Paris').at).toISOString();
    expect(from('2026-10-25T00:10Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(from('2026-10-25T00:40Z')).toBe('2026-10-25T00:40:00.000Z');
    expect(from('2026-10-25T01:10Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('says what has moved it', () => {
    const rules = { quiet: { from: '22:00', to: '07:00' }, freeze: [{ from: '2026-12-24', to: '2026-12-26' }] };
    const from = (at: string) => {
      const { at: allowed, why } = allowedFrom(Date.parse(at), rules, 'Europe/Paris');
      return [new Date(allowed).toISOString(), why];
    };
    expect(from('2026-12-20T12:00Z')).toEqual(['2026-12-20T12:00:00.000Z', undefined]);
    expect(from('2026-12-20T23:00Z')).toEqual(['2026-12-21T06:00:00.000Z', 'quiet']);
    expect(from('2026-12-25T12:00Z')).toEqual(['2026-12-27T06:00:00.000Z', 'frozen']);
    expect(from('2026-12-23T22:00Z')).toEqual(['2026-12-27T06:00:00.000Z', 'frozen']);
  });

  it('is found where years are frozen, and where the rules make no sense', () => {
    const freeze = Array.from({ length: 200 }, (_, nth) => ({
      from: `${2_000 + nth}-01-01`,
      to: `${2_000 + nth}-12-31`,
    }));
    const quiet = { from: '08:00', to: '07:59' };
    expect(wall(allowedFrom(Date.UTC(2026, 0), { freeze, quiet }, 'Europe/Paris').at, 'Europe/Paris')).toBe(
      '2200-01-01 07:59:00',
    );
    for (const odd of [
      { from: '2026-02-31', to: '2026-02-30' },
      { from: 'x', to: '' },
      { from: '0000-01-01', to: '9999-12-31' },
    ]) {
      expect(allowedFrom(Date.UTC(2026, 0), { freeze: [odd] }, 'UTC').at).toBeGreaterThanOrEqual(Date.UTC(2026, 0));
    }
    expect(allowedFrom(Number.NaN, { freeze }, 'UTC').at).toBeNaN();
  });
});
