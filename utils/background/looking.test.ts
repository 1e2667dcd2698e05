import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { demoInvites } from '../demo-invites';
import { bareCode, type InviteCode } from '../invite-link';
import type { AccountView } from '../model/account';

let accounts: typeof import('./accounts');
let overview: typeof import('./overview').overview;
let groups: typeof import('./groups');
let invites: typeof import('./invites');
let links: typeof import('./links');
let joins: typeof import('./joins');

/** What would have left the browser. */
let sent: string[];
/** Whether the browser lets us read WhatsApp's public page. */
let isPublic: boolean;

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  [accounts, groups, invites, links, joins] = await Promise.all([
    ...([import('./accounts'), import('./groups'), import('./invites')] as const),
    ...([import('./links'), import('./joins')] as const),
  ]);
  ({ overview } = await import('./overview'));
  sent = [];
  isPublic = false;
  const contains = async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((origin) => isPublic || !origin.includes('whatsapp'));
  Object.assign(fakeBrowser.permissions, { contains, remove: async () => true });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    sent.push(`${url}`);
    throw new TypeError('Failed to fetch');
  });
});
afterEach(() => vi.restoreAllMocks());

const real = codeOf('AbCdEfGhIjKlMnOpQrStUv');
const nobodys = codeOf('LatchkeyDemoNobodyHas0');

const openDemo = () => accounts.save({ make: 'demo', name: '', server: '', fields: {}, secrets: {} });
const addWawp = () =>
  accounts.save({
    ...{ make: 'wawp', name: 'Shop', server: '', fields: { instance: 'A1' }, secrets: { token: 'secret' } },
  });

describe('who is asked about which link', () => {
  it('opens one demo, however often it is opened, without a server and without a word to anybody', async () => {
    const one = await openDemo();
    expect(await openDemo()).toEqual(one);
    expect(one).toMatchObject({ name: 'Demo', server: '', origin: '', allowed: true, demo: true });
    expect((await overview()).accounts).toHaveLength(1);
    expect((await groups.refresh(one.id)).groups.length).toBeGreaterThan(10);
    expect(sent).toEqual([]);
  });

  it('asks the demo alone about its own links, although others might be asked', async () => {
    isPublic = true;
    await addWawp();
    await openDemo();
    expect(await links.probe({ code: demoInvites.live })).toMatchObject({ verdict: 'live', sources: ['gateway'] });
    expect(await links.probe({ code: demoInvites.full })).toMatchObject({ verdict: 'full' });
    expect(await links.probe({ code: demoInvites.approval })).toMatchObject({ verdict: 'approval' });
    expect(await links.probe({ code: demoInvites.retired })).toMatchObject({ verdict: 'retired' });
    expect(await links.probe({ code: nobodys })).toMatchObject({ verdict: 'invalid' });
    expect(sent).toEqual([]);
  });

  it('asks the demo about no other link, and calls none dead for want of anybody to ask', async () => {
    const demo = await openDemo();
    const cannotTell = { verdict: 'unknown', sources: [], trouble: { kind: 'no-source' } };
    expect(await links.probe({ code: real })).toMatchObject(cannotTell);
    expect(await links.probe({ code: real, account: demo.id })).toMatchObject(cannotTell);
    const plan = await joins.prepare({ code: real, account: demo.id });
    expect(plan).toMatchObject({ sight: cannotTell, ways: [] });
    await expect(joins.start({ code: real, account: demo.id, greeting: '' })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    expect(sent).toEqual([]);
  });

  it('asks the others about every other link', async () => {
    const wawp = await addWawp();
    await openDemo();
    await links.probe({ code: real });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every((url) => url.startsWith('https://api.wawp.net/'))).toBe(true);
    expect((await joins.prepare({ code: real })).ways.map(({ account }) => account)).toEqual([wawp.id]);
  });

  it('cannot tell of a demo link once the demo is closed, and asks nobody instead', async () => {
    isPublic = true;
    const wawp = await addWawp();
    const demo = await openDemo();
    await lookedAndRetired(demo);
    const own = await ownCode(demo);
    await accounts.remove(demo.id);
    for (const code of [demoInvites.live, demoInvites.retired, nobodys, own]) {
      for (const asked of [{ code }, { code, account: wawp.id, again: true }]) {
        expect(await links.probe(asked)).toMatchObject({ verdict: 'unknown', trouble: { kind: 'no-source' } });
      }
    }
    expect(await links.recall([demoInvites.live, own])).toEqual([]);
    expect((await joins.prepare({ code: demoInvites.live })).ways).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('begins a new world when the demo is opened again', async () => {
    const first = await openDemo();
    const own = await ownCode(first);
    await accounts.remove(first.id);
    const second = await openDemo();
    expect(second.id).not.toBe(first.id);
    expect(await ownCode(second)).not.toBe(own);
    expect(await links.probe({ code: own })).toMatchObject({ verdict: 'invalid' });
  });

  it('joins and asks to join in the demo, and sends nothing', async () => {
    const demo = await openDemo();
    for (const [code, state] of [
      [demoInvites.live, 'joined'],
      [demoInvites.approval, 'asked'],
    ] as const) {
      const { account = '' } = await joins.prepare({ code });
      expect(await joins.start({ code, account, greeting: '' })).toMatchObject({ state, account: demo.id });
    }
    expect((await joins.prepare({ code: demoInvites.live })).ways).toMatchObject([{ can: 'already-in' }]);
    expect(sent).toEqual([]);
  });
});

async function groupOf({ id }: AccountView): Promise<{ account: string; group: string }> {
  const { groups: all } = await groups.refresh(id);
  return { account: id, group: all.find(({ name }) => name === 'Summer Sale')?.id ?? '' };
}

async function ownCode(account: AccountView): Promise<InviteCode> {
  return codeOf((await invites.read(await groupOf(account))).code ?? '');
}

async function lookedAndRetired(account: AccountView): Promise<void> {
  const code = await ownCode(account);
  const { code: next } = await invites.revoke({ ...(await groupOf(account)), code });
  expect(next).not.toBe(code);
  expect(await links.probe({ code: demoInvites.live })).toMatchObject({ verdict: 'live' });
  expect(await links.probe({ code })).toMatchObject({ verdict: 'retired' });
}

function codeOf(text: string): InviteCode {
  const code = bareCode(text);
  if (!code) throw new Error(`No code: ${text}`);
  return code;
}
