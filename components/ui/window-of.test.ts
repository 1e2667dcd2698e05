import { describe, expect, it } from 'vitest';
import { scrollFor as scrolled, windowOf as windowed } from './window-of';

const rows = { rowPx: 44, rowsShown: 4.5 };
const { rowPx } = rows;
const windowOf = (top: number, count: number) => windowed(top, count, rows);
const scrollFor = (row: number, top: number) => scrolled(row, top, rows);

describe('windowOf', () => {
  it('draws a handful of ten thousand', () => {
    expect(windowOf(0, 10_000)).toEqual({ start: 0, end: 9 });
    expect(windowOf(5000 * rowPx, 10_000)).toEqual({ start: 4996, end: 5009 });
    expect(windowOf(9996 * rowPx, 10_000)).toEqual({ start: 9992, end: 10_000 });
  });

  it('keeps within a short list, and within one that shrank', () => {
    expect(windowOf(0, 2)).toEqual({ start: 0, end: 2 });
    expect(windowOf(900 * rowPx, 3)).toEqual({ start: 0, end: 3 });
    expect(windowOf(0, 0)).toEqual({ start: 0, end: 0 });
    expect(windowOf(-30, 3)).toEqual({ start: 0, end: 3 });
  });
});

describe('scrollFor', () => {
  it('stays where the row is in view', () => {
    expect(scrollFor(2, 0)).toBe(0);
    expect(scrollFor(12, 10 * rowPx)).toBe(10 * rowPx);
  });

  it('moves just far enough', () => {
    expect(scrollFor(4, 0)).toBe(0.5 * rowPx);
    expect(scrollFor(3, 10 * rowPx)).toBe(3 * rowPx);
  });
});
