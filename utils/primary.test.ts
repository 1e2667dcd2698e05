import { describe, expect, it } from 'vitest';
import { type InGroup, primaryOf } from './primary';

const holder = (account: string, admin?: boolean, barred = false): InGroup => ({ account, admin, barred });

describe('the account that looks after a group', () => {
  it.each([
    ['nobody, where nobody is in it', [], 'a', undefined],
    ['the chosen one, whatever it may do', [holder('a', true), holder('b', false, true)], 'b', 'b'],
    ['the first admin, where the chosen one has left', [holder('a'), holder('b', true)], 'gone', 'b'],
    ['the first of which nobody knows better', [holder('a', false), holder('b'), holder('c')], undefined, 'b'],
    ['the first, where none is an admin', [holder('a', false), holder('b', false)], undefined, 'a'],
    ['not the one that may only read', [holder('a', true, true), holder('b')], undefined, 'b'],
    [
      'the one that may only read, where the other is no admin',
      [holder('a', true, true), holder('b', false)],
      undefined,
      'a',
    ],
    [
      'the first that may only read, where all do',
      [holder('a', undefined, true), holder('b', true, true)],
      undefined,
      'b',
    ],
  ] as const)('is %s', (_, holders, chosen, found) => expect(primaryOf(holders, chosen)).toBe(found));
});
