import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import dump from '../../tests/fixtures/stores/database-1.json';
import { breaks } from './chain';

const file: readonly object[] = dump.stores.lineage.rows;
const given = {
  kind: 'given',
  id: 'l',
  name: 'N',
  account: 'a',
  group: 'g',
  code: 'HFakeSaved0001efgh1234',
  shape: 'qr',
  at: 5,
};

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
});

async function life() {
  vi.resetModules();
  const [saved, background, lineage] = await Promise.all([
    import('./saved-rows'),
    import('../background/record'),
    import('./lineage'),
  ]);
  return { ...saved, ...background, ...lineage };
}

const bare = ({ prev: _, hash: _hash, added: _added, ...row }: Record<string, unknown>) => row;

/** Lines of which no two are alike. */
const many = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    ...given,
    id: `l${nth}`,
    at: nth,
    code: `HFakeSaved${String(nth).padStart(4, '0')}efgh1234`,
  }));

/** Every write from this one on fails, as in a background that is no more. */
function endingAfter(writes: number): void {
  let left = writes;
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...given) {
      if (left === 0) throw new Error('the end');
      left -= 1;
      return Reflect.apply(write, this, given);
    });
  }
}

describe('a saved record', () => {
  it('comes to the same end, wherever the background was killed while it came back', async () => {
    const ledger = many(300);
    for (const writes of [0, 100, 180, 181, 182, 183, 184, 185, 280]) {
      const before = await life();
      endingAfter(writes);
      for (let at = 0; at < 300; at += 180) {
        await before.add({ lineage: [], ledger: ledger.slice(at, at + 180) }).catch(() => undefined);
      }
      vi.restoreAllMocks();
    }
    const now = await life();
    const { added, known, refused } = await now.add({ lineage: [], ledger });
    expect([added + known, refused]).toEqual([300, 0]);
    const rows = await now.rows({ part: 'ledger', after: 0 });
    expect((rows as Record<string, unknown>[]).map(({ id }) => id)).toEqual(ledger.map(({ id }) => id));
    expect(await breaks(rows)).toEqual([]);
    expect((await now.check()).findings).toEqual([]);
    expect(await now.add({ lineage: [], ledger })).toEqual({ added: 0, known: 300, refused: 0 });
    // Whether the ids asked about lie close together or far apart.
    const fresh = { ...given, id: 'l7x' };
    for (const some of [ledger.slice(70, 79), ledger.filter((_, nth) => nth % 60 === 0)]) {
      expect(await now.weighRows('ledger', [...some, fresh])).toEqual({ added: 1, known: some.length, refused: 0 });
    }
  }, 60_000);

  it('comes back into an empty profile as it was, sealed anew', async () => {
    const now = await life();
    expect(await now.add({ lineage: file, ledger: [given] })).toEqual({ added: 25, known: 0, refused: 0 });
    const rows = await now.rows({ part: 'lineage', after: 0 });
    expect((rows as Record<string, unknown>[]).map(bare)).toEqual(file);
    expect(await breaks(rows)).toEqual([]);
    expect(await now.add({ lineage: rows, ledger: [given] })).toEqual({ added: 0, known: 25, refused: 0 });
    expect(await now.rows({ part: 'lineage', after: 20 })).toHaveLength(4);
  });

  it('replaces nothing, and does not pass for what was seen later', async () => {
    const now = await life();
    const mine = { account: 'a', group: '9@g.us', name: 'Mine' };
    const [first, second] = ['HFakeSaved0001efgh1234', 'HFakeSaved0002efgh1234'] as never[];
    await now.sighted({ ...mine, code: first as never, now: 1_000 });
    const old = { ...mine, id: 'o', at: 10, event: 'first-seen', code: second, how: 'telepathy' };
    const before = await now.rows({ part: 'lineage', after: 0 });
    const again = { ...(before[0] as object), code: second };
    expect(await now.add({ lineage: [old, old, again], ledger: [] })).toEqual({ added: 1, known: 2, refused: 0 });
    expect((await now.rows({ part: 'lineage', after: 0 }))[0]).toEqual(before[0]);
    expect((await now.history('9@g.us')).map(({ at, how }) => [at, how])).toEqual([
      [1_000, 'read'],
      [10, 'imported'],
    ]);
    await now.sighted({ ...mine, code: first as never, now: 2_000 });
    expect(await now.rows({ part: 'lineage', after: 0 })).toHaveLength(2);
  });

  it('is refused row by row, and all of it is accounted for, whatever was done to the file', async () => {
    const now = await life();
    const names = [
      'id',
      'at',
      'code',
      'old',
      'event',
      'how',
      'name',
      'group',
      'seq',
      'kind',
      '__proto__',
      'constructor',
    ];
    const wild = fc.oneof(fc.anything(), fc.string(), fc.constantFrom(NaN, -1, 1e300, 'x'.repeat(20_000), null));
    const mutated = fc
      .tuple(fc.constantFrom(...file, given), fc.constantFrom(...names), fc.option(wild), fc.uuid())
      .map(([row, name, value, id]) => {
        const copy: Record<string, unknown> = { ...row, id };
        if (value === null) delete copy[name];
        else Object.defineProperty(copy, name, { value, enumerable: true, configurable: true });
        return copy;
      });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(mutated, wild), { maxLength: 12 }), async (rows) => {
        const before = await now.state();
        const half = Math.floor(rows.length / 2);
        const told = await now.add({ lineage: rows.slice(0, half), ledger: rows.slice(half) });
        const after = await now.state();
        expect(told.added + told.known + told.refused).toBe(rows.length);
        expect(after.lineage + after.ledger).toBe(before.lineage + before.ledger + told.added);
        seen += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(seen).toBe(1_000);
    const rows = await now.rows({ part: 'lineage', after: 0 });
    expect(rows.length).toBeGreaterThan(100);
    expect(await breaks(rows)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect((await now.check()).findings).toEqual([]);
  }, 60_000);
});
