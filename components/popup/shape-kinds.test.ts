import { expect, it } from 'vitest';
import { kindsIn } from './shape-kinds';
import { shapesInOrder } from './shape-names';

it('counts what left by what people call it', () => {
  expect(kindsIn({ byShape: { button: 2, source: 1, link: 6, rich: 3, qr: 1 } })).toEqual([
    ['outMails', 3],
    ['outLinks', 9],
    ['outQrCodes', 1],
  ]);
  expect(kindsIn({ byShape: {} })).toEqual([]);
});

it('leaves no shape out', () => {
  const each = Object.fromEntries(shapesInOrder.map((shape) => [shape, 1]));
  expect(kindsIn({ byShape: each }).reduce((sum, [, count]) => sum + count, 0)).toBe(shapesInOrder.length);
});
