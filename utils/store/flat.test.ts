import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareCode, type InviteCode } from '../invite-link';

// What is asked of the stores, counted: with the record thirty times as long it must be the same.

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => {} });
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
  vi.resetModules();
});

const asking = ['get', 'getAll', 'getKey', 'openCursor', 'openKeyCursor', 'count', 'add', 'put', 'delete'] as const;

interface Sum {
  /** Questions to the database and to extension storage. */
  asked: number;
  /** Rows that came back. */
  rows: number;
  /** Characters of what was written to extension storage, and keys that lie there. */
  characters: number;
}

interface Area {
  get(keys: unknown): Promise<object>;
  set(entries: object): Promise<void>;
}

/** What a deed asks of the stores. */
async function sumOf(deed: () => Promise<unknown>): Promise<Sum> {
  const sum: Sum = { asked: 0, rows: 0, characters: 0 };
  for (const type of [IDBObjectStore, IDBIndex]) {
    for (const name of asking) if (name in type.prototype) listen(type.prototype as never, name, sum);
  }
  const area = fakeBrowser.storage.local as unknown as Area;
  const { get, set } = area;
  vi.spyOn(area, 'get').mockImplementation((keys) => {
    sum.asked += 1;
    return get.call(area, keys);
  });
  vi.spyOn(area, 'set').mockImplementation((entries) => {
    sum.asked += 1;
    sum.characters += JSON.stringify(entries).length;
    return set.call(area, entries);
  });
  await deed();
  vi.restoreAllMocks();
  return sum;
}

type Asking = Record<string, (...given: unknown[]) => IDBRequest>;

function listen(type: Asking, name: string, sum: Sum): void {
  const real = type[name];
  vi.spyOn(type, name).mockImplementation(function (this: unknown, ...given) {
    const request = real?.apply(this, given) as IDBRequest;
    sum.asked += 1;
    request.addEventListener('success', () => {
      sum.rows += Array.isArray(request.result) ? request.result.length : 1;
    });
    return request;
  });
}

const groups = 20;
const group = (nth: number) => `${nth % groups}@g.us`;

function code(nth: number): InviteCode {
  const found = bareCode(`HFakeFlat${String(nth).padStart(6, '0')}efgh123`);
  if (!found) throw new Error('Not a code');
  return found;
}

const line = (nth: number) => ({
  ...{ id: `row ${nth}`, at: nth, account: 'a', group: group(nth), name: `Name ${nth % groups}`, code: code(nth) },
  ...(nth > groups
    ? { event: 'retired' as const, how: 'reply' as const, old: code(nth - groups) }
    : { event: 'first-seen' as const, how: 'read' as const }),
});

/** A record so long, and what four things ask of the stores then. */
async function sumsAt(length: number) {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  vi.resetModules();
  const [{ append, appending }, { codeLives }, { newest }, { packUpTo }] = await Promise.all([
    ...([import('./record'), import('./code-lives'), import('./codes-known'), import('./columns')] as const),
  ]);
  const lines = Array.from({ length }, (_, nth) => line(nth + 1));
  await appending('lineage', [], (pen) => pen(lines));
  await packUpTo('lineage', 1, length);
  const asked = { filter: {}, limit: 50 };
  return {
    'one more': await sumOf(() => append('lineage', line(length + 1))),
    'the newest fifty': await sumOf(() => codeLives({ asked, accounts: ['a'] })),
    'a page of one group': await sumOf(() =>
      codeLives({ asked: { filter: { group: group(1) }, limit: 5 }, accounts: ['a'] }),
    ),
    'the newest of a group': await sumOf(() => newest(group(1))),
    keys: Object.keys(await fakeBrowser.storage.local.get()).length,
  };
}

it('asks the same of the stores, however long the record is', async () => {
  // Places within a block are the same in both.
  const [short, long] = [await sumsAt(205), await sumsAt(205 + 4096)];
  const deeds = ['one more', 'the newest fifty', 'the newest of a group'] as const;
  for (const deed of deeds) {
    expect([deed, long[deed].asked, long[deed].rows]).toEqual([deed, short[deed].asked, short[deed].rows]);
  }
  // A group's lines stand among those of others: how many are read at once is a guess.
  expect(long['a page of one group'].asked).toBeLessThan(short['a page of one group'].asked + 6);
  expect(long['a page of one group'].rows).toBeLessThan(short['a page of one group'].rows * 2);
  expect(long['one more'].characters).toBeLessThan(short['one more'].characters * 1.1);
  expect(long['the newest fifty'].asked).toBeLessThan(200);
  // A page for five hundred rows, not a key for each thirty-two.
  expect(long.keys).toBeLessThan(short.keys + 10);
});

it('searches five thousand lines by a dozen rows, once they are packed', async () => {
  const [{ appending }, { codeLives }, { packUpTo }] = await Promise.all([
    ...([import('./record'), import('./code-lives'), import('./columns')] as const),
  ]);
  await appending('lineage', [], (pen) => pen(Array.from({ length: 5125 }, (_, nth) => line(nth + 1))));
  await packUpTo('lineage', 1, 5125);
  const asked = { filter: {}, limit: 50 };
  const nothing = await sumOf(async () => {
    const fits = () => false;
    expect(await codeLives({ asked, accounts: [], fits })).toEqual({ rows: [], broken: 0 });
  });
  expect(nothing.rows).toBeLessThan(30);
  const some = await sumOf(async () => {
    const fits = ({ seq }: { readonly seq: number }) => seq < 4;
    expect((await codeLives({ asked, accounts: [], fits })).rows.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });
  expect(some.rows).toBeLessThan(50);
});

it('gives a search up when somebody types on', async () => {
  const [{ appending }, { codeLives }] = await Promise.all([import('./record'), import('./code-lives')]);
  await appending('lineage', [], (pen) => pen(Array.from({ length: 30 }, (_, nth) => line(nth + 1))));
  const asked = { filter: {}, limit: 50 };
  const [early, late] = await Promise.all([
    codeLives({ asked, accounts: [], fits: () => true }),
    codeLives({ asked, accounts: [], fits: ({ seq }) => seq === 7 }),
  ]);
  expect(early).toEqual({ rows: [], broken: 0, next: Number.MAX_SAFE_INTEGER });
  expect(late.rows.map(({ seq }) => seq)).toEqual([7]);
  // Whoever still wants it asks on.
  const before = early.next ?? 0;
  expect((await codeLives({ asked: { ...asked, before }, accounts: [], fits: () => true })).rows).toHaveLength(30);
});
