import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareCode, type InviteCode } from '../invite-link';
import type { Sight } from '../model/sight';
import { read } from './items';
import { picturesItem, remember, remembered, sightsItem } from './sights';

beforeEach(() => fakeBrowser.reset());

function code(nth: number): InviteCode {
  const found = bareCode(`HFakeSight${String(nth).padStart(4, '0')}efgh12XY`);
  if (!found) throw new Error('Not a code');
  return found;
}

const sight = (nth: number, more: Partial<Sight> = {}): Sight => ({
  ...{ code: code(nth), verdict: 'live', sources: ['gateway'], seenAt: nth, name: `Group ${nth}` },
  ...more,
});

const picture = (kilobytes: number) => `data:image/jpeg;base64,${'A'.repeat(kilobytes * 1_000)}`;

async function nth(one: number): Promise<Sight | undefined> {
  return (await remembered([code(one)])).get(code(one))?.sight;
}

describe('what is remembered of links', () => {
  it('is given as it was seen, without what the store knows of ourselves', async () => {
    const own = { relation: 'admin', seenAt: 1, code: 'current' } as const;
    await remember(sight(1, { picture: picture(1), size: { count: 3, atLeast: true }, own }), 'a page');
    expect(await remembered([code(1), code(2)])).toEqual(
      new Map([
        [code(1), { sight: sight(1, { picture: picture(1), size: { count: 3, atLeast: true } }), askable: 'a page' }],
      ]),
    );
  });

  it('is the newest of each', async () => {
    await remember(sight(1, { picture: picture(1) }), '');
    await remember(sight(1, { verdict: 'retired', seenAt: 9 }), '');
    expect(await nth(1)).toEqual(sight(1, { verdict: 'retired', seenAt: 9 }));
    expect(await read(picturesItem)).toEqual([]);
  });

  it('is nothing where nobody could tell', async () => {
    await remember(sight(1, { verdict: 'unknown', trouble: { kind: 'timed-out' }, sources: [] }), '');
    expect(await nth(1)).toBeUndefined();
  });

  it('is bounded', async () => {
    for (let one = 0; one < 305; one += 1) await remember(sight(one, one < 240 ? {} : { picture: picture(1) }), '');
    expect((await read(sightsItem)).length).toBe(300);
    expect((await read(picturesItem)).length).toBe(60);
    expect(await nth(4)).toBeUndefined();
    expect((await nth(5))?.seenAt).toBe(5);
    expect((await nth(304))?.picture).toBe(picture(1));
    expect((await nth(244))?.picture).toBeUndefined();
  });

  it('keeps only so many large pictures', async () => {
    for (let one = 0; one < 40; one += 1) await remember(sight(one, { picture: picture(133) }), '');
    expect((await read(picturesItem)).length).toBe(22);
    expect((await nth(39))?.picture).toBe(picture(133));
  });
});
