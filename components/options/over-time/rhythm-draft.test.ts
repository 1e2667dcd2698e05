import { describe, expect, it } from 'vitest';
import type { Rhythm } from '../../../utils/over-time/model';
import { draftOf, rhythmOf } from './rhythm-draft';

const zone = 'Europe/Paris';
const now = Date.parse('2026-11-21T14:20:33Z');
const hourMs = 3_600_000;

describe('a rhythm in fields', () => {
  it.each<Rhythm>([
    { kind: 'every', everyMs: 36 * hourMs, from: Date.parse('2026-11-21T14:20Z') },
    { kind: 'every', everyMs: 72 * hourMs, from: Date.parse('2026-07-01T00:00Z') },
    { kind: 'at', days: [1, 3], times: ['02:00', '14:30'] },
    { kind: 'once', at: Date.parse('2026-12-24T17:00Z') },
  ])('stays what it is: %j', (rhythm) => {
    expect(rhythmOf(draftOf(rhythm, now, zone), zone)).toEqual(rhythm);
  });

  it('is none at first, and whole as soon as one is chosen', () => {
    const draft = draftOf(undefined, now, zone);
    expect(rhythmOf(draft, zone)).toBeUndefined();
    expect(draft).toMatchObject({ kind: 'none', once: '2026-11-21T16:00' });
    for (const kind of ['every', 'at', 'once'] as const)
      expect(rhythmOf({ ...draft, kind }, zone)).toMatchObject({ kind });
  });

  it('is none while something is missing', () => {
    const draft = draftOf(undefined, now, zone);
    expect(rhythmOf({ ...draft, kind: 'at', days: [] }, zone)).toBeUndefined();
    expect(rhythmOf({ ...draft, kind: 'at', times: ['', ''] }, zone)).toBeUndefined();
    expect(rhythmOf({ ...draft, kind: 'once', once: '' }, zone)).toBeUndefined();
    expect(rhythmOf({ ...draft, kind: 'every', from: '2026' }, zone)).toBeUndefined();
    expect(rhythmOf({ ...draft, kind: 'every', count: Number.NaN }, zone)).toBeUndefined();
  });

  it('takes a time once, in order', () => {
    const draft = {
      ...draftOf(undefined, now, zone),
      kind: 'at',
      times: ['14:00', '', '02:00', '14:00'],
      days: [5, 1],
    } as const;
    expect(rhythmOf(draft, zone)).toEqual({ kind: 'at', days: [1, 5], times: ['02:00', '14:00'] });
  });
});
