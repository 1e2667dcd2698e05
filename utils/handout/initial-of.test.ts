import { expect, it } from 'vitest';
import { initialOf } from './initial-of';

it.each([
  ['VIP Launch List', 'V'],
  ['  🛍️ ofertas', 'O'],
  ['हिन्दी समूह', 'हि'],
  ['٣ اصدقاء', '٣'],
  ['éclair', 'É'],
  ['🎉🎉', undefined],
  ['', undefined],
])('stands for “%s” as %s', (name, initial) => expect(initialOf(name)).toBe(initial));
