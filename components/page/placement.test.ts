import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, placed } from './placement';

const view = { left: 0, top: 0, right: 1000, bottom: 800 };
const size = { width: 300, height: 120 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  ...{ left, top, right: left + width, bottom: top + height },
});

describe('the place of the card', () => {
  it.each([
    ['below, at the start of the link', box(100, 100, 80, 20), { side: 'below', left: 100, top: 126 }],
    ['above, where there is more room', box(100, 760, 80, 20), { side: 'above', left: 100, top: 634 }],
    ['pushed in from the edge', box(950, 100, 40, 20), { side: 'below', left: 692, top: 126 }],
    ['beside a link as high as the page', box(100, -50, 80, 900), { side: 'right', left: 186, top: 8 }],
    ['beside it, at the left', box(700, -50, 280, 900), { side: 'left', left: 394, top: 8 }],
    ['on a link that leaves no room', box(0, 0, 1000, 800), { side: 'over', left: 8, top: 672 }],
  ])('is %s', (_, link, spot) => {
    expect(placed({ links: [link], size, view })).toMatchObject(spot);
  });

  it('is at the end of the line where one reads from right to left', () => {
    expect(placed({ links: [box(500, 100, 80, 20)], size, view, rtl: true })).toMatchObject({ left: 280 });
  });

  it('keeps its side when it grows, and scrolls within itself', () => {
    const link = box(100, 500, 80, 20);
    const high = { width: 300, height: 420 };
    expect(placed({ links: [link], size: high, view, side: 'below' })).toMatchObject({ side: 'below', maxHeight: 266 });
  });

  it('goes to the other side when its own has become too small', () => {
    expect(placed({ links: [box(100, 740, 80, 20)], size, view, side: 'below' })?.side).toBe('above');
  });

  it('is nowhere when the invite is out of sight, or has gone', () => {
    expect(placed({ links: [box(100, -40, 80, 20)], size, view })).toBeUndefined();
    expect(placed({ links: [], size, view })).toBeUndefined();
  });

  it('takes a point for a place', () => {
    expect(placed({ links: [box(500, 200, 0, 0)], size, view })).toMatchObject({ side: 'below', top: 206 });
  });

  it('stays in view and off the link, whatever the page is like', () => {
    const some = fc.integer({ min: -200, max: 2000 });
    const links = fc.array(fc.tuple(some, some, fc.nat(600), fc.nat(90)), { minLength: 1, maxLength: 3 });
    const views = fc.tuple(fc.integer({ min: 320, max: 2000 }), fc.integer({ min: 300, max: 1400 }));
    fc.assert(
      fc.property(links, views, fc.integer({ min: 60, max: 500 }), fc.boolean(), (at, [right, bottom], height, rtl) => {
        const boxes = at.map((one) => box(...one));
        const spot = placed({ links: boxes, size: { width: 300, height }, view: { ...view, right, bottom }, rtl });
        if (!spot) return;
        const card = box(spot.left, spot.top, 300, Math.min(height, spot.maxHeight));
        expect(card.left >= 8 && card.top >= 8 && card.right <= right - 8 && card.bottom <= bottom - 8).toBe(true);
        if (spot.side !== 'over') expect(boxes.some((one) => overlaps(card, one))).toBe(false);
      }),
    );
  });
});

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
