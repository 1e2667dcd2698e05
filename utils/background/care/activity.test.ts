import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InviteCode } from '../../invite-link';
import type { Activity, ActivityFilter } from '../../over-time/model';

let activity: typeof import('./activity');
let database: typeof import('../../store/database');
let log: typeof import('../../store/log');

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  [activity, database, log] = await Promise.all([
    import('./activity'),
    import('../../store/database'),
    import('../../store/log'),
  ]);
});

const code = 'AbCdEfGhIjKlMnOpQrStUv' as InviteCode;
const old = 'OldCodeOldCodeOldCode1' as InviteCode;
const line = { what: 'watch', how: 'done', name: 'Wawp', account: 'a' } as const;
const page = (filter: ActivityFilter = {}, limit = 5_000) => activity.list({ filter, limit });
const countsOf = ({ rows }: { rows: readonly Activity[] }) => rows.map(({ count }) => count);
/** Writes past the log's own door. */
const put = (lines: readonly object[]) =>
  database.writing(['log'], async (transaction) => {
    for (const one of lines) await transaction.objectStore('log').put(one as Activity);
  });

describe('the activity log', () => {
  it('gives what was written, newest first, page by page', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((count) => activity.logged({ ...line, count })));
    const counts: (number | undefined)[] = [];
    let before: number | undefined;
    for (let nth = 0; nth < 3; nth += 1) {
      const found = await activity.list({ filter: {}, limit: 3, ...(before !== undefined && { before }) });
      counts.push(...countsOf(found));
      before = found.next;
    }
    expect([counts, before]).toEqual([[7, 6, 5, 4, 3, 2, 1], undefined]);
    expect((await page()).rows.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('keeps the newest ten thousand lines', async () => {
    const at = Date.now();
    const lines = Array.from({ length: log.mostLines }, (_, nth) => ({ ...line, id: `${nth}`, seq: nth + 1, at }));
    await put(lines);
    for (const count of [1, 2, 3]) await activity.logged({ ...line, count });
    const seqs = (await page({}, 20_000)).rows.map(({ seq }) => seq);
    expect([seqs.length, seqs[0], seqs.at(-1)]).toEqual([log.mostLines, log.mostLines + 3, 4]);
  });

  it('counts lines that are broken and gives the others', async () => {
    await activity.logged({ ...line, count: 1 });
    await put([
      { ...line, id: 'x', seq: 2, at: 1, how: 'done', code: '<img>' },
      { id: 'y', seq: 3 },
    ]);
    await activity.logged({ ...line, count: 2 });
    const found = await page();
    expect([countsOf(found), found.broken]).toEqual([[2, 1], 2]);
  });

  it('has a line also where what is not known is named as such', async () => {
    await activity.logged({ ...line, trouble: undefined, dueAt: undefined } as never);
    expect(await page()).toMatchObject({ rows: [line], broken: 0 });
  });

  it('stops nobody where it cannot be written', async () => {
    indexedDB.open = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    await expect(activity.logged(line)).resolves.toBeUndefined();
  });

  it('is filtered by the group through its own index', async () => {
    await activity.logged({ ...line, group: 'g1', count: 1 });
    await activity.logged({ ...line, group: 'g2', count: 2 });
    await activity.logged({ ...line, group: 'g1', count: 3 });
    expect(countsOf(await page({ group: 'g1' }))).toEqual([3, 1]);
  });
});

describe('what is looked for', () => {
  const one: Activity = {
    ...line,
    id: 'i',
    seq: 1,
    at: 50,
    name: 'Café Lyon',
    accountName: 'Work',
    group: 'g',
    code,
    old,
  };
  const fits = (filter: ActivityFilter) => activity.fitsActivity(filter)(one);

  it.each<[ActivityFilter, boolean]>([
    [{}, true],
    [{ what: 'watch', how: 'done', group: 'g', since: 50, until: 50 }, true],
    [{ what: 'rotate' }, false],
    [{ how: 'failed' }, false],
    [{ group: 'h' }, false],
    [{ since: 51 }, false],
    [{ until: 49 }, false],
    [{ text: 'cafe lyon' }, true],
    [{ text: 'work LYON' }, true],
    [{ text: 'paris' }, false],
    [{ text: code }, true],
    [{ text: `see https://chat.whatsapp.com/${old}` }, true],
    [{ text: 'https://chat.whatsapp.com/ZZZZZZZZZZZZZZZZZZZZZZ' }, false],
  ])('%o: %s', (filter, fit) => {
    expect(fits(filter)).toBe(fit);
  });
});
