import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareCode, type InviteCode } from '../invite-link';
import type { Finding, LineageRow } from '../model/record';
import { breaks } from './chain';

type Side = 'a second database' | 'extension storage';
type Row = LineageRow & { prev: string; hash: string };
type Entries = Record<string, unknown>;

/** Where the second copy lies in this test, and a hand that reaches into it. */
interface Copy {
  get(): Promise<Entries>;
  set(entries: Entries): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function code(nth: number): InviteCode {
  const found = bareCode(`HFakeRecord${String(nth).padStart(4, '0')}efgh123`);
  if (!found) throw new Error('Not a code');
  return found;
}

const line = (nth: number) => ({
  ...{ id: `row ${nth}`, at: nth, account: 'a', group: 'g@g.us', name: `Name ${nth}` },
  ...{ event: 'first-seen' as const, code: code(nth), how: 'read' as const },
});

/** A new life of the background, which remembers nothing of the one before. */
async function life() {
  vi.resetModules();
  const [record, inspecting, mending, notes, items, trouble] = await Promise.all([
    import('./record'),
    import('./inspecting'),
    import('./mending'),
    import('./notes'),
    import('./items'),
    import('../trouble'),
  ]);
  return {
    ...{ ...record, ...inspecting, ...mending },
    Trouble: trouble.Trouble,
    findings: async () => (await items.read(notes.notesItem)).findings,
  };
}

async function filled(count: number) {
  const now = await life();
  for (let nth = 1; nth <= count; nth += 1) await now.append('lineage', line(nth));
  return now;
}

async function inDatabase<T>(work: (db: IDBPDatabase) => Promise<T>, name = 'latchkey'): Promise<T> {
  const db = await openDB(name);
  const made = await work(db);
  db.close();
  return made;
}

const rowsKept = () => inDatabase((db): Promise<Row[]> => db.getAllFromIndex('lineage', 'seq'));
const brief = (findings: readonly Finding[]) => findings.map(({ part, what, count }) => `${part} ${what} ${count}`);

function copyOn(side: Side): Copy {
  if (side === 'extension storage') {
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => {} });
    return fakeBrowser.storage.local as unknown as Copy;
  }
  const keys = (db: IDBPDatabase) => db.getAllKeys('kept');
  return {
    get: () =>
      inDatabase(async (db) => {
        const [names, values] = await Promise.all([keys(db), db.getAll('kept')]);
        return Object.fromEntries(names.map((name, nth) => [String(name), values[nth]]));
      }, 'latchkey-copy'),
    set: (entries) =>
      inDatabase(async (db) => {
        for (const [key, value] of Object.entries(entries)) await db.put('kept', value, key);
      }, 'latchkey-copy'),
    remove: (names) =>
      inDatabase(async (db) => {
        for (const name of names) await db.delete('kept', name);
      }, 'latchkey-copy'),
  };
}

/** Thirty-two rows lie together. */
const blockOf = (seq: number) => `record.lineage.${Math.floor((seq - 1) / 32)}`;

async function rowsIn(copy: Copy, seq: number): Promise<Record<string, Row>> {
  return ((await copy.get())[blockOf(seq)] ?? {}) as Record<string, Row>;
}

async function rowIn(copy: Copy, seq: number): Promise<Row> {
  return (await rowsIn(copy, seq))[seq] as Row;
}

/** Puts something in a row's place; nothing takes the row away. */
async function put(copy: Copy, rows: Readonly<Record<number, unknown>>): Promise<void> {
  for (const [seq, row] of Object.entries(rows)) {
    const { [seq]: _, ...others } = await rowsIn(copy, Number(seq));
    await copy.set({ [blockOf(Number(seq))]: row === undefined ? others : { ...others, [seq]: row } });
  }
}

const without = (...seqs: number[]) => Object.fromEntries(seqs.map((seq) => [seq, undefined]));

describe('the record', () => {
  it('is a chain, kept twice', async () => {
    const copy = copyOn('a second database');
    await filled(5);
    const rows = await rowsKept();
    expect(rows.map(({ seq, code }) => [seq, code])).toEqual([1, 2, 3, 4, 5].map((nth) => [nth, code(nth)]));
    expect(await breaks(rows)).toEqual([]);
    expect(await rowIn(copy, 5)).toEqual(rows[4]);
    expect(await inDatabase((db) => db.get('heads', 'lineage'))).toEqual({
      ...{ part: 'lineage', seq: 5, hash: rows[4]?.hash, copied: 5 },
    });
  });

  it('shows where a row was changed, left out or put in', async () => {
    await filled(5);
    const rows = await rowsKept();
    expect(await breaks(rows.with(2, { ...line(3), ...rows[2], name: 'Other' } as Row))).toEqual([3]);
    expect(await breaks(rows.toSpliced(2, 1))).toEqual([3, 4]);
  });

  it('loses none of thirty lines written at once, in two lives of the background', async () => {
    const [one, other] = [await life(), await life()];
    const lines = Array.from({ length: 30 }, (_, nth) => line(nth + 1));
    await Promise.all(lines.map((each, nth) => (nth % 2 ? one : other).append('lineage', each)));
    const rows = await rowsKept();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(30);
    expect(await breaks(rows)).toEqual([]);
    expect(await one.findings()).toEqual([]);
  });

  it('is whole after a kill between the row and its second copy, and says nothing of it', async () => {
    const copy = copyOn('a second database');
    await filled(4);
    const fourth = await inDatabase((db): Promise<Row> => db.getFromIndex('lineage', 'seq', 4));
    const third = await rowIn(copy, 3);
    await put(copy, without(4));
    await copy.set({ 'record.lineage': { seq: 3, hash: third.hash } });
    await inDatabase((db) => db.put('heads', { part: 'lineage', seq: 4, hash: fourth.hash, copied: 3 }));
    const next = await life();
    await next.inspect();
    expect(await rowIn(copy, 4)).toEqual(fourth);
    expect(await next.findings()).toEqual([]);
  });

  it('seals what an older version wrote', async () => {
    const now = await life();
    await now.inspect();
    await inDatabase(async (db) => {
      for (let nth = 1; nth <= 4; nth += 1) await db.put('lineage', { ...line(nth), seq: nth });
      await db.delete('heads', 'lineage');
    });
    const next = await life();
    await next.append('lineage', line(5));
    const rows = await rowsKept();
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((nth) => `row ${nth}`));
    expect(await breaks(rows)).toEqual([]);
    expect(await next.findings()).toEqual([]);
  });

  it('keeps half a character pair from breaking a seal', async () => {
    const now = await life();
    await now.append('lineage', { ...line(1), name: 'half \ud83d' });
    await now.check();
    expect(JSON.parse(JSON.stringify(await rowsKept()))).toEqual(await rowsKept());
    expect(await breaks(await rowsKept())).toEqual([]);
  });
});

const count = 8;

describe.each<Side>(['a second database', 'extension storage'])(
  'with the second copy in %s, the record notices',
  (side) => {
    let copy: Copy;
    let rows: Row[];
    beforeEach(async () => {
      copy = copyOn(side);
      await filled(count);
      rows = await rowsKept();
    });

    const damages: readonly [string, string, () => Promise<unknown>][] = [
      [
        'rows cut out of the middle',
        'restored 2',
        () => inDatabase((db) => eachOf([3, 4], (n) => db.delete('lineage', `row ${n}`))),
      ],
      [
        'rows cut off the end',
        'restored 3',
        () => inDatabase((db) => eachOf([6, 7, 8], (n) => db.delete('lineage', `row ${n}`))),
      ],
      ['a changed row', 'restored 1', () => inDatabase((db) => db.put('lineage', { ...rows[4], code: code(99) }))],
      ['a row in another place', 'restored 1', () => inDatabase((db) => db.put('lineage', { ...rows[4], seq: 99 }))],
      ['a lost head', 'restored 1', () => inDatabase((db) => db.delete('heads', 'lineage'))],
      ['an emptied room', 'restored 8', () => inDatabase((db) => db.clear('lineage'))],
      ['an older state of everything', 'restored 3', () => inDatabase((db) => older(db, 5))],
      ['the whole database gone', 'restored 8', () => withoutMain(side)],
      ['rows missing in the copy', 'copy-renewed 2', () => put(copy, without(2, 3))],
      ['a changed row in the copy', 'copy-renewed 1', () => put(copy, { 4: { ...rows[3], code: code(99) } })],
      ['garbage in the copy', 'copy-renewed 2', () => put(copy, { 4: 'garbage', 5: 7 })],
      ['a lost head of the copy', 'copy-renewed 1', () => copy.remove(['record.lineage'])],
      ['an older state of the copy', 'copy-renewed 3', () => olderCopy(5)],
      ['a row in another place of the copy', 'copy-renewed 1', () => put(copy, { 4: rows[5] })],
    ];

    it.each(damages)('%s, and mends it', async (_, found, damage) => {
      await damage();
      const next = await life();
      await next.check();
      expect(brief(await next.findings())).toEqual([`lineage ${found}`]);
      expect(await rowsKept()).toEqual(rows);
      expect(await inDatabase((db) => db.get('heads', 'lineage'))).toMatchObject({
        seq: count,
        hash: rows.at(-1)?.hash,
      });
      expect(Object.values(await rowsIn(copy, 1))).toEqual(rows);
      await next.check();
      expect(await next.findings()).toHaveLength(1);
      await next.append('lineage', line(9));
      expect(await breaks(await rowsKept())).toEqual([]);
    });

    it('at a start alone, where the ends tell', async () => {
      await inDatabase((db) => eachOf([6, 7, 8], (n) => db.delete('lineage', `row ${n}`)));
      const next = await life();
      await next.append('lineage', line(9));
      expect(brief(await next.findings())).toEqual(['lineage restored 3']);
      expect((await rowsKept()).map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, nth) => `row ${nth + 1}`));
    });

    it('what is lost on both sides, once, and goes on', async () => {
      await inDatabase((db) => db.delete('lineage', 'row 3'));
      await inDatabase((db) => db.put('lineage', { ...rows[4], code: code(99) }));
      await put(copy, without(3, 5));
      const next = await life();
      await next.check();
      await next.check();
      expect(brief(await next.findings())).toEqual(['lineage lost 1', 'lineage changed 1']);
      await next.append('lineage', line(9));
      expect((await rowsKept()).map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 6, 7, 8, 9]);
      expect((await rowsKept())[3]?.code).toBe(code(99));
    });

    it('two sides that have parted, and loses no line of either', async () => {
      const before = await copy.get();
      await inDatabase((db) => older(db, 5));
      await put(copy, without(6, 7, 8));
      await copy.set({ 'record.lineage': { seq: 5, hash: rows[4]?.hash } });
      const next = await life();
      for (const nth of [11, 12]) await next.append('lineage', line(nth));
      await copy.set(before);
      const last = await life();
      await last.check();
      const kept = await rowsKept();
      expect(new Set(kept.map(({ id }) => id))).toEqual(
        new Set([1, 2, 3, 4, 5, 6, 7, 8, 11, 12].map((n) => `row ${n}`)),
      );
      expect(await breaks(kept)).toEqual([]);
      await last.check();
      expect(await rowsKept()).toEqual(kept);
    });

    it('a row that lies in the way, and writes on', async () => {
      await inDatabase((db) => db.put('lineage', { id: 'stray', seq: 9, code: 'no row' }));
      const next = await life();
      await next.append('lineage', line(9));
      expect(brief(await next.findings())).toEqual(['lineage changed 1']);
      expect((await rowsKept()).map(({ id }) => id)).toContain('stray');
      expect(await breaks((await rowsKept()).filter(({ seq }) => seq > 0))).toEqual([]);
    });

    async function older(db: IDBPDatabase, seq: number) {
      await eachOf([6, 7, 8], (n) => db.delete('lineage', `row ${n}`));
      await db.put('heads', { part: 'lineage', seq, hash: rows[seq - 1]?.hash, copied: seq });
    }

    async function olderCopy(seq: number) {
      await put(copy, without(6, 7, 8));
      await copy.set({ 'record.lineage': { seq, hash: rows[seq - 1]?.hash } });
    }

    async function withoutMain(where: Side): Promise<void> {
      const kept = await copy.get();
      const fresh = new IDBFactory();
      globalThis.indexedDB = fresh;
      if (where === 'extension storage') return;
      const db = await openDB('latchkey-copy', 1, { upgrade: (made) => void made.createObjectStore('kept') });
      for (const [key, value] of Object.entries(kept)) await db.put('kept', value, key);
      db.close();
      return;
    }
  },
);

describe('a store that cannot write', () => {
  const full = () => new DOMException('no room', 'QuotaExceededError');

  it('says before a revocation that the disk is full, on either side', async () => {
    const now = await life();
    await now.probe();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full();
    });
    await expect(now.probe()).rejects.toThrow('disk-full');
    vi.restoreAllMocks();
    copyOn('extension storage');
    const next = await life();
    await next.probe();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
    await expect(next.probe()).rejects.toThrow('disk-full');
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('An unexpected error occurred'));
    await expect(next.probe()).rejects.toThrow('store-failed');
  });

  it('leaves the record as it was, and goes on when there is room', async () => {
    const now = await filled(2);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw full();
    });
    await expect(now.append('lineage', line(3))).rejects.toThrow('disk-full');
    vi.restoreAllMocks();
    await now.append('lineage', line(4));
    expect((await rowsKept()).map(({ id }) => id)).toEqual(['row 1', 'row 2', 'row 4']);
    expect(await breaks(await rowsKept())).toEqual([]);
  });

  it('does not lose a row because its second copy could not follow', async () => {
    copyOn('extension storage');
    const now = await filled(2);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('An unexpected error occurred'));
    await now.append('lineage', line(3));
    await now.append('lineage', line(4));
    vi.restoreAllMocks();
    await now.append('lineage', line(5));
    const kept = await rowsIn(copyOn('extension storage'), 1);
    expect(Object.values(kept)).toEqual(await rowsKept());
    expect(await now.findings()).toEqual([]);
  });

  it('refuses what a newer version kept, and leaves it as it is', async () => {
    const newer = await openDB('latchkey', 99, { upgrade: (db) => void db.createObjectStore('tomorrow') });
    newer.close();
    const now = await life();
    await expect(now.append('lineage', line(1))).rejects.toThrow('store-newer');
    const names = await inDatabase(async (db) => [db.version, ...db.objectStoreNames]);
    expect(names).toEqual([99, 'tomorrow']);
  });
});

async function eachOf(all: readonly number[], act: (nth: number) => Promise<unknown>): Promise<void> {
  for (const nth of all) await act(nth);
}

describe.each<Side>(['a second database', 'extension storage'])('a long record, copied into %s', (side) => {
  const page = (nth: number) => `record.lineage.page.${nth}`;

  async function long() {
    const copy = copyOn(side);
    const now = await life();
    await now.appending('lineage', [], (pen) => pen(Array.from({ length: 600 }, (_, nth) => line(nth + 1))));
    return { copy, now, keys: async () => Object.keys(await copy.get()).filter((key) => /^record\.l.*\d$/.test(key)) };
  }

  it('lies on pages, and what is not full in blocks', async () => {
    const { copy, keys } = await long();
    expect((await keys()).toSorted()).toEqual([blockOf(513), blockOf(545), blockOf(577), page(0)]);
    const rows = await rowsKept();
    expect(Object.values((await copy.get())[page(0)] as object)).toEqual(rows.slice(0, 512));
    const next = await life();
    await next.append('lineage', line(601));
    await next.check();
    expect(await next.findings()).toEqual([]);
  });

  it('lies there as it is, whether it came in one piece or in several', async () => {
    const copy = copyOn(side);
    const now = await life();
    for (const [from, to] of [
      [1, 100],
      [101, 1_030],
      [1_031, 1_031],
      [1_032, 1_060],
    ] as const)
      await now.appending('lineage', [], (pen) =>
        pen(Array.from({ length: to - from + 1 }, (_, nth) => line(from + nth))),
      );
    const kept = await copy.get();
    const rows = Array.from({ length: 2 }, (_, nth) => Object.values(kept[page(nth)] as object)).flat();
    expect(rows).toEqual((await rowsKept()).slice(0, 1_024));
    const blocks = Object.keys(kept).filter((key) => /^record\.lineage\.\d+$/.test(key));
    expect(blocks.toSorted()).toEqual([blockOf(1_025), blockOf(1_057)].toSorted());
    const next = await life();
    await next.check();
    expect(await next.findings()).toEqual([]);
  });

  it('is mended from a page, and the page from the record', async () => {
    const { copy } = await long();
    const rows = await rowsKept();
    await inDatabase(async (db) => {
      for (const { id } of rows.slice(3, 23)) await db.delete('lineage', id);
    });
    const second = await life();
    await second.check();
    expect(brief(await second.findings())).toEqual(['lineage restored 20']);
    expect(await rowsKept()).toEqual(rows);
    const kept = (await copy.get())[page(0)] as object;
    await copy.set({ [page(0)]: { ...kept, 9: { ...rows[8], name: 'Other' } } });
    await second.check();
    await copy.remove([page(0)]);
    const third = await life();
    await third.check();
    expect(brief(await third.findings()).slice(0, 2)).toEqual(['lineage copy-renewed 512', 'lineage copy-renewed 1']);
    expect((await copy.get())[page(0)]).toEqual(kept);
  });

  it('is laid onto pages where an older version left it in blocks', async () => {
    const { copy, keys } = await long();
    const kept = (await copy.get())[page(0)] as Record<string, Row>;
    const blocks = Object.groupBy(Object.values(kept), ({ seq }) => blockOf(seq));
    for (const [key, rows = []] of Object.entries(blocks))
      await copy.set({ [key]: Object.fromEntries(rows.map((row) => [row.seq, row])) });
    await copy.remove([page(0)]);
    const next = await life();
    await next.append('lineage', line(601));
    expect(await keys()).not.toContain(page(0));
    await next.check();
    expect(await next.findings()).toEqual([]);
    expect((await copy.get())[page(0)]).toEqual(kept);
    expect(await keys()).not.toContain(blockOf(1));
  });
});
