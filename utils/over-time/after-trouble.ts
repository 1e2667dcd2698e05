import { passes, type TroubleFacts, type TroubleKind } from '../trouble';
import type { Entry, Hold } from './model';
import { minuteMs } from './zone';

const waits = [1, 5, 15, 60, 120, 360];
/** Checks harm nobody, so that they need not wait as long. */
const longestWatchWait = 60;
/** Nobody is believed who asks for more. */
const longestAsked = 24 * 60;

/**
 * What a failure makes of the entry that was taken. Trouble that passes puts the appointment off, by a growing wait and no
 * less than the other side asks for; trouble that stays pauses it. Pure.
 */
export function afterTrouble(entry: Entry, trouble: TroubleFacts, now: number): Entry {
  const { taken, moved, ...rest } = entry;
  const dueAt = taken?.dueAt ?? entry.dueAt ?? now;
  const why = holdFor(trouble.kind);
  if (why) return { ...rest, trouble, hold: { why, dueAt, since: now } };
  return {
    ...rest,
    trouble,
    tries: entry.tries + 1,
    dueAt: now + waitFor(entry, trouble),
    moved: { from: moved?.from ?? dueAt, why: 'trouble' },
  };
}

function holdFor(kind: TroubleKind): Hold['why'] | undefined {
  if (kind === 'vault-locked') return 'locked';
  if (kind === 'changed-meanwhile') return 'changed';
  if (kind === 'type-name') return 'printed';
  return passes(kind) ? undefined : 'trouble';
}

function waitFor({ duty, tries }: Entry, { waitMs = 0 }: TroubleFacts): number {
  const minutes = waits[Math.min(Math.max(tries, 0), waits.length - 1)] ?? longestWatchWait;
  const own = duty === 'watch' ? Math.min(minutes, longestWatchWait) : minutes;
  const asked = waitMs > 0 ? Math.min(waitMs, longestAsked * minuteMs) : 0;
  return Math.max(own * minuteMs, asked);
}
