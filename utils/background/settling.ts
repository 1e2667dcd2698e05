import { browser } from 'wxt/browser';
import type { InviteCode } from '../invite-link';
import type { Intent } from '../store/database';

/**
 * How long an unchanged code leaves a revocation open. A request of a worker that was killed can still land: closing at
 * the first unchanged read lost 12 of 184 codes in a trial, waiting longer than the gateway's latency lost none.
 */
export const settlingMs = 120_000;

export const bell = 'settle';

/** Whether a read code tells how a revocation ended: another code always does, the same one only after the window. */
export function isSettled({ code, sentAt }: Pick<Intent, 'code' | 'sentAt'>, seen: InviteCode, now: number): boolean {
  return seen !== code || now - sentAt >= settlingMs;
}

/** When to look again, by the age of the revocation: soon at first, then ever more rarely. In ms from now. */
export function nextLookMs(ageMs: number): number {
  if (ageMs < settlingMs) return 30_000;
  if (ageMs < 30 * 60_000) return 5 * 60_000;
  return ageMs < 3 * 3_600_000 ? 30 * 60_000 : 3_600_000;
}

/** Sets the bell for the next look. */
export async function ring(sentAt: number, now = Date.now()): Promise<void> {
  await browser.alarms.create(bell, { when: now + nextLookMs(now - sentAt) });
}
