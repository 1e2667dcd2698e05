import { describe, expect, it } from 'vitest';
import { age, ago } from './times';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('ago', () => {
  it('speaks of whole units', () => {
    expect(ago(0, 2 * minute + 59_000, 'en')).toBe('2 min. ago');
    expect(ago(0, day, 'en')).toBe('yesterday');
    expect(ago(0, 2 * minute, 'de')).toBe('vor 2 Min.');
  });

  it('calls the first minute, and the future, now', () => {
    expect(ago(0, 59_000, 'en')).toBe('now');
    expect(ago(minute, 0, 'en')).toBe('now');
  });
});

describe('age', () => {
  it('counts in the largest unit that fits', () => {
    expect(age(41 * day, 'en')).toBe('41 days');
    expect(age(day, 'en')).toBe('1 day');
    expect(age(800 * day, 'en')).toBe('2 years');
  });

  it('never says less than a minute', () => {
    expect(age(3, 'en')).toBe('1 minute');
    expect(age(-3, 'en')).toBe('1 minute');
  });
});
