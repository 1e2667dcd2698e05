import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passes, troubleKinds } from '../trouble';
import { afterTrouble } from './after-trouble';
import type { Entry } from './model';

const minuteMs = 60_000;
const taken: Entry = {
  id: 'rotate g',
  duty: 'rotate',
  group: 'g',
  dueAt: 900,
  taken: { dueAt: 100, at: 101 },
  tries: 0,
};
const watch: Entry = { ...taken, id: 'watch a', duty: 'watch' };

/** Minutes that an entry is put off by, failure after failure. */
function waits(entry: Entry, times: number): number[] {
  let now = 1_000;
  return Array.from({ length: times }, () => {
    entry = afterTrouble(entry, { kind: 'unreachable' }, now);
    const wait = ((entry.dueAt ?? 0) - now) / minuteMs;
    now = entry.dueAt ?? 0;
    entry = { ...entry, dueAt: now + 9, taken: { dueAt: now, at: now } };
    return wait;
  });
}

it('puts off by a growing wait what may pass, checks by an hour at most', () => {
  expect(waits(taken, 8)).toEqual([1, 5, 15, 60, 120, 360, 360, 360]);
  expect(waits(watch, 8)).toEqual([1, 5, 15, 60, 60, 60, 60, 60]);
});

it('remembers for when it was meant, and forgets that it was taken', () => {
  const once = afterTrouble(taken, { kind: 'gateway-failed', status: 502 }, 1_000);
  expect(once).toEqual({
    ...{ id: 'rotate g', duty: 'rotate', group: 'g', tries: 1, dueAt: 1_000 + minuteMs },
    ...{ moved: { from: 100, why: 'trouble' }, trouble: { kind: 'gateway-failed', status: 502 } },
  });
  const twice = afterTrouble({ ...once, taken: { dueAt: 61_000, at: 61_000 } }, { kind: 'no-network' }, 61_000);
  expect(twice.moved).toEqual({ from: 100, why: 'trouble' });
});

it('waits as long as the other side asks for, up to a day', () => {
  const wait = (waitMs: number) => (afterTrouble(taken, { kind: 'slow-down', waitMs }, 0).dueAt ?? 0) / minuteMs;
  expect([1_000, 600_000, 1e15, -5, Number.NaN].map(wait)).toEqual([1, 10, 1_440, 1, 1]);
});

it.each([
  ['vault-locked', 'locked'],
  ['changed-meanwhile', 'changed'],
  ['type-name', 'printed'],
  ['not-primary', 'trouble'],
  ['not-admin', 'trouble'],
  ['key-refused', 'trouble'],
] as const)('has %s wait for a person', (kind, why) => {
  const { hold, dueAt, tries, taken: still } = afterTrouble(taken, { kind }, 1_000);
  expect(hold).toEqual({ why, dueAt: 100, since: 1_000 });
  expect([dueAt, tries, still]).toEqual([900, 0, undefined]);
});

it('either puts off or holds, whatever has happened, and always to a later moment', () => {
  const entries = fc.record({
    id: fc.string(),
    duty: fc.constantFrom('watch', 'rotate', 'end'),
    tries: fc.integer({ min: 0, max: 1_000 }),
  });
  const troubles = fc.record({ kind: fc.constantFrom(...troubleKinds), waitMs: fc.double() });
  fc.assert(
    fc.property(entries, troubles, fc.integer({ min: 0, max: 4e12 }), (entry, trouble, now) => {
      const after = afterTrouble(entry as Entry, trouble, now);
      expect(after.hold === undefined).toBe(passes(trouble.kind) && trouble.kind !== 'vault-locked');
      if (!after.hold) {
        const most = Math.max(entry.duty === 'watch' ? 60 : 360, trouble.waitMs > 0 ? 1_440 : 0);
        expect(after.dueAt).toBeGreaterThan(now);
        expect(after.dueAt).toBeLessThanOrEqual(now + most * minuteMs);
      }
    }),
  );
});
