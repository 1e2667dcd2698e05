import { language, say, sayCount } from '../words';
import type { Rhythm, TimeOfDay } from './model';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** 1970 began on a Thursday: this was a Sunday. */
const sunday = Date.UTC(1970, 0, 4);

/** Days of the week in the order in which they are shown: from Monday, as ISO 8601 has them. */
export const week: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

/** When a link is changed, for the middle of a sentence: "every day at 02:00", "every 3 days", "once, on …". */
export function rhythmWords(rhythm: Rhythm, zone: string): string {
  if (rhythm.kind === 'once') return onceWords(rhythm.at, zone);
  if (rhythm.kind === 'every') return everyWords(rhythm.everyMs);
  const { days, times } = rhythm;
  const at = listed([...times].sort().map(timeOfDayWords));
  const some = week.filter((day) => days.includes(day));
  return some.length === 7 ? say('rhythmDaily', at) : say('rhythmOnDays', listed(some.map((day) => dayName(day))), at);
}

/** "every 15 minutes", "every 36 hours", "every day". */
export function everyWords(everyMs: number): string {
  if (everyMs % dayMs === 0) return sayCount('rhythmEveryDays', everyMs / dayMs);
  if (everyMs % hourMs === 0) return sayCount('rhythmEveryHours', everyMs / hourMs);
  return sayCount('rhythmEveryMinutes', Math.round(everyMs / minuteMs));
}

/** A day of the week, from 0, Sunday. */
export function dayName(day: number, weekday: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(language(), { weekday, timeZone: 'UTC' }).format(sunday + day * dayMs);
}

function onceWords(at: number, zone: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', ...(zone && { timeZone: zone }) } as const;
  return say('rhythmOnce', new Intl.DateTimeFormat(language(), style).format(at));
}

function timeOfDayWords(time: TimeOfDay): string {
  const at = Date.parse(`1970-01-04T${time}Z`);
  if (Number.isNaN(at)) return time;
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short', timeZone: 'UTC' }).format(at);
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(words);
}
