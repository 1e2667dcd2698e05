import { expect, it } from 'vitest';
import { keysOf } from './keys-of';

it.each([
  ['Alt+Shift+K', ['Alt', 'Shift', 'K']],
  ['⌃⇧K', ['⌃', '⇧', 'K']],
  ['Ctrl++', ['Ctrl', '+']],
  ['↑ ↓', ['↑', '↓']],
  ['F8', ['F8']],
  ['/', ['/']],
])('reads %s', (shortcut, keys) => {
  expect(keysOf(shortcut)).toEqual(keys);
});
