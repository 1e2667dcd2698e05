import { language } from '../../utils/words';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'year';

const units: readonly (readonly [Unit, number])[] = [
  ['year', 365 * dayMs],
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
];

/** "2 min. ago", "yesterday"; "now" within the first minute, and for clocks that run ahead of ours. */
export function ago(at: number, now: number, locale = language()): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const [unit, count] = whole(now - at);
  return unit === 'second' ? words.format(0, 'second') : words.format(-count, unit);
}

/** How long something has lasted: "41 days", "3 hours". Less than a minute counts as one minute. */
export function age(ms: number, locale = language()): string {
  const [unit, count] = whole(Math.max(ms, minuteMs));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** The last time that calendars know; files and strangers name later ones. */
const lastMs = 8.64e15;

/** Day and hour: "21 Nov 2026, 14:05"; a dash for a time that no calendar has. */
export function moment(at: number, locale = language()): string {
  if (!(Math.abs(at) <= lastMs)) return '–';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The day alone: "21 Nov 2026". */
export function day(at: number, locale = language()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
}

function whole(ms: number): readonly [Unit, number] {
  for (const [unit, length] of units) {
    if (ms >= length) return [unit, Math.floor(ms / length)];
  }
  return ['second', 0];
}
