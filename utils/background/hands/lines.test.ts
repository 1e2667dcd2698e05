import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from '../../browser';
import { line, sentence } from './lines';

beforeEach(() => {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) => key);
});

it('says a name that somebody chose without letting it be markup', () => {
  const facts = { group: '<b>"A" & \'B\'</b>', account: 'Acme <x>', age: 'now' };
  expect(line(facts, 'xml')).toBe(
    '<match>&lt;b&gt;&quot;A&quot; &amp; &apos;B&apos;&lt;/b&gt;</match> <dim>· Acme &lt;x&gt; · now</dim>',
  );
  expect(line(facts, 'none')).toBe('<b>"A" & \'B\'</b> · Acme <x> · now');
});

it('takes out what would turn the line or end it', () => {
  expect(line({ group: 'A\u202eB\u0000\nC', age: 'now', demo: true }, 'xml')).toBe(
    '<match>AB C</match> <dim>· now · demo</dim>',
  );
});

it('has words for a group without a name', () => {
  expect(line({ group: '\u200b', age: 'now' }, 'none')).toBe('menuUnnamed · now');
});

it('escapes what was typed', () => {
  expect(sentence('No “<a>”', 'xml')).toBe('No “&lt;a&gt;”');
  expect(sentence('No “<a>”', 'none')).toBe('No “<a>”');
});
