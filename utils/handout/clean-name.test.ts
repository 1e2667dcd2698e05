import { expect, it } from 'vitest';
import { cleanName } from './clean-name';

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
