import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Group } from '../../model/group';
import type { Chain, ChainView } from '../../over-time/model';

const dayMs = 86_400_000;
const now = 20_000 * dayMs;
const [a, b, c] = ['120363000000000001@g.us', '120363000000000002@g.us', '120363000000000003@g.us'] as const;

let sizes: typeof import('./sizes');
let cells: typeof import('./cells');
let alerts: typeof import('./alerts');
let groups: typeof import('../groups');
let items: typeof import('../../store/items');
let care: typeof import('../../store/care-items');
let rolls: typeof import('../../store/rolls');

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now });
  [sizes, cells, alerts, groups] = await Promise.all([
    ...([import('./sizes'), import('./cells'), import('./alerts'), import('../groups')] as const),
  ]);
  [items, care, rolls] = await Promise.all([
    ...([import('../../store/items'), import('../../store/care-items'), import('../../store/rolls')] as const),
  ]);
  await items.change(items.accountsItem, () => ['own', 'other'].map(account));
});
afterEach(() => vi.useRealTimers());

const account = (id: string) => ({
  id,
  make: 'demo',
  name: id,
  server: 'https://demo.invalid',
  fields: {},
  addedAt: 1,
});
const listed = (id: string, more: Partial<Group> = {}): Group => ({ id, name: `Group ${id.slice(17, 18)}`, ...more });
const list = (who: string, ...all: Group[]) => rolls.keepRoll({ account: who, groups: all, listedAt: now });
const size = (count: number, atLeast = false) => ({ count, atLeast });
const count = (id: string, members: number, atLeast = false) => sizes.counted([{ id, size: size(members, atLeast) }]);
const standing = async () => (await alerts.list()).map(({ id }) => id).toSorted();
const look = (...all: string[]) =>
  items.change(care.caresItem, () => Object.fromEntries(all.map((id) => [id, { watch: true, name: 'Kept name' }])));
const chain = (more: Partial<Chain> = {}): Chain => ({ id: '', name: 'Launch', groups: [a, b, c], ...more });

describe('counts that come by', () => {
  it('are kept of groups that are looked after, in a chain, or in a campaign that runs, and of no others', async () => {
    const ids = ['1', '2', '3', '4', '5'].map((nth) => `12036300000000000${nth}@g.us`);
    const [cared = '', inChain = '', running = '', over = '', any = ''] = ids;
    await look(cared);
    await items.change(care.chainsItem, () => [{ id: 'x', name: 'X', groups: [inChain] }]);
    const campaign = {
      id: 'y',
      name: 'Y',
      startAt: 1,
      endAt: now + 1,
      groups: [running],
      notes: '',
      atEnd: 'keep',
    } as const;
    await items.change(care.campaignsItem, () => [campaign, { ...campaign, id: 'z', endAt: now, groups: [over] }]);
    await sizes.counted(ids.map((id) => ({ id, size: size(7) })));
    const kept = await Promise.all([cared, inChain, running, over, any].map(sizes.list));
    expect(kept.map(({ points }) => points.length)).toEqual([1, 1, 1, 0, 0]);
    await sizes.counted([{ id: cared }]);
    expect((await sizes.list(cared)).points).toHaveLength(1);
  });

  it('are kept when somebody lists the groups', async () => {
    const { groups: all } = await groups.refresh('own');
    const [first, second] = all.filter((group) => group.size);
    if (!first || !second) throw new Error('The demo counts nobody');
    await look(first.id);
    vi.setSystemTime(now + dayMs);
    await groups.refresh('own');
    expect((await sizes.list(first.id)).points).toEqual([{ at: now + dayMs, count: first.size?.count }]);
    expect((await sizes.list(second.id)).points).toEqual([]);
  });

  it('make a forecast by where the group is full', async () => {
    await look(a);
    for (let day = -10; day <= 0; day += 1) {
      vi.setSystemTime(now + day * dayMs);
      await count(a, 300 + 4 * day);
    }
    const series = await sizes.list(a);
    expect(series).toMatchObject({ group: a, fill: { ceiling: 1_024, percent: 90 }, limit: 922 });
    expect(series.points).toHaveLength(11);
    expect(series.forecast).toMatchObject({ kind: 'on' });
    await items.change(care.caresItem, () => ({
      [a]: { watch: true, name: '', fill: { ceiling: 350, percent: 100 } },
    }));
    const { limit, forecast } = await sizes.list(a);
    if (forecast.kind !== 'on') throw new Error(forecast.kind);
    expect(limit).toBe(350);
    expect(Math.abs(forecast.at - now - 12.5 * dayMs)).toBeLessThan(3 * dayMs);
  });
});

describe('a group that fills up', () => {
  it('is told of in time, when it is full, and not any more when it has room again', async () => {
    await look(a);
    await count(a, 921);
    expect(await standing()).toEqual([]);
    await count(a, 922);
    expect(await alerts.list()).toMatchObject([
      { kind: 'filling', group: a, name: 'Kept name', count: 922, of: 1_024 },
    ]);
    await count(a, 1_024);
    expect(await standing()).toEqual([`full ${a}`]);
    await count(a, 1_000);
    expect(await standing()).toEqual([`filling ${a}`]);
    await count(a, 30, true);
    expect(await standing()).toEqual([`filling ${a}`]);
    await count(a, 900);
    expect(await standing()).toEqual([]);
  });

  it('is told of by a partial count only where that is high enough', async () => {
    await look(a);
    await count(a, 500, true);
    expect(await standing()).toEqual([]);
    await count(a, 1_024, true);
    expect(await standing()).toEqual([`full ${a}`]);
  });
});

describe('a chain', () => {
  it('hands out the first group with room, and says why the others are not', async () => {
    await list(
      'own',
      listed(a, { size: size(350) }),
      listed(b, { admin: true, size: size(12) }),
      listed(c, { admin: false }),
    );
    const view = await cells.save(chain({ fill: { ceiling: 350, percent: 100 } }));
    expect(view.cells).toEqual([
      { group: a, account: 'own', name: 'Group 1', size: size(350), limit: 350, state: 'full' },
      { group: b, account: 'own', name: 'Group 2', size: size(12), limit: 350, state: 'room' },
      { group: c, account: 'own', name: 'Group 3', limit: 350, state: 'closed' },
    ]);
    expect(view.handing).toEqual({ place: 1, warn: 'last', prepare: 2 });
    expect(await cells.list()).toEqual([view]);
  });

  it('goes by the newest count, whoever was told', async () => {
    await list('own', listed(a, { size: size(10) }), listed(b, { size: size(10) }), listed(c));
    await cells.save(chain());
    vi.setSystemTime(now + 1_000);
    await count(a, 1_000);
    await count(c, 40, true);
    const [view] = await cells.list();
    expect(view?.cells.map(({ state }) => state)).toEqual(['full', 'room', 'unknown']);
    await rolls.keepRoll({ account: 'other', groups: [listed(a, { size: size(3) })], listedAt: now + 2_000 });
    expect((await cells.list())[0]?.handing).toEqual({ place: 0, prepare: 1 });
  });

  it('has groups closed that none of our accounts is in, and open through any that may read', async () => {
    await list('own', listed(a, { admin: false, size: size(1) }), listed(b));
    await list('other', listed(a, { admin: true, size: size(1) }));
    const { id } = await cells.save(chain({ groups: [a, b] }));
    await list('own');
    expect((await cells.list())[0]?.cells).toMatchObject([{ state: 'room', account: 'other' }, { state: 'closed' }]);
    const kept = await cells.save(chain({ id, name: 'Again', groups: [b, a] }));
    expect(kept).toMatchObject({ id, name: 'Again', groups: [b, a] });
    expect(await cells.list()).toHaveLength(1);
  });

  it('counts each group as full where the chain says, else as is said of the group, else by the rules', async () => {
    await list('own', listed(a), listed(b));
    await items.change(care.caresItem, () => ({
      [b]: { watch: false, name: '', fill: { ceiling: 500, percent: 50 } },
    }));
    const limits = (view: ChainView) => view.cells.map(({ limit }) => limit);
    const view = await cells.save(chain({ groups: [a, b] }));
    expect(limits(view)).toEqual([922, 250]);
    expect((await sizes.list(b)).limit).toBe(250);
    expect(limits(await cells.save({ ...view, fill: { ceiling: 200, percent: 75 } }))).toEqual([150, 150]);
    expect((await sizes.list(b)).limit).toBe(150);
  });

  it('warns when it hands out the last with room, when none has any, and not of each group of its own', async () => {
    await list('own', listed(a), listed(b));
    await look(a, b);
    const { id } = await cells.save(chain({ groups: [a, b] }));
    expect(await standing()).toEqual([]);
    await count(a, 5);
    await count(b, 5);
    expect(await standing()).toEqual([]);
    vi.setSystemTime(now + dayMs);
    await count(a, 922);
    expect(await alerts.list()).toMatchObject([{ kind: 'last-cell', chain: id, name: 'Launch' }]);
    await count(b, 1_024);
    expect(await standing()).toEqual([`no-cell ${id}`]);
    await list('own', listed(a), listed(b), listed(c));
    await cells.save(chain({ id }));
    expect(await standing()).toEqual([]);
    await count(c, 5);
    expect(await standing()).toEqual([`last-cell ${id}`]);
    expect(await cells.remove(id)).toEqual([]);
    expect(await standing()).toEqual([]);
  });

  it('names the group to prepare', async () => {
    await list('own', listed(a, { size: size(5) }), listed(b, { admin: false }));
    await cells.save(chain({ groups: [a, b] }));
    expect(await alerts.list()).toMatchObject([{ kind: 'last-cell', next: 'Group 2' }]);
  });

  it('has a name, and groups that we know, each once', async () => {
    await list('own', listed(a), listed(b));
    const saved = await cells.save(chain({ id: 'gone', name: ' Launch ', groups: [b, a, b] }));
    expect(saved).toMatchObject({ name: 'Launch', groups: [b, a] });
    expect(saved.id).not.toBe('gone');
    const refused = (more: Partial<Chain>) => cells.save(chain({ groups: [a], ...more })).catch(({ facts }) => facts);
    expect(await refused({ name: ' \u2800\u202e' })).toEqual({ kind: 'bad-field', field: 'name' });
    expect(await refused({ groups: [] })).toEqual({ kind: 'bad-field', field: 'groups' });
    expect(await refused({ groups: [a, c] })).toEqual({ kind: 'bad-field', field: 'groups' });
    expect(await refused({ groups: ['constructor'] })).toMatchObject({ kind: 'bad-group-id' });
    await list('own');
    expect((await cells.save({ ...saved, name: 'Later' })).groups).toEqual([b, a]);
    expect(await cells.list()).toHaveLength(1);
  });
});
