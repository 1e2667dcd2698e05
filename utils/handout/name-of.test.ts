import { expect, it } from 'vitest';
import { isNameOf } from './name-of';

const group = { id: '120363025246125486@g.us', name: 'VIP Launch List' };
const named = (name: string) => ({ ...group, name });

it('takes the name as it stands on the screen', () => {
  expect(isNameOf(group, 'VIP Launch List')).toBe(true);
  expect(isNameOf(group, '  VIP\u00a0Launch   List\n')).toBe(true);
  expect(isNameOf(named('Cafe\u0301 Lyon'), 'Caf\u00e9 Lyon')).toBe(true);
  expect(isNameOf(named('Caf\u00e9 Lyon'), 'Cafe\u0301 Lyon')).toBe(true);
  expect(isNameOf(named('\u202eevil\u202c  name'), 'evil name')).toBe(true);
  expect(isNameOf(named('👩\u200d🌾 Farm ❤\ufe0f'), '👩🌾 Farm ❤')).toBe(true);
  expect(isNameOf(named('عشاق القهوة'), 'عشاق القهوة ')).toBe(true);
});

it('takes a long name as it is shown, and whole', () => {
  const long = 'a'.repeat(99) + 'b'.repeat(60);
  expect(isNameOf(named(long), long)).toBe(true);
  expect(isNameOf(named(long), `${'a'.repeat(99)}…`)).toBe(true);
  expect(isNameOf(named(long), 'a'.repeat(99))).toBe(false);
});

it('takes nothing else', () => {
  for (const typed of ['', ' ', 'VIP Launch', 'vip launch list', 'VIP Launch List 2', group.id]) {
    expect(isNameOf(group, typed)).toBe(false);
  }
});

it('asks for the id where nothing of the name can be seen', () => {
  for (const name of ['', ' ', '\u2800\u200b']) {
    expect(isNameOf(named(name), '')).toBe(false);
    expect(isNameOf(named(name), name)).toBe(false);
    expect(isNameOf(named(name), ` ${group.id}`)).toBe(true);
  }
});
