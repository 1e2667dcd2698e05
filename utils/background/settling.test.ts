import { describe, expect, it } from 'vitest';
import type { InviteCode } from '../invite-link';
import { isSettled, nextLookMs, settlingMs } from './settling';

const old = 'BOldCode0123456789abcd' as InviteCode;
const fresh = 'CNewCode0123456789abcd' as InviteCode;
const intent = { code: old, sentAt: 1_000_000 };

describe('a revocation whose answer was lost', () => {
  it('is settled by another code, at once', () => {
    expect(isSettled(intent, fresh, intent.sentAt)).toBe(true);
  });

  it('is not settled by the old code until a late request can no longer land', () => {
    expect(isSettled(intent, old, intent.sentAt + settlingMs - 1)).toBe(false);
    expect(isSettled(intent, old, intent.sentAt + settlingMs)).toBe(true);
  });

  it('is looked after less and less often, and never given up', () => {
    const waits = [0, settlingMs, 3_600_000, 86_400_000, 30 * 86_400_000].map(nextLookMs);
    expect(waits).toEqual([30_000, 300_000, 1_800_000, 3_600_000, 3_600_000]);
  });
});
