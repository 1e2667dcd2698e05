import { language } from '../words';

const secondMs = 1000;
export const minuteMs = 60 * secondMs;
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

/** In its largest unit, rounded down. */
export function whole(ms: number): readonly [Unit, number] {
  for (const [unit, length] of units) {
    if (ms >= length) return [unit, Math.floor(ms / length)];
  }
  return ['second', 0];
}
