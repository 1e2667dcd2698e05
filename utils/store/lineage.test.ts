import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareCode, type InviteCode } from '../invite-link';
import { breaks } from './chain';

type Lineage = typeof import('./lineage');

let lineage: Lineage;
let rescue: typeof import('./rescue');
let drain: typeof import('./draining').drain;

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  [lineage, rescue] = await Promise.all([import('./lineage'), import('./rescue')]);
  ({ drain } = await import('./draining'));
});

function code(nth: number): InviteCode {
  const found = bareCode(`HFakeLineage${String(nth).padStart(4, '0')}efgh12`);
  if (!found) throw new Error('Not a code');
  return found;
}

const where = { account: 'a', group: 'g@g.us' };
const one = { ...where, name: 'Book club' };
const sight = (nth: number, now: number) => lineage.sighted({ ...one, code: code(nth), now });
const wish = { ...one, id: 'i', code: code(1), sentAt: 200 };
const intentOf = (id = 'i') => ({ ...wish, id, reserve: '' });

async function stored(store: string) {
  const db = await openDB('latchkey');
  const rows = await db.getAll(store);
  db.close();
  return rows;
}

async function chained() {
  const rows = (await stored('lineage')).toSorted((a, b) => a.seq - b.seq);
  expect(await breaks(rows)).toEqual([]);
  return rows;
}

describe('the lineage of a group', () => {
  it('is a line per code, with when the old one was last seen', async () => {
    await sight(1, 100);
    await sight(1, 150);
    await sight(2, 300);
    expect(await lineage.history(where.group)).toEqual([
      { ...one, ...line(2, 300), event: 'changed-elsewhere', code: code(2), old: code(1), oldSeenAt: 150, how: 'read' },
      { ...one, ...line(1, 100), event: 'first-seen', code: code(1), how: 'read' },
    ]);
    expect(await lineage.recall('a', where.group)).toEqual({
      ...where,
      ...{ code: code(2), seenAt: 300, since: 300, previous: { code: code(1), at: 300, byUs: false, lastSeen: 150 } },
    });
  });

  it('ends a revocation in one go: line, sight, answer and intent', async () => {
    await sight(1, 100);
    await lineage.begin({ ...wish, reason: 'In a forum' });
    expect((await stored('intents'))[0].reserve).toHaveLength(4096);
    expect((await lineage.recall('a', where.group)).open).toEqual({ id: 'i', code: code(1), sentAt: 200 });
    await lineage.settled(intentOf(), { code: code(2), how: 'reply', now: 250, raw: '200\n{"ok":true}' });
    await lineage.settled(intentOf(), { code: code(3), how: 'reply', now: 260 });
    const [, retired] = await chained();
    expect(retired).toMatchObject({
      ...line(2, 250),
      id: 'i',
      event: 'retired',
      code: code(2),
      old: code(1),
      oldSeenAt: 100,
    });
    expect(retired).toMatchObject({ reason: 'In a forum', how: 'reply' });
    expect(await stored('intents')).toEqual([]);
    expect(await stored('answers')).toEqual([{ id: 'i', at: 250, text: '200\n{"ok":true}' }]);
  });

  it('leaves everything as it was where the line cannot be written', async () => {
    await sight(1, 100);
    await lineage.begin(wish);
    const add = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const ending = { code: code(2), how: 'reply', now: 250, raw: 'x' } as const;
    await expect(lineage.settled(intentOf(), ending)).rejects.toThrow('disk-full');
    add.mockRestore();
    expect(await stored('answers')).toEqual([]);
    expect(await lineage.openIntents()).toHaveLength(1);
    await lineage.settled(intentOf(), ending);
    expect((await chained()).map(({ event }) => event)).toEqual(['first-seen', 'retired']);
  });

  it('lets one revocation of a group be open at a time', async () => {
    await lineage.begin(wish);
    await expect(lineage.begin({ ...wish, id: 'j' })).rejects.toThrow('unsettled');
    await lineage.begin({ ...wish, id: 'k', group: 'other@g.us' });
    expect(await lineage.openIntents()).toHaveLength(2);
    await lineage.forgetIntent('k');
    expect(await lineage.openIntents()).toHaveLength(1);
  });

  it('gives up an unchanged code with a line, and looks once more', async () => {
    await sight(1, 100);
    await lineage.begin(wish);
    await lineage.doubted('i', { kind: 'timed-out' }, 'half an ans');
    await lineage.gaveUp(intentOf(), 400);
    expect((await lineage.lateIntents()).map(({ id, unchangedAt }) => [id, unchangedAt])).toEqual([['i', 400]]);
    expect(await lineage.openIntents()).toEqual([]);
    await lineage.settled(intentOf(), { code: code(2), how: 'late', now: 900 });
    const rows = await chained();
    expect(rows.map(({ event, how }) => `${event} ${how}`)).toEqual([
      'first-seen read',
      'not-rotated reconciled',
      'retired late',
    ]);
    expect(await lineage.lateIntents()).toEqual([]);
    expect((await lineage.recall('a', where.group)).previous).toMatchObject({ byUs: true });
  });

  it('closes the late look without another line where nothing changed', async () => {
    await sight(1, 100);
    await lineage.begin(wish);
    await lineage.gaveUp(intentOf(), 400);
    await lineage.gaveUp(intentOf(), 900);
    expect((await chained()).map(({ event }) => event)).toEqual(['first-seen', 'not-rotated']);
    expect(await lineage.lateIntents()).toEqual([]);
  });

  it('knows a code as the outcome of what was given up, whoever comes by it', async () => {
    await sight(1, 100);
    await lineage.begin(wish);
    await lineage.gaveUp(intentOf(), 400);
    await sight(2, 500);
    expect((await chained()).at(-1)).toMatchObject({ event: 'retired', how: 'late', code: code(2) });
    expect(await lineage.lateIntents()).toEqual([]);
  });

  it('does not take a code from long ago for the outcome', async () => {
    await sight(1, 100);
    await sight(2, 150);
    await lineage.begin({ ...wish, code: code(2) });
    await lineage.gaveUp({ ...intentOf(), code: code(2) }, 400);
    await sight(1, 500);
    expect((await chained()).at(-1)).toMatchObject({ event: 'changed-elsewhere', code: code(1) });
  });

  it('skips lines that are broken, and leaves them', async () => {
    await sight(1, 100);
    await sight(2, 200);
    const db = await openDB('latchkey');
    await db.put('lineage', { id: 'x', seq: 3, group: where.group, code: 7, hash: 'h', prev: 'p' });
    await db.put('intents', { id: 'broken', group: where.group });
    db.close();
    expect((await lineage.history(where.group)).map((row) => row.code)).toEqual([code(2), code(1)]);
    expect(await lineage.openIntents()).toEqual([]);
    expect(await lineage.recall('a', where.group)).toMatchObject({ code: code(2), since: 200 });
    expect(await stored('intents')).toHaveLength(1);
  });

  it('keeps the newest hundred answers', async () => {
    for (let nth = 0; nth < 103; nth += 1) await lineage.doubted(`i${nth}`, { kind: 'timed-out' }, 'x'.repeat(70_000));
    const answers = await stored('answers');
    expect(answers).toHaveLength(100);
    expect(answers[0].text).toHaveLength(65_536);
  });
});

describe('a code that the record would not take', () => {
  const code2 = { id: 'i', at: 250, ...one, code: code(2), old: code(1) };

  it('is kept beside it, and written when that works again', async () => {
    await sight(1, 100);
    await lineage.begin(wish);
    await rescue.keep(code2);
    expect(await rescue.all()).toEqual([code2]);
    vi.resetModules();
    const [next, { drain: drainNext }] = await Promise.all([import('./rescue'), import('./draining')]);
    expect(await next.all()).toEqual([code2]);
    expect(await drainNext()).toBe(1);
    expect(await next.all()).toEqual([]);
    expect((await chained()).at(-1)).toMatchObject({ id: 'i', at: 250, event: 'retired', code: code(2), old: code(1) });
    expect(await stored('intents')).toEqual([]);
    expect(await drainNext()).toBe(0);
  });

  it('is not written twice where the record has it', async () => {
    await sight(1, 100);
    await lineage.begin(wish);
    await lineage.settled(intentOf(), { code: code(2), how: 'reconciled', now: 300 });
    await rescue.keep(code2);
    await drain();
    expect(await chained()).toHaveLength(2);
    expect((await lineage.recall('a', where.group)).seenAt).toBe(300);
  });

  it('goes where the browser keeps it while it runs, if the other side is full too', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await rescue.keep(code2);
    vi.restoreAllMocks();
    expect(Object.values(await fakeBrowser.storage.session.get())).toEqual([code2]);
    expect(await rescue.all()).toEqual([code2]);
    await rescue.release('i');
    expect(await rescue.all()).toEqual([]);
  });

  it('stays until the record takes it', async () => {
    await rescue.keep(code2);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(drain()).rejects.toThrow('disk-full');
    vi.restoreAllMocks();
    expect(await rescue.all()).toEqual([code2]);
  });
});

function line(seq: number, at: number) {
  return { id: expect.any(String), seq, at };
}
