import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsIn, freshChain, moved } from './chain-draft';

describe('groups in a row', () => {
  it.each([
    ['a', 1, 'bac'],
    ['b', -1, 'bac'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['a', 9, 'bca'],
    ['x', 1, 'abc'],
  ])('moves %s by %i', (group, places, after) => {
    expect(moved(['a', 'b', 'c'], group, places).join('')).toBe(after);
  });

  it('never loses one, and never has one twice', () => {
    const groups = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(groups, fc.nat(9), fc.integer({ min: -9, max: 9 }), (all, nth, places) => {
        const group = all[nth % all.length] ?? '';
        expect([...moved(all, group, places)].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('needs a name and a group', () => {
    expect(faultsIn(freshChain)).toEqual({ name: 'chainNameMissing', groups: 'chainGroupsMissing' });
    expect(faultsIn({ ...freshChain, name: 'Launch', groups: ['a'] })).toEqual({});
  });
});
