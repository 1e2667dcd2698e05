import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertId, type Cause, calmed, hushMs, isOpen, putAside, raised } from './alert-book';
import type { Alert, AlertKind } from './model';

const minute = 60_000;
const day = 86_400_000;
const start = Date.UTC(2026, 10, 2, 9);

/** A book that is written into one thing after another. */
function book() {
  let alerts: Alert[] = [];
  let now = start;
  const told: { readonly id: string; readonly at: number }[] = [];
  return {
    told,
    all: () => alerts,
    open: () => alerts.filter(isOpen),
    wait: (ms: number) => {
      now += ms;
    },
    raise(kind: AlertKind, more: Partial<Cause> = {}, mayTell = true) {
      const next = raised(alerts, { kind, subject: 'g', name: 'VIP', ...more }, { now, mayTell });
      alerts = next.alerts;
      if (next.tell) told.push({ id: next.tell.id, at: now });
      return next.isNews;
    },
    calm: (kind: AlertKind, subject = 'g') => {
      alerts = calmed(alerts, alertId(kind, subject), now);
    },
    dismiss: (kind: AlertKind, subject = 'g') => {
      alerts = putAside(alerts, alertId(kind, subject));
    },
  };
}

describe('an alert about what lasts', () => {
  it('is one, however often it is seen, and is told once', () => {
    const on = book();
    for (let hour = 0; hour < 48; hour += 1) {
      on.raise('not-admin');
      on.wait(60 * minute);
    }
    expect(on.open()).toMatchObject([{ kind: 'not-admin', times: 48, since: start, at: start + 47 * 60 * minute }]);
    expect(on.told).toHaveLength(1);
  });

  it('counts what two have seen in the same moment as once', () => {
    const on = book();
    on.raise('session-down');
    on.raise('session-down');
    on.wait(minute);
    on.raise('session-down');
    expect(on.open()).toMatchObject([{ times: 2 }]);
  });

  it('stays dismissed while it lasts, and is news once it had gone', () => {
    const on = book();
    on.raise('session-down');
    on.dismiss('session-down');
    on.wait(2 * hushMs);
    expect(on.raise('session-down')).toBe(false);
    expect(on.open()).toEqual([]);
    on.calm('session-down');
    on.wait(minute);
    expect(on.raise('session-down')).toBe(true);
    expect(on.open()).toMatchObject([{ times: 1 }]);
    expect(on.told).toHaveLength(2);
  });

  it('that came back too soon to be told is told when the hour is over, if it is still there', () => {
    const on = book();
    on.raise('session-down');
    on.calm('session-down');
    on.wait(10 * minute);
    expect(on.raise('session-down')).toBe(true);
    on.wait(30 * minute);
    on.raise('session-down');
    expect(on.told).toHaveLength(1);
    on.wait(20 * minute);
    on.raise('session-down');
    expect(on.told.map(({ at }) => at)).toEqual([start, start + hushMs]);
  });

  it('is told when notifications are allowed meanwhile', () => {
    const on = book();
    on.raise('full', {}, false);
    expect(on.told).toEqual([]);
    on.wait(minute);
    on.raise('full');
    expect(on.told).toHaveLength(1);
  });
});

describe('an alert about what happens', () => {
  it('is news each time, also after somebody has dismissed it', () => {
    const on = book();
    const between = (to: number) => ({ between: { from: to - minute, to } });
    expect(on.raise('changed-elsewhere', between(1))).toBe(true);
    on.dismiss('changed-elsewhere');
    expect(on.raise('changed-elsewhere', between(1))).toBe(false);
    expect(on.open()).toEqual([]);
    on.wait(2 * hushMs);
    expect(on.raise('changed-elsewhere', between(2))).toBe(true);
    expect(on.open()).toMatchObject([{ times: 2, between: { to: 2 } }]);
    expect(on.told).toHaveLength(2);
  });
});

describe('what could not be checked', () => {
  it('is an alarm only after several failures and a day', () => {
    const on = book();
    for (let hour = 0; hour < 24; hour += 1) {
      on.raise('check-failed');
      on.wait(60 * minute);
    }
    expect([on.open(), on.told]).toEqual([[], []]);
    expect(on.raise('check-failed')).toBe(true);
    expect(on.open()).toHaveLength(1);
    on.wait(2 * hushMs);
    expect(on.raise('check-failed')).toBe(false);
    expect(on.told).toHaveLength(1);
  });

  it('is none where two failures lie a day apart, or where it went well in between', () => {
    const on = book();
    on.raise('check-failed');
    on.wait(3 * day);
    on.raise('check-failed');
    expect(on.open()).toEqual([]);
    on.calm('check-failed');
    for (let nth = 0; nth < 10; nth += 1) on.raise('check-failed');
    expect(on.open()).toEqual([]);
  });
});

describe('many alerts', () => {
  it('are at most two hundred, and those that nobody has dismissed go last', () => {
    const on = book();
    on.raise('gone', { subject: 'first' });
    for (let nth = 0; nth < 400; nth += 1) {
      on.wait(minute);
      on.raise('full', { subject: String(nth) });
      on.dismiss('full', String(nth));
    }
    on.wait(2 * hushMs);
    on.raise('full', { subject: 'last' });
    expect(on.all()).toHaveLength(200);
    expect(on.open().map(({ id }) => id)).toEqual(['full last', 'gone first']);
  });

  it('at once are told of by a few notifications', () => {
    const on = book();
    for (let nth = 0; nth < 50; nth += 1) on.raise('gone', { subject: String(nth) });
    expect(on.open()).toHaveLength(50);
    expect(on.told).toHaveLength(6);
  });
});

const kinds = ['changed-elsewhere', 'session-down', 'check-failed', 'full'] as const;
const deed = fc.record({
  do: fc.constantFrom('raise', 'raise', 'calm', 'dismiss'),
  kind: fc.constantFrom(...kinds),
  subject: fc.constantFrom('a', 'b'),
  waitMs: fc.integer({ min: 0, max: 20 * minute }),
  mayTell: fc.constantFrom(true, true, true, false),
});

it('never tells of one cause twice within an hour, in whatever order things come', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 120 }), (deeds) => {
      const on = book();
      for (const { do: what, kind, subject, waitMs, mayTell } of deeds) {
        on.wait(waitMs);
        if (what === 'calm') on.calm(kind, subject);
        else if (what === 'dismiss') on.dismiss(kind, subject);
        else on.raise(kind, { subject }, mayTell);
      }
      expect(new Set(on.all().map(({ id }) => id)).size).toBe(on.all().length);
      for (const { id, at } of on.told) {
        if (on.told.filter((one) => one.id === id && Math.abs(one.at - at) < hushMs).length > 1) throw new Error(id);
      }
    }),
    { numRuns: 1_000 },
  );
});
