import { expect, it } from 'vitest';
import { foundCodes } from './found-codes';

const code = (nth: number) => `HFakeDemo01abcdefgh${String(nth).padStart(3, '0')}`;
const link = (nth: number) => `https://chat.whatsapp.com/${code(nth)}`;

it('finds every invite once, and the lines without one', () => {
  const text = `Groups:\n${link(1)}\n\n see ${link(2)}?mode=x and ${link(1)}\nnothing here`;
  expect(foundCodes(text)).toEqual({ codes: [code(1), code(2)], odd: ['Groups:', 'nothing here'], left: 0 });
});

it('names no lines of JSON, and none of a text without any invite', () => {
  expect(foundCodes(JSON.stringify({ groups: [{ link: link(1) }] }, null, 2))).toMatchObject({
    codes: [code(1)],
    odd: [],
  });
  expect(foundCodes('hello\nthere')).toEqual({ codes: [], odd: [], left: 0 });
});

it('takes no more than five thousand at once, and says how many are left', () => {
  const many = Array.from(
    { length: 5_002 },
    (_, nth) => `https://chat.whatsapp.com/HFakeDemo01abcdefg${String(nth).padStart(4, '0')}`,
  );
  const { codes, left } = foundCodes(many.join('\n'));
  expect([codes.length, left]).toEqual([5_000, 2]);
});
