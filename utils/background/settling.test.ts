import { describe, expect, it } from 'vitest';
import type { InviteCode } from '../invite-link';
import { usualLimits } from '../providers/http';
import { nextLookMs, nextRoundMs, settlingMs, toldBy } from './settling';

const old = 'BOldCode0123456789abcd' as InviteCode;
const fresh = 'CNewCode0123456789abcd' as InviteCode;
const intent = { code: old, sentAt: 1_000_000 };

describe('a revocation whose answer was lost', () => {
  it('is ended by another code, at once', () => {
    expect(toldBy(intent, fresh, intent.sentAt)).toBe('changed');
  });

  it('is not ended by the old code until a late request can no longer land', () => {
    expect(toldBy(intent, old, intent.sentAt + settlingMs - 1)).toBe('nothing');
    expect(toldBy(intent, old, intent.sentAt + settlingMs)).toBe('unchanged');
  });

  it('is given two minutes, and four times as long as a request may last', () => {
    expect(settlingMs).toBeGreaterThanOrEqual(120_000);
    expect(settlingMs).toBeGreaterThanOrEqual(4 * usualLimits.writeMs);
  });

  it('is looked after in rounds while the background lives', () => {
    const ages = [0, 4_999, 5_000, 15_000, 30_000, 59_000, 60_000, 86_400_000];
    expect(ages.map(nextRoundMs)).toEqual([5_000, 1, 10_000, 15_000, 30_000, 1_000, undefined, undefined]);
  });

  it('is looked after less and less often, and never given up', () => {
    const waits = [0, settlingMs, 3_600_000, 86_400_000, 30 * 86_400_000].map(nextLookMs);
    expect(waits).toEqual([30_000, 300_000, 1_800_000, 3_600_000, 3_600_000]);
  });
});
