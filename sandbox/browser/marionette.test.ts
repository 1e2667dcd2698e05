import { describe, expect, it } from 'vitest';
import { frame, frames } from './marionette.ts';

function read(...pieces: readonly Buffer[]): unknown[] {
  const seen: unknown[] = [];
  const take = frames((message) => seen.push(message));
  for (const piece of pieces) take(piece);
  return seen;
}

describe('the wire to Firefox', () => {
  it('counts bytes, not letters', () => {
    expect(frame(['é🛍️'])).toBe('13:["é🛍️"]');
  });

  it('reads two messages that arrive together', () => {
    expect(read(Buffer.from(frame({ a: 1 }) + frame([2])))).toEqual([{ a: 1 }, [2]]);
  });

  it('waits for the rest, even in the middle of a letter', () => {
    const bytes = Buffer.from(frame(['é']));
    expect(read(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual([['é']]);
  });
});
