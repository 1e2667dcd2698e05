import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from './database';
import { keepPoint, lastPoints, pointsOf } from './sizes';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const noon = 20_000 * dayMs;

beforeEach(async () => void (await (await database()).clear('sizes')));

const keep = (at: number, count: number, more = {}) => keepPoint('1@g.us', { at: noon + at, count, ...more });
const kept = async (group = '1@g.us') => (await pointsOf(group)).map(({ at, count }) => [at - noon, count]);

describe('counts', () => {
  it('are kept once in ten minutes as long as they stay the same, and each time they change', async () => {
    await keep(0, 5);
    await keep(9 * minuteMs, 5);
    await keep(10 * minuteMs, 5);
    await keep(11 * minuteMs, 6);
    await keep(12 * minuteMs, 6, { atLeast: true });
    await keep(13 * minuteMs, 6, { atLeast: false });
    expect(await kept()).toEqual([0, 10, 11, 12, 13].map((minutes, nth) => [minutes * minuteMs, [5, 5, 6, 6, 6][nth]]));
    expect((await pointsOf('1@g.us')).map(({ atLeast = false }) => atLeast)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('are kept by group', async () => {
    await keep(0, 5);
    await keepPoint('2@g.us', { at: noon + 1, count: 7 });
    await keepPoint('10@g.us', { at: noon + 2, count: 9 });
    expect(await kept('2@g.us')).toEqual([[1, 7]]);
    expect([...(await lastPoints(['1@g.us', '2@g.us', '3@g.us']))]).toEqual([
      ['1@g.us', { at: noon, count: 5 }],
      ['2@g.us', { at: noon + 1, count: 7 }],
    ]);
  });

  it('are thinned out while new ones come', async () => {
    const db = await database();
    const { store, done } = db.transaction('sizes', 'readwrite');
    for (let nth = 0; nth < 40 * 48; nth += 1) {
      void store.put({ group: '1@g.us', at: noon - 40 * dayMs + nth * (hourMs / 2), count: nth });
    }
    await done;
    await keep(0, 1);
    const points = await kept();
    expect(points.length).toBeGreaterThan(2 * 48 + 12 * 24 + 24);
    expect(points.length).toBeLessThan(2 * 48 + 12 * 24 + 30);
    expect(points.at(-1)).toEqual([0, 1]);
  });

  it('stay in order where the clock was set back', async () => {
    await keep(dayMs, 9);
    await keep(0, 5);
    await keep(minuteMs, 5);
    expect(await kept()).toEqual([
      [0, 5],
      [dayMs, 9],
    ]);
  });

  it('that cannot be read are left out, and harm no other', async () => {
    const db = await database();
    await db.put('sizes', { group: '1@g.us', at: noon - 1, count: 'many' } as never);
    await keep(0, 5);
    await keep(hourMs, 6);
    expect(await kept()).toEqual([
      [0, 5],
      [hourMs, 6],
    ]);
  });
});
