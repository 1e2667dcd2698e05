import { expect, it } from 'vitest';
import { keysOf } from './firefox-keys.ts';

it('presses a chord down in order and lets it go in reverse', () => {
  expect(keysOf('Control+a').map(({ type, value }) => [type, value])).toEqual([
    ['keyDown', '\uE009'],
    ['keyDown', 'a'],
    ['keyUp', 'a'],
    ['keyUp', '\uE009'],
  ]);
});

it('knows that a plus can be a key', () => {
  expect(keysOf('+').map(({ value }) => value)).toEqual(['+', '+']);
  expect(keysOf('Shift++').map(({ value }) => value)).toEqual(['\uE008', '+', '+', '\uE008']);
});
