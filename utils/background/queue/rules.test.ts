import { describe, expect, it } from 'vitest';
import type { QueueRow } from '../../over-time/model';
import { troubleKinds } from '../../trouble';
import { consequence, isOpen, joinId, nextRetryAt, nextRow, postponed, turnOf, waitFor } from './rules';

const now = Date.UTC(2026, 10, 21, 12);
const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

describe('whose turn it is', () => {
  it('is that of the first that has not failed', () => {
    const rows = [row(1, { state: 'joined' }), row(2, failed(0)), row(3), row(4)];
    expect(nextRow(rows, now + dayMs)?.seq).toBe(3);
  });

  it('comes back to those that have failed once their time is there, the longest ago first', () => {
    const rows = [row(1, failed(10)), row(2, failed(0))];
    expect(nextRow(rows, now + 10)).toBeUndefined();
    expect(nextRetryAt(rows)).toBe(now + minuteMs);
    expect(nextRow(rows, now + dayMs)?.seq).toBe(2);
  });

  it('does not wait for a time to come again that the clock has been set back from', () => {
    expect(nextRow([row(1, failed(0))], now - dayMs)?.seq).toBe(1);
    expect(turnOf({ state: 'running', perMinute: 1, nextAt: now + dayMs }, now)).toBe(now + 3 * minuteMs);
    const waits = { kind: 'slow-down', waitMs: 40 * minuteMs } as const;
    expect(turnOf({ state: 'running', perMinute: 1, nextAt: now + dayMs, waits }, now)).toBe(now + 40 * minuteMs);
  });
});

describe('trouble', () => {
  it('stops, holds up, pauses, or concerns one row; what nobody thought of concerns one row', () => {
    const all = (['restricted', 'session-down', 'key-limited', 'gateway-failed', 'link-retired'] as const).map((kind) =>
      consequence({ kind }),
    );
    expect(all).toEqual(['stop', 'wait', 'pause', 'later', 'row']);
    expect(troubleKinds.filter((kind) => consequence({ kind }) === 'stop')).toEqual(['too-many-joins', 'restricted']);
  });

  it('is waited for as long as it asks, else ever longer, up to an hour', () => {
    expect(waitFor({ kind: 'slow-down', waitMs: 7_000 }, undefined).waitMs).toBe(7_000);
    let waits = waitFor({ kind: 'session-down' }, undefined);
    const first = waits.waitMs;
    for (let times = 0; times < 20; times += 1) waits = waitFor({ kind: 'session-down' }, waits);
    expect([first, waits.waitMs]).toEqual([30_000, 60 * minuteMs]);
  });

  it('makes a try that has counted another join, so that none is sent under the id of one before', () => {
    const one = row(1);
    const how = { trouble: { kind: 'unsettled' }, now } as const;
    expect(joinId(postponed(one, { ...how, hasCounted: false }))).toBe(joinId(one));
    expect(joinId(postponed(one, { ...how, hasCounted: true }))).not.toBe(joinId(one));
    expect(isOpen(postponed(one, { ...how, hasCounted: true }))).toBe(true);
  });
});

function failed(agoMs: number): Partial<QueueRow> {
  return { trouble: { kind: 'timed-out' }, at: now + agoMs };
}

function row(seq: number, more: Partial<QueueRow> = {}): QueueRow {
  return { id: `${seq}`, seq, account: 'a', state: 'waiting', addedAt: now, at: now, tries: 0, ...more };
}
