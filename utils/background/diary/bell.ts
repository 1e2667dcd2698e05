import { browser } from '../../browser';
import { bellAt } from '../../over-time/due';
import { diaryItem } from '../../store/care-items';
import { read } from '../../store/items';
import { nextLookMs } from '../settling';

/** The one alarm of the whole diary. */
const bell = 'diary';
const soonMs = 60_000;

/** Whoever dies in the middle of something is woken again. */
export function ringSoon(): Promise<void> {
  return alone(() => browser.alarms.create(bell, { when: Date.now() + soonMs }));
}

/** Sets the bell for what comes next. */
export function ring(): Promise<void> {
  return alone(async () => {
    const now = Date.now();
    const at = await nextBell(now);
    if (at === undefined) await browser.alarms.clear(bell);
    else await browser.alarms.create(bell, { when: at });
  });
}

/** When the bell rings next; undefined where nothing is to come. */
export async function nextBell(now: number): Promise<number | undefined> {
  const diary = await read(diaryItem);
  const looks = diary.flatMap(({ taken }) => (taken ? [now + nextLookMs(Math.max(0, now - taken.at))] : []));
  const next = bellAt(diary, now);
  const times = next === undefined ? looks : [...looks, next];
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Whoever reads the diary last sets the bell last. */
function alone<T>(deed: () => Promise<T>): Promise<T> {
  return navigator.locks.request('diary bell', deed);
}
