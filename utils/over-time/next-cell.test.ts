import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cell } from './model';
import { nextCell } from './next-cell';

const short = { r: 'room', f: 'full', u: 'unknown', c: 'closed' } as const;
const cells = (states: string) => [...states].map((letter) => ({ state: short[letter as keyof typeof short] }));

it.each([
  ['rr', { place: 0, prepare: 1 }],
  ['frr', { place: 1, prepare: 2 }],
  ['ffr', { place: 2, warn: 'last' }],
  ['ffrf', { place: 2, warn: 'last' }],
  ['frfc', { place: 1, warn: 'last', prepare: 3 }],
  ['urc', { place: 1, warn: 'last', prepare: 2 }],
  ['ff', { warn: 'none' }],
  ['fuc', { warn: 'none', prepare: 1 }],
  ['', { warn: 'none' }],
])('of %s', (states, expected) => {
  expect(nextCell(cells(states))).toEqual(expected);
});

it('hands out the first with room and no other, says when it is the last, and prepares what comes after and is not full', () => {
  const states = fc.array(fc.record({ state: fc.constantFrom<Cell['state']>('room', 'full', 'unknown', 'closed') }));
  fc.assert(
    fc.property(states, (all) => {
      const { place, warn, prepare } = nextCell(all);
      const rooms = all.filter(({ state }) => state === 'room').length;
      expect(warn).toBe(rooms === 0 ? 'none' : rooms === 1 ? 'last' : undefined);
      expect(place === undefined).toBe(rooms === 0);
      if (place !== undefined) expect(all.findIndex(({ state }) => state === 'room')).toBe(place);
      if (prepare !== undefined) {
        expect(prepare).toBeGreaterThan(place ?? -1);
        expect(all[prepare]?.state).not.toBe('full');
      }
    }),
  );
});
