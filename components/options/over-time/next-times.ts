import type { Rhythm, Rules } from '../../../utils/over-time/model';
import { allowedFrom, nextTime } from '../../../utils/over-time/rhythm';
import { isTwice, localIn } from './zone-clock';

/** An appointment to come, as it is shown before anything is saved. */
export interface Coming {
  /** When it is done. */
  readonly at: number;
  /** Where that is not its own time: what that is, and what moves it. */
  readonly moved?: { readonly from: number; readonly why: 'quiet' | 'frozen' };
  /** `skipped`: the clocks jump over its time that day; `twice`: they show it twice. */
  readonly clocks?: 'skipped' | 'twice';
}

/** The next appointments of a rhythm, at most `count`. */
export function nextTimes(
  rhythm: Rhythm,
  {
    now,
    rules,
    zone,
  }: { readonly now: number; readonly rules: Pick<Rules, 'quiet' | 'freeze'>; readonly zone: string },
  count: number,
): readonly Coming[] {
  const found: Coming[] = [];
  let after = now;
  while (found.length < count) {
    const time = nextTime(rhythm, after, zone);
    if (time === undefined || time <= after) break;
    const { at, why } = allowedFrom(time, rules, zone);
    const clocks = clocksAt(rhythm, time, zone);
    found.push({ at, ...(why && { moved: { from: time, why } }), ...(clocks && { clocks }) });
    after = time;
  }
  return found;
}

function clocksAt(rhythm: Rhythm, at: number, zone: string): Coming['clocks'] | undefined {
  if (rhythm.kind !== 'at') return undefined;
  if (!rhythm.times.includes(localIn(at, zone).slice(11))) return 'skipped';
  return isTwice(at, zone) ? 'twice' : undefined;
}
