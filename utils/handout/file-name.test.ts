import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileNames } from '../../tests/e2e/hostile-names';
import { fileName } from './file-name';

const safe = /^[a-z0-9]{1}[a-z0-9-]{0,59}-[0-9a-f]{8}\.png$/;

it.each([
  ['VIP Launch List', 'vip-launch-list'],
  ['Café Zoë', 'cafe-zoe'],
  ['../../etc/passwd', 'etc-passwd'],
  ['=cmd|calc!A0.lnk', 'cmd-calc-a0-lnk'],
  ['con', 'con'],
  ['فريق الإطلاق', 'group'],
  ['🎉🎉', 'group'],
  ['', 'group'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('%j is saved as %s-….png', (group, slug) => {
  const name = fileName(group, 'png');
  expect(name).toMatch(safe);
  expect(name.slice(0, -'-12345678.png'.length)).toBe(slug);
});

it('cuts a name of 100 kB', () => {
  expect(fileName('x'.repeat(100_000), 'png')).toMatch(/^x{60}-[0-9a-f]{8}\.png$/);
});

it('tells apart names with the same slug', () => {
  expect(fileName('فريق', 'svg')).not.toBe(fileName('أصدقاء', 'svg'));
});

it('is safe for any name', { timeout: 30_000 }, () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.string({ unit: 'grapheme', maxLength: 150 }),
    fc.constantFrom('a\n.desktop', '\u202Egnp.exe', '.', '..', 'x'.repeat(5000), '\uD800', 'NUL', '/', 'ﷺ'.repeat(90)),
  );
  fc.assert(
    fc.property(hostile, (group) => safe.test(fileName(group, 'png'))),
    { numRuns: 500 },
  );
});

it('is safe for a thousand hostile names, and another for each', () => {
  const files = hostileNames(1_000).map(({ subject }) => fileName(subject, 'png'));
  expect(files.filter((name) => !safe.test(name))).toEqual([]);
  expect(new Set(files).size).toBe(1_000);
});
