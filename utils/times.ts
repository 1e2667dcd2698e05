import { minuteMs, whole } from './times/ago';
import { language } from './words';

export { ago } from './times/ago';

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
