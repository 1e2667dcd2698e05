import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareCode, type InviteCode } from '../../invite-link';
import type { HandOut, Shape } from '../../model/hand-out';
import type { CodeLife } from '../../model/record';
import type { Campaign } from '../../over-time/model';
import { codeReports } from './campaign-report';

const hourMs = 3_600_000;
const start = 1_000 * hourMs;
const end = start + 100 * hourMs;
const [a, b] = ['120363000000000001@g.us', '120363000000000002@g.us'] as const;
const wish: Campaign = {
  ...{ id: '', name: 'Spring', startAt: start, endAt: end, groups: [a, b], notes: 'One poster.', atEnd: 'retire' },
};

let campaigns: typeof import('./campaigns');
let activity: typeof import('./activity');
let browsing: typeof import('../browsing');
let sizes: typeof import('./sizes');
let items: typeof import('../../store/items');
let care: typeof import('../../store/care-items');
let rolls: typeof import('../../store/rolls');
let ledger: typeof import('../../store/ledger');
let lineage: typeof import('../../store/lineage');

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now: start - 10 * hourMs });
  [campaigns, activity, browsing, sizes] = await Promise.all([
    ...([import('./campaigns'), import('./activity'), import('../browsing'), import('./sizes')] as const),
  ]);
  [items, care, rolls, ledger, lineage] = await Promise.all([
    ...([import('../../store/items'), import('../../store/care-items'), import('../../store/rolls')] as const),
    ...([import('../../store/ledger'), import('../../store/lineage')] as const),
  ]);
  const account = (id: string, name: string) => ({
    id,
    make: 'demo',
    name,
    server: 'https://demo.invalid',
    fields: {},
    addedAt: 1,
  });
  await items.change(items.accountsItem, () => [account('own', 'Own'), account('backup', 'Backup')]);
  const groups = [
    { id: a, name: 'Group A' },
    { id: b, name: 'Group B' },
  ];
  await rolls.keepRoll({ account: 'own', groups, listedAt: 1 });
});
afterEach(() => vi.useRealTimers());

const code = (nth: number) => bareCode(`HFakeCampaign${nth}efgh12XY`.padEnd(22, '0')) as InviteCode;
const at = (hours: number) => void vi.setSystemTime(start + hours * hourMs);
const ends = async () =>
  (await items.read(care.diaryItem)).flatMap(({ id, dueAt }) => (id.startsWith('end ') ? [[id, dueAt]] : []));

describe('a campaign', () => {
  it('is ahead, runs, and is over', async () => {
    const { id } = await campaigns.save(wish);
    const seen = async () => (await campaigns.list()).map(({ state }) => state);
    expect(await campaigns.list()).toEqual([{ ...wish, id, state: 'ahead', names: ['Group A', 'Group B'] }]);
    at(0);
    expect(await seen()).toEqual(['running']);
    at(100);
    expect(await seen()).toEqual(['over']);
  });

  it('has the diary change its links at its end, as long as that is wanted', async () => {
    const saved = await campaigns.save(wish);
    const { id } = saved;
    expect(await ends()).toEqual([a, b].map((group) => [`end ${id} ${group}`, end]));
    await campaigns.save({ ...wish, id, endAt: end + 1, groups: [b] });
    expect(await ends()).toEqual([[`end ${id} ${b}`, end + 1]]);
    await campaigns.save({ ...wish, id, atEnd: 'keep' });
    expect(await ends()).not.toContainEqual([expect.stringContaining('@g.us'), expect.anything()]);
    expect(await campaigns.remove(id)).toEqual([]);
    expect(await ends()).toEqual([]);
    const { rows } = await activity.list({ filter: { what: 'plan' }, limit: 9 });
    expect(rows.map(({ how, name, campaign }) => [how, name, campaign])).toEqual(
      ['skipped', 'changed', 'changed', 'done'].map((how) => [how, 'Spring', id]),
    );
  });

  it('has a name, an end after its start, and groups that we know', async () => {
    const refused = (more: Partial<Campaign>) => campaigns.save({ ...wish, ...more }).catch(({ facts }) => facts);
    expect(await refused({ name: '\u200b ' })).toEqual({ kind: 'bad-field', field: 'name' });
    expect(await refused({ endAt: start })).toEqual({ kind: 'bad-field', field: 'endAt' });
    expect(await refused({ endAt: 1e300 })).toEqual({ kind: 'bad-field', field: 'endAt' });
    expect(await refused({ startAt: Number.NaN })).toEqual({ kind: 'bad-field', field: 'endAt' });
    expect(await refused({ groups: [] })).toEqual({ kind: 'bad-field', field: 'groups' });
    expect(await refused({ groups: ['120363000000000009@g.us'] })).toEqual({ kind: 'bad-field', field: 'groups' });
    expect(await campaigns.list()).toEqual([]);
  });

  it('goes on with groups that are on no list any more, by the names they had', async () => {
    await lineage.sighted({ account: 'own', group: b, name: 'Group B', code: code(1), now: 5 });
    const saved = await campaigns.save(wish);
    await rolls.keepRoll({ account: 'own', groups: [], listedAt: 2 });
    expect(await campaigns.save({ ...wish, id: saved.id })).toMatchObject({ groups: [a, b], names: [a, 'Group B'] });
  });
});

/** Codes, hand-outs and counts from before the campaign until after its end. */
async function lived() {
  const { id } = await campaigns.save(wish);
  await items.change(care.caresItem, () => ({ [a]: { watch: true, name: '' } }));
  const see = (nth: number, hours: number) =>
    lineage.sighted({ account: 'own', group: a, name: 'Group A', code: code(nth), now: start + hours * hourMs });
  const hand = (nth: number, hours: number, shape: Shape, account = 'own', group: string = a) =>
    ledger.note({ account, group, name: '', code: code(nth), shape, at: start + hours * hourMs });
  const count = (hours: number, members: number) => {
    at(hours);
    return sizes.counted([{ id: a, size: { count: members, atLeast: false } }]);
  };
  for (const [nth, hours] of [
    [1, -50],
    [2, -5],
    [3, 40],
    [4, 101],
  ] as const)
    await see(nth, hours);
  await hand(2, -4, 'link');
  await hand(2, 1, 'link');
  await hand(2, 2, 'qr', 'backup');
  const poster = await hand(3, 50, 'qr');
  await ledger.name({ id: poster, label: 'poster Lyon', printed: true, at: start + 51 * hourMs });
  await hand(4, 102, 'link');
  await hand(9, 5, 'link', 'gone', b);
  for (const [hours, members] of [
    [-1, 10],
    [0, 11],
    [50, 60],
    [99, 90],
    [101, 91],
  ] as const)
    await count(hours, members);
  return id;
}

describe('the report of a campaign', () => {
  it('tells of its groups, in its time: codes, who handed them out and how, members', async () => {
    const id = await lived();
    at(110);
    const { campaign, madeAt, groups } = await campaigns.report(id);
    expect([campaign.state, madeAt]).toEqual(['over', start + 110 * hourMs]);
    const [one, other] = groups;
    expect(one).toMatchObject({ group: a, name: 'Group A', accounts: ['Own', 'Backup'], limit: 922 });
    expect(one?.codes).toMatchObject([
      {
        ...{ code: code(2), from: start - 5 * hourMs, to: start + 40 * hourMs, endedBy: 'changed-elsewhere' },
        handedOut: { count: 2, byShape: { link: 1, qr: 1 }, printed: [] },
      },
      {
        ...{ code: code(3), from: start + 40 * hourMs, to: start + 101 * hourMs },
        handedOut: { count: 1, byShape: { qr: 1 }, labels: ['poster Lyon'], printed: [{ label: 'poster Lyon' }] },
      },
    ]);
    expect(one?.codes).toHaveLength(2);
    expect(one?.points.map((point) => point.count)).toEqual([11, 60, 90]);
    expect(other).toMatchObject({ group: b, accounts: [], points: [] });
    expect(other?.codes).toMatchObject([{ code: code(9), from: start + 5 * hourMs, handedOut: { count: 1 } }]);
  });

  it('is about a campaign that there is', async () => {
    await expect(campaigns.report('constructor')).rejects.toMatchObject({ kind: 'bad-field' });
  });

  it('has its record beside it: all lists can be looked through for some groups', async () => {
    await lived();
    const filter = { since: start, until: end };
    const lists = async (groups?: readonly string[]) => {
      const asked = { filter: { ...filter, ...(groups && { groups }) }, limit: 100 };
      const [lives, given] = await Promise.all([browsing.codes(asked), browsing.handOuts(asked)]);
      return [lives.rows.length, given.rows.length];
    };
    expect(await lists()).toEqual([2, 4]);
    expect(await lists([a])).toEqual([2, 3]);
    expect(await lists([b])).toEqual([0, 1]);
    expect(await lists([])).toEqual([0, 0]);
  });
});

it('counts what was handed out once, also of a code that came back', () => {
  const life = (firstSeen: number, more = {}) => ({ code: code(1), firstSeen, ...more }) as CodeLife;
  const given = { code: code(1), shape: 'link', at: 5, printed: false } as HandOut;
  const reports = codeReports([life(9), life(1, { ended: { at: 3, event: 'retired' } })], [given]);
  expect(reports.map(({ from, to, handedOut }) => [from, to, handedOut.count])).toEqual([
    [1, 3, 0],
    [9, undefined, 1],
  ]);
});
