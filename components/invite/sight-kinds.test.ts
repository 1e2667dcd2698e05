import { expect, it } from 'vitest';
import { bareCode } from '../../utils/invite-link';
import type { Sight } from '../../utils/model/sight';
import type { TroubleKind } from '../../utils/trouble';
import { joinable } from './sight-kinds';

const code = bareCode('BCodeOfAGroup012345678');
const seen = (more: Partial<Sight>): Sight => {
  if (!code) throw new Error('no code');
  return { code, verdict: 'live', sources: ['gateway'], seenAt: 0, ...more };
};
const unknown = (kind: TroubleKind) => seen({ verdict: 'unknown', trouble: { kind } });

it('lets one join what was seen and is open', () => {
  expect(joinable(seen({}))).toBe('yes');
  expect(joinable(seen({ verdict: 'approval' }))).toBe('yes');
});

it.each(['full', 'retired', 'invalid'] as const)('lets nobody join what is %s', (verdict) => {
  expect(joinable(seen({ verdict }))).toBe('no');
});

it('asks once more about what could not be seen', () => {
  expect(joinable(unknown('timed-out'))).toBe('unseen');
  expect(joinable(unknown('no-source'))).toBe('unseen');
});

it('does not offer what would fail for the same reason', () => {
  expect(joinable(unknown('key-refused'))).toBe('no');
  expect(joinable(unknown('session-down'))).toBe('no');
});

it('knows a retired link of one’s own without anybody’s help', () => {
  const own = { relation: 'admin', seenAt: 0, code: 'retired' } as const;
  expect(joinable({ ...unknown('timed-out'), own })).toBe('no');
  expect(joinable(seen({ own }))).toBe('yes');
});
