import { language } from '../../../utils/words';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "36 kB". */
export function bytesWords(bytes: number, locale = language()): string {
  const nth = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** nth;
  const digits = nth > 0 && value < 10 ? 1 : 0;
  const look = { style: 'unit', unit: units[nth], unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, look).format(value);
}
