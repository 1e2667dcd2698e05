import type { Rhythm } from '../../../utils/over-time/model';
import { localIn, timeAt } from './zone-clock';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A rhythm as it stands in the fields, whole or not. Times as the clocks of the zone show them. */
export interface RhythmDraft {
  readonly kind: 'none' | Rhythm['kind'];
  /** NaN while it is none. */
  readonly count: number;
  readonly unit: 'hours' | 'days';
  /** From when it is counted. */
  readonly from: string;
  readonly days: readonly number[];
  readonly times: readonly string[];
  readonly once: string;
}

const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** What the fields say of a rhythm; a usual one where there is none. */
export function draftOf(rhythm: Rhythm | undefined, now: number, zone: string): RhythmDraft {
  const soon = localIn(now + hourMs, zone).replace(/\d\d$/, '00');
  const bare = { count: 1, unit: 'days', from: soon, days: everyDay, times: ['02:00'], once: soon } as const;
  if (!rhythm) return { kind: 'none', ...bare };
  if (rhythm.kind === 'at') return { ...bare, ...rhythm };
  if (rhythm.kind === 'once') return { ...bare, kind: 'once', once: localIn(rhythm.at, zone) };
  const inDays = rhythm.everyMs % dayMs === 0;
  const count = Math.round(rhythm.everyMs / (inDays ? dayMs : hourMs));
  return { ...bare, kind: 'every', count, unit: inDays ? 'days' : 'hours', from: localIn(rhythm.from, zone) };
}

/** The rhythm that the fields say; undefined while they are not whole, and for none. */
export function rhythmOf(draft: RhythmDraft, zone: string): Rhythm | undefined {
  const { kind, count, unit, days } = draft;
  const times = [...new Set(draft.times.filter((time) => /^\d\d:\d\d$/.test(time)))].sort();
  const [from, at] = [timeAt(draft.from, zone), timeAt(draft.once, zone)];
  if (kind === 'every' && from !== undefined && Number.isInteger(count))
    return { kind, everyMs: count * (unit === 'days' ? dayMs : hourMs), from };
  if (kind === 'at' && days.length > 0 && times.length > 0) return { kind, days: days.toSorted(), times };
  return kind === 'once' && at !== undefined ? { kind, at } : undefined;
}
