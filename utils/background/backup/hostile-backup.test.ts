import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '../../model/account';

const id = '3c6da5d7-4da4-41a6-8b8a-7a97656412a9';
const account = (more: Partial<Account> = {}): Account => ({
  ...{ id, make: 'wawp', name: 'Shop', server: 'https://api.wawp.net' },
  ...{ fields: { instance: 'A1', headers: '' }, addedAt: 1_000, ...more },
});
const group = '120363000000000001@g.us';
const file = (parts: object) => ({ parts: JSON.stringify(parts) });

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  Object.assign(fakeBrowser.i18n, { getMessage: (word: string) => word });
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => false, getAll: async () => ({}) },
    scripting: { getRegisteredContentScripts: async () => [] },
    alarms: { create: async () => undefined, clear: async () => true, get: async () => undefined },
    contextMenus: { removeAll: async () => undefined, create: () => undefined },
  });
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
});

async function life() {
  const [importing, rows, items, care, rolls] = await Promise.all([
    ...([import('./importing'), import('./rows'), import('../../store/items')] as const),
    ...([import('../../store/care-items'), import('../../store/rolls')] as const),
  ]);
  return { ...importing, addOthers: rows.add, ...items, ...care, ...rolls };
}

type Life = Awaited<ReturnType<typeof life>>;

/** How many entries the plan says are left out, by part. */
async function refusedIn({ plan }: Life, parts: object) {
  const { tallies } = await plan(file(parts));
  return Object.fromEntries(tallies.filter(({ refused }) => refused > 0).map((tally) => [tally.part, tally.refused]));
}

describe('a hostile backup', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'takes no account for being called %s',
    async (name) => {
      const here = await life();
      const row = { id: 'q', seq: 1, account: name, addedAt: 1, at: 1, tries: 0, name: 'x', group, state: 'waiting' };
      const used = [{ account: name, group, at: 1 }];
      await here.bringIn(
        file({
          accounts: [account()],
          primaries: { [group]: name },
          used,
          queueRows: [row],
          groups: [{ account: name, groups: [] }],
        }),
      );
      expect([await here.read(here.primariesItem), await here.read(here.usedItem)]).toEqual([{}, []]);
      const line = { id: 'l', seq: 1, at: 1, name: 'x', what: 'plan', how: 'done', account: name };
      expect(await here.addOthers({ part: 'activity', rows: [line], ids: { [id]: id } })).toMatchObject({ added: 1 });
      const seen = { account: name, group, code: 'HFakeSaved0001efgh1234', seenAt: 1 };
      expect(await here.addOthers({ part: 'seen', rows: [seen], ids: { [id]: id } })).toMatchObject({ refused: 1 });
    },
  );

  it('brings no rule, plan or time in that nobody could have typed here', async () => {
    const here = await life();
    const never = 1e300;
    const campaign = { id: 'c', name: 'Spring', startAt: 1, endAt: 2, groups: [group], notes: '', atEnd: 'keep' };
    const parts = {
      rules: {
        zone: 'Nowhere/Land',
        quiet: { from: '09:00', to: '09:00' },
        freeze: [{ from: '2026-02-30', to: '2026-01-01' }],
      },
      cares: {
        [group]: { watch: false, name: 'x', rhythm: { kind: 'once', at: never } },
        other: { watch: false, name: 'y', rhythm: { kind: 'every', everyMs: 3_600_000, from: -never } },
      },
      campaigns: [
        { ...campaign, endAt: never },
        { ...campaign, id: 'd', startAt: 5, endAt: 4 },
        { ...campaign, id: 'e', groups: [] },
      ],
      chains: [{ id: 'r', name: 'Row', groups: [] }],
    };
    expect(await refusedIn(here, parts)).toEqual({ cares: 2, campaigns: 3, chains: 1 });
    await here.bringIn(file(parts));
    expect(await here.read(here.rulesItem)).toEqual(here.rulesItem.fallback);
    expect([await here.read(here.caresItem), await here.read(here.campaignsItem)]).toEqual([{}, []]);
    const line = { id: 'l', seq: 1, at: never, name: 'x', what: 'plan', how: 'done' };
    const point = { group, at: never, count: 9 };
    for (const [part, row] of [
      ['activity', line],
      ['sizes', point],
    ] as const)
      expect(await here.addOthers({ part, rows: [row], ids: {} })).toEqual({ added: 0, known: 0, refused: 1 });
  });

  it('lists a group once, however often it is in the file, and the plan says so', async () => {
    const here = await life();
    const twice = [
      { id: group, name: 'VIP' },
      { id: group, name: 'VIP again' },
    ];
    const parts = file({ accounts: [account()], groups: [{ account: id, groups: twice, listedAt: 1 }] });
    const { tallies } = await here.plan(parts);
    expect(tallies.find(({ part }) => part === 'groups')).toMatchObject({ fresh: ['VIP'], same: 1 });
    await here.bringIn(parts);
    expect((await here.readRoll(id)).groups).toEqual([{ id: group, name: 'VIP' }]);
  });
});

describe('an import beside something else', () => {
  it('adds an account once, however often it is clicked', async () => {
    const here = await life();
    const parts = file({ accounts: [account({ id: 'not one of ours' })] });
    await Promise.all([here.bringIn(parts), here.bringIn(parts), here.bringIn(parts)]);
    expect(await here.read(here.accountsItem)).toHaveLength(1);
  });

  it('loses neither what is changed meanwhile nor adds what is added meanwhile', async () => {
    const here = await life();
    const mine = account({ id: 'mine', fields: { instance: 'B2', headers: '' } });
    await here.change(here.accountsItem, () => [mine]);
    const parts = file({ accounts: [account({ id: 'theirs' }), { ...mine, id: 'another', name: 'Named there' }] });
    const typed = account({ id: 'typed', name: 'Typed' });
    const brought = here.bringIn(parts);
    await Promise.all([
      brought,
      here.change(here.accountsItem, (all) => [...all.map((one) => ({ ...one, addedAt: 7 })), typed]),
    ]);
    const all = await here.read(here.accountsItem);
    expect(all.map(({ id: one, name }) => [one, name])).toEqual([
      ['mine', 'Named there'],
      ['typed', 'Shop'],
    ]);
    expect(all[0]?.addedAt).toBe(7);
    expect((await brought).ids).toEqual({ theirs: 'typed', another: 'mine' });
  });
});
