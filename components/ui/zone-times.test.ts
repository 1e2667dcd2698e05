import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../../utils/browser';
import { betweenWords, clockIn, dayIn, fromNow, momentIn } from './zone-times';

beforeEach(() => {
  const sentences = new Map([
    ['timesBetween', 'between $1 and $2'],
    ['timeBefore', 'before $1'],
    ['timeAt', 'at $1'],
  ]);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, values?: unknown) =>
    (sentences.get(key) ?? '').replace(/\$(\d)/g, (_, nth) => String([values].flat()[nth - 1] ?? '')),
  );
});

const hour = 3_600_000;
const at = Date.parse('2026-11-21T01:00Z');
const plain = (text: string) => text.replace(/\u202F/g, ' ');

describe('times of a zone', () => {
  it('are those of its clocks', () => {
    expect(plain(momentIn(at, 'Europe/Paris', 'en'))).toBe('Sat, Nov 21, 2026, 2:00 AM');
    expect(clockIn(at, 'Europe/Paris', 'de')).toBe('02:00');
    expect(dayIn(at, 'America/New_York', 'en')).toBe('Nov 20, 2026');
    expect(momentIn(9e15, 'Europe/Paris', 'en')).toBe('–');
  });

  it.each([
    [{ from: at - hour, to: at }, at + hour, 'between 1:00 AM and 2:00 AM'],
    [{ from: at - hour, to: at }, at + 48 * hour, 'between Nov 21, 2026, 1:00 AM and 2:00 AM'],
    [{ from: at - 24 * hour, to: at }, at, 'between Nov 20, 2026, 2:00 AM and 2:00 AM'],
    [{ from: at - 1_000, to: at - 500 }, at, 'at 1:59 AM'],
    [{ to: at }, at, 'before 2:00 AM'],
  ])('say a span in few words: %j', (span, now, words) => {
    expect(plain(betweenWords(span, now, 'Europe/Paris'))).toBe(words);
  });
});

describe('how far a time is', () => {
  it.each([
    [35 * hour, 'in 35 hours'],
    [48 * hour, 'in 2 days'],
    [-47 * hour, '47 hours ago'],
    [-90_000, '1 minute ago'],
    [59_000, 'now'],
    [-59_000, 'now'],
  ])('%d ms is %s', (by, words) => {
    expect(fromNow(at + by, at, 'en')).toBe(words);
  });
});
