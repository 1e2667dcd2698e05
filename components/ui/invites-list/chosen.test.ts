import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import { chosen, counts, isDead, verdictShown, wantsLook } from './chosen';

const codes = Array.from({ length: 5 }, (_, nth) => coded(`HFakeDemo01abcdefgh1${nth}X`));
const [unseen, live, gone, ours, odd] = codes;
const now = Date.UTC(2026, 10, 20);
const sights: readonly Sight[] = [
  seen(live, { name: 'Équipe Été', description: 'Beach volley' }),
  seen(gone, { verdict: 'invalid' }),
  seen(ours, {
    verdict: 'unknown',
    trouble: { kind: 'no-source' },
    sources: [],
    own: { relation: 'admin', seenAt: now, code: 'retired' },
  }),
  seen(odd, { verdict: 'unknown', trouble: { kind: 'timed-out' } }),
];
const of = new Map(sights.map((sight) => [sight.code, sight]));

describe('which invites are shown', () => {
  it('are all of them, in order of appearance', () => {
    expect(chosen({ codes, of, which: 'all', text: '' })).toEqual(codes);
  });

  it('are those of one verdict, those nobody looked at, or one’s own', () => {
    expect(chosen({ codes, of, which: 'live', text: '' })).toEqual([live]);
    expect(chosen({ codes, of, which: 'unseen', text: '' })).toEqual([unseen]);
    expect(chosen({ codes, of, which: 'own', text: '' })).toEqual([ours]);
  });

  it('are those with a text in name, description or code', () => {
    expect(chosen({ codes, of, which: 'all', text: ' ÉTÉ ' })).toEqual([live]);
    expect(chosen({ codes, of, which: 'all', text: 'volley' })).toEqual([live]);
    expect(chosen({ codes, of, which: 'all', text: String(gone) })).toEqual([gone]);
    expect(chosen({ codes, of, which: 'retired', text: 'volley' })).toEqual([]);
  });

  it('are counted', () => {
    expect(Object.fromEntries(counts({ codes, of }))).toEqual({
      ...{ all: 5, unseen: 1, own: 1 },
      ...{ live: 1, invalid: 1, retired: 1, unknown: 1 },
    });
  });
});

describe('an invite', () => {
  it('of one’s own that was retired is retired, whoever answers', () => {
    expect(verdictShown(sights[2])).toBe('retired');
    expect(wantsLook(sights[2], now)).toBe(false);
  });

  it('is worth a look while nothing certain and fresh is known', () => {
    expect(wantsLook(undefined, now)).toBe(true);
    expect(wantsLook(sights[3], now)).toBe(true);
    expect(wantsLook(sights[0], now + 9 * 60_000)).toBe(false);
    expect(wantsLook(sights[0], now + 11 * 60_000)).toBe(true);
  });

  it('that nobody can tell of is not dead', () => {
    expect([undefined, ...sights].map(isDead)).toEqual([false, false, true, true, false]);
  });
});

function seen(code: InviteCode | undefined, more: Partial<Sight>): Sight {
  if (!code) throw new Error('no code');
  return { code, verdict: 'live', sources: ['gateway'], seenAt: now, ...more };
}

function coded(text: string): InviteCode {
  const found = bareCode(text);
  if (!found) throw new Error(`${text} is no code`);
  return found;
}
