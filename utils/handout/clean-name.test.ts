import { expect, it } from 'vitest';
import { hostileNames } from '../../tests/e2e/hostile-names';
import { cleanName, isolated } from './clean-name';
import { cleanText } from './clean-text';

it.each([
  ['VIP Launch List', 'VIP Launch List'],
  ['  two\r\nlines\tand\u2028more ', 'two lines and more'],
  ['null\u0000byte', 'null byte'],
  ['safe\u202Egnp.exe', 'safegnp.exe'],
  ['\u2067isolated\u2069', 'isolated'],
  ['zero\u200Bwidth\uFEFF', 'zerowidth'],
  ['فريق الإطلاق', 'فريق الإطلاق'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['Família 👨‍👩‍👧‍👦', 'Família 👨‍👩‍👧‍👦'],
  ['half \uD83D a pair', 'half  a pair'.replace('  ', ' ')],
  ['\u3164\u3164', ''],
  ['\u200D\uFE0F', ''],
  ['', ''],
  [
    'Land 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'Land 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  ],
  ['tag\u{E0041}\u{E0042}ged', 'tagged'],
])('%j is shown as %j', (name, shown) => {
  expect(cleanName(name)).toBe(shown);
});

it('flattens piles of marks', () => {
  expect(cleanName(`z${'\u0301'.repeat(500)}algo`)).toBe(`z${'\u0301'.repeat(4)}algo`);
});

it('cuts between whole signs', () => {
  const cut = cleanName('👩🏽‍🚀'.repeat(20_000));
  expect(cut).toMatch(/^(?:👩🏽‍🚀)+…$/u);
  expect(cleanName('a'.repeat(100_000))).toBe(`${'a'.repeat(99)}…`);
  expect(cleanName('a'.repeat(100))).toBe('a'.repeat(100));
});

it('keeps the lines of a text, and none of its tricks', () => {
  expect(cleanText('Doors open\r\nat nine.\n\n\n\n\u202Eemoc\u0000 \u2067early')).toBe(
    'Doors open\nat nine.\n\nemoc  early',
  );
  expect(cleanText(`a${'b'.repeat(100_000)}`)).toHaveLength(2_048);
  expect(cleanText('\u200B\n\u3164')).toBe('');
});

it('isolates a name for the middle of a sentence', () => {
  expect(isolated('\u202Eשלום\u2069 12')).toBe('\u2068שלום 12\u2069');
});

const names = hostileNames(1_000);
// What turns text, ends a line, or is half of a sign.
const evil = /[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/u;

it('has a thousand hostile names to try itself on, all different', () => {
  expect(new Set(names.map(({ subject }) => subject)).size).toBe(1_000);
  expect(names.filter(({ subject }) => evil.test(subject)).length).toBeGreaterThan(150);
});

it('makes every hostile name one short line that turns nothing', () => {
  const kept = names.map(({ subject }) => cleanName(subject));
  expect(kept.filter((name) => evil.test(name) || /\p{Cc}/u.test(name) || name.length > 3_000)).toEqual([]);
  expect(kept.filter((name) => /\p{M}{5}/u.test(name))).toEqual([]);
  expect(names.map(({ description }) => cleanText(description)).filter((text) => evil.test(text))).toEqual([]);
});
