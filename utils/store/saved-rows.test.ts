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

describe('a saved record', () => {
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
