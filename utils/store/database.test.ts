import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import one from '../../tests/fixtures/stores/database-1.json';
import two from '../../tests/fixtures/stores/database-2.json';
import three from '../../tests/fixtures/stores/database-3.json';
import four from '../../tests/fixtures/stores/database-4.json';
import { breaks } from './chain';
import { storeTrouble } from './database';

interface Room {
  readonly keyPath: string | string[] | null;
  readonly indexes: Readonly<Record<string, { readonly keyPath: string | string[]; readonly unique?: boolean }>>;
  readonly rows: readonly object[];
}

interface Dump {
  readonly version: number;
  readonly stores: Readonly<Record<string, Room>>;
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
});

/** Leaves the database as an older version did. */
async function left({ version, stores }: Dump): Promise<void> {
  const db = await openDB('latchkey', version, {
    upgrade(fresh) {
      for (const [name, { keyPath, indexes, rows }] of Object.entries(stores)) {
        const store = fresh.createObjectStore(name, keyPath === null ? {} : { keyPath });
        for (const [index, { keyPath: path, unique = false }] of Object.entries(indexes)) {
          store.createIndex(index, path, { unique });
        }
        for (const row of rows) void store.put(row);
      }
    },
  });
  db.close();
}

const unsealed = ({ prev: _, hash: _hash, ...row }: { prev?: string; hash?: string }) => row;

describe.each<readonly [number, Dump]>([
  [1, one],
  [2, two],
])('a database of version %i', (_, dump) => {
  it('is brought up to today without losing a row', async () => {
    await left(dump);
    const { inspect } = await import('./inspecting');
    await inspect();
    const { database } = await import('./database');
    const db = await database();
    for (const [name, { rows }] of Object.entries(dump.stores)) {
      if (name === 'lineage' || name === 'ledger') continue;
      const kept = await db.getAll(name as 'rolls');
      expect(kept, name).toHaveLength(rows.length);
      expect(kept, name).toEqual(expect.arrayContaining([...rows]));
    }
    const lineage = await db.getAllFromIndex('lineage', 'seq');
    expect(lineage.map(unsealed)).toEqual(dump.stores.lineage?.rows);
    expect(await breaks(lineage)).toEqual([]);
    const ledger = await db.getAllFromIndex('ledger', 'seq');
    const inTime = ((dump.stores.ledger?.rows ?? []) as { at: number }[]).toSorted((a, b) => a.at - b.at);
    expect(ledger.map(unsealed)).toEqual(inTime.map((row, nth) => ({ ...row, kind: 'given', name: '', seq: nth + 1 })));
    expect(await breaks(ledger)).toEqual([]);
    const { notesItem } = await import('./notes');
    const { read } = await import('./items');
    expect((await read(notesItem)).findings).toEqual([]);
  });
});

it.each<readonly [number, Dump]>([
  [3, three],
  [4, four],
])('brings a database of version %i up to today without losing a row, seals and all', async (_, dump) => {
  await left(dump);
  const { inspect } = await import('./inspecting');
  await inspect();
  const { database } = await import('./database');
  const db = await database();
  for (const [name, { rows }] of Object.entries(dump.stores)) {
    const kept = await db.getAll(name as 'rolls');
    // The second copy has followed meanwhile.
    const told =
      name === 'heads' ? rows.map((row) => expect.objectContaining({ ...row, copied: expect.any(Number) })) : rows;
    expect(kept, name).toHaveLength(rows.length);
    expect(kept, name).toEqual(expect.arrayContaining([...told]));
  }
  for (const part of ['lineage', 'ledger'] as const)
    expect(await breaks(await db.getAllFromIndex(part, 'seq'))).toEqual([]);
  expect([...db.objectStoreNames]).toEqual(expect.arrayContaining(['sizes', 'log', 'queue', 'columns', 'tops']));
  const { notesItem } = await import('./notes');
  const { read } = await import('./items');
  expect((await read(notesItem)).findings).toEqual([]);
});

describe('what a store says when it cannot', () => {
  it.each([
    ['disk-full', new DOMException('', 'QuotaExceededError')],
    [
      'disk-full',
      new DOMException('Aborted', { name: 'AbortError', cause: new DOMException('', 'QuotaExceededError') } as never),
    ],
    ['disk-full', { name: 'AbortError', error: { name: 'QuotaExceededError' } }],
    ['disk-full', new Error('Resource::kQuotaBytes quota exceeded')],
    ['disk-full', new Error('IO error: 000005.log: FILE_ERROR_NO_SPACE')],
    ['store-newer', new DOMException('', 'VersionError')],
    ['store-failed', new DOMException('', 'UnknownError')],
    ['store-failed', undefined],
  ])('is %s', (kind, caught) => {
    expect(storeTrouble(caught).kind).toBe(kind);
  });

  it('takes nothing back half: what was written before the trouble is gone too', async () => {
    const { writing, reading } = await import('./database');
    const broken = writing(['rolls'], async (transaction) => {
      await transaction.objectStore('rolls').put({ account: 'a', groups: [] });
      throw new Error('on the way');
    });
    await expect(broken).rejects.toThrow('store-failed');
    expect(await reading((db) => db.count('rolls'))).toBe(0);
  });

  it('opens anew after somebody else had to have it closed', async () => {
    const { reading, writing } = await import('./database');
    await reading((db) => db.count('rolls'));
    await new Promise((gone) => {
      indexedDB.deleteDatabase('latchkey').onsuccess = gone;
    });
    await writing(['rolls'], (transaction) => transaction.objectStore('rolls').put({ account: 'a', groups: [] }));
    expect(await reading((db) => db.count('rolls'))).toBe(1);
  });
});
