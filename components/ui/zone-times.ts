import { language, say } from '../../utils/words';

// Times as the clocks of one time zone show them, whatever the browser's own is.

const usual = { dateStyle: 'medium', timeStyle: 'short' } as const;

const whole = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const satisfies Intl.DateTimeFormatOptions;

/** Weekday, day and hour: "Sat, 21 Nov 2026, 02:00". */
export function momentIn(at: number, zone: string, locale = language()): string {
  return written(at, { ...whole, ...zoned(zone) }, locale);
}

/** "21 Nov 2026, 02:00 – 28 Nov 2026, 14:00", and no more of it than needed. */
export function spanIn(from: number, to: number, zone: string, locale = language()): string {
  if (!(Math.abs(from) <= lastMs && Math.abs(to) <= lastMs)) return '–';
  return new Intl.DateTimeFormat(locale, { ...usual, ...zoned(zone) }).formatRange(Math.min(from, to), to);
}

/** The hour alone: "02:00". */
export function clockIn(at: number, zone: string, locale = language()): string {
  return written(at, { timeStyle: 'short', ...zoned(zone) }, locale);
}

/** The day alone: "21 Nov 2026". */
export function dayIn(at: number, zone: string, locale = language()): string {
  return written(at, { dateStyle: 'medium', ...zoned(zone) }, locale);
}

/** "10:05 and 11:05" of one day; with the day, where it is not today's. */
export function betweenWords(
  { from, to }: { readonly from?: number; readonly to: number },
  now: number,
  zone = '',
): string {
  const end = written(to, isSameDay(to, now, zone) ? { timeStyle: 'short', ...zoned(zone) } : withDay(zone));
  if (from === undefined) return say('timeBefore', end);
  const isOneDay = isSameDay(from, to, zone);
  if (written(from, withDay(zone)) === written(to, withDay(zone))) return say('timeAt', end);
  if (isOneDay && !isSameDay(to, now, zone))
    return say('timesBetween', written(from, withDay(zone)), clockIn(to, zone));
  return say('timesBetween', isOneDay ? clockIn(from, zone) : written(from, withDay(zone)), end);
}

const hourMs = 3_600_000;

const steps = [
  ['day', 48 * hourMs, 24 * hourMs],
  ['hour', hourMs, hourMs],
  ['minute', 60_000, 60_000],
] as const;

/** "in 35 hours", "2 days ago", "now". Never "tomorrow", which is a matter of the calendar. */
export function fromNow(at: number, now: number, locale = language()): string {
  const step = steps.find(([, leastMs]) => Math.abs(at - now) >= leastMs);
  if (!step) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc((at - now) / step[2]), step[0]);
}

function withDay(zone: string): Intl.DateTimeFormatOptions {
  return { ...usual, ...zoned(zone) };
}

function isSameDay(one: number, other: number, zone: string): boolean {
  return dayIn(one, zone) === dayIn(other, zone);
}

/** Nothing for an empty zone, which is the browser's own. */
function zoned(zone: string): Intl.DateTimeFormatOptions {
  return zone ? { timeZone: zone } : {};
}

/** The last time that calendars know; files and strangers name later ones. */
const lastMs = 8.64e15;

function written(at: number, how: Intl.DateTimeFormatOptions, locale = language()): string {
  return Math.abs(at) <= lastMs ? new Intl.DateTimeFormat(locale, how).format(at) : '–';
}
