import { expect, it } from 'vitest';
import { isTypedName } from './typed-name';

const id = '120363000000000000@g.us';
const isTyped = (typed: string, name: string) => isTypedName(typed, { name, id });

it.each([
  ['as it is', 'Summer Sale', 'Summer Sale'],
  ['with blanks around and between', '  Summer \t  Sale ', 'Summer\u00a0Sale'],
  ['in another spelling of the same letters', 'Ate\u0301lier', 'At\u00e9lier'],
  ['without the signs that nobody sees', 'Sale gpj.ofni now', 'Sale \u202egpj.ofni\u202c now'],
  ['an emoji from another keyboard', '\u2764 Lyon', '\u2764\ufe0f Lyon'],
  ['the id, where there is no name', id, ''],
  ['the id, where nothing of the name can be seen', id, '\u200b \ufeff'],
])('is the name: %s', (_, typed, name) => {
  expect(isTyped(typed, name)).toBe(true);
});

it.each([
  ['nothing', '', 'Summer Sale'],
  ['a part', 'Summer', 'Summer Sale'],
  ['other capitals', 'summer sale', 'Summer Sale'],
  ['the id, where there is a name', id, 'Summer Sale'],
  ['nothing, where there is no name', '', ''],
  ['a blank, where nothing of the name can be seen', ' ', '\u200b'],
])('is not the name: %s', (_, typed, name) => {
  expect(isTyped(typed, name)).toBe(false);
});
