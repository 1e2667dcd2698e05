import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '../../model/account';

const account = (more: Partial<Account> = {}): Account => ({
  ...{ id: '3c6da5d7-4da4-41a6-8b8a-7a97656412a9', make: 'wawp', name: 'Shop', server: 'https://api.wawp.net' },
  ...{ fields: { instance: 'A1', headers: '' }, addedAt: 1_000, ...more },
});
const group = '120363000000000001@g.us';
const key = 'a key that nobody may see';
const sealing = { passphrase: 'six wet umbrellas', own: '', cost: 100_000 };

beforeEach(newBrowser);

function newBrowser() {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.7.0' }) });
  Object.assign(fakeBrowser.i18n, { getMessage: (word: string) => word });
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => false, getAll: async () => ({}) },
    scripting: { getRegisteredContentScripts: async () => [] },
    alarms: { create: async () => undefined, clear: async () => true, get: async () => undefined },
    contextMenus: { removeAll: async () => undefined, create: () => undefined },
  });
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
}

async function life() {
  const [importing, exporting, sealed, items, care, vault, rolls, queue] = await Promise.all([
    ...([import('./importing'), import('./exporting'), import('./sealing'), import('../../store/items')] as const),
    ...([import('../../store/care-items'), import('../../store/vault'), import('../../store/rolls')] as const),
    import('../../store/queue'),
  ]);
  return { ...importing, ...exporting, ...sealed, ...items, ...care, ...vault, ...rolls, ...queue };
}

/** A browser in which somebody has lived, and its backup. */
async function lived() {
  const here = await life();
  await here.change(here.accountsItem, () => [account(), account({ id: 'other', make: 'wasend', fields: {} })]);
  await here.change(here.settingsItem, (all) => ({
    ...all,
    theme: 'dark' as const,
    joinOnly: ['Book club'],
    greeting: 'Hi',
  }));
  await here.change(here.sitesItem, () => ({ everywhere: false, on: ['blog.example'], off: ['mail.example'] }));
  await here.change(here.rulesItem, (rules) => ({ ...rules, coolDownMinutes: 90, notice: 'Now at {link}' }));
  await here.change(here.caresItem, () => ({ [group]: { watch: true, name: 'VIP' } }));
  const campaign = {
    id: 'c',
    name: 'Spring',
    startAt: 1,
    endAt: 2,
    groups: [group],
    notes: 'n',
    atEnd: 'keep',
  } as const;
  await here.change(here.campaignsItem, () => [{ ...campaign, groups: [group] }]);
  await here.change(here.chainsItem, () => [{ id: 'r', name: 'Row', groups: [group] }]);
  await here.change(here.primariesItem, () => ({ [group]: account().id }));
  await here.keepRoll({ account: account().id, groups: [{ id: group, name: 'VIP', byHand: true }], listedAt: 5 });
  await here.enqueue(account().id, [{ code: 'HFakeSaved0001efgh1234' as never, name: 'Choir' }], 1_000);
  await here.change(here.queuesItem, () => ({ [account().id]: { state: 'running' as const, perMinute: 3 } }));
  await here.keepSecrets(account().id, { token: key });
  return { parts: (await here.parts()).parts, keys: await here.sealedKeys(sealing) };
}

/** All that lies on the disk but what a browser keeps for itself, and the queue’s rows. */
async function all() {
  const here = await life();
  const names = ['settingsItem', 'sitesItem', 'rulesItem', 'caresItem', 'campaignsItem', 'chainsItem'] as const;
  const items = await Promise.all([...names.map((name) => here.read(here[name] as typeof here.settingsItem))]);
  const accounts = await here.read(here.accountsItem);
  const rolls = await Promise.all(accounts.map(({ id }) => here.readRoll(id)));
  const rows = (await Promise.all(accounts.map(({ id }) => here.rowsOf(id)))).flat();
  return { accounts, items, primaries: await here.read(here.primariesItem), rolls, rows };
}

describe('a backup', () => {
  it('makes another browser the same, keys and all, and changes nothing the second time', async () => {
    const file = await lived();
    const before = await all();
    newBrowser();
    const here = await life();
    const plan = await here.plan(file);
    expect(plan.tallies.find(({ part }) => part === 'accounts')).toMatchObject({ fresh: ['Shop'], refused: 1 });
    expect(plan.settings.map(({ name }) => name)).toContain('theme');
    expect((await all()).accounts).toEqual([]);
    expect(await here.bringIn({ ...file, passphrase: sealing.passphrase })).toMatchObject({ keyed: ['Shop'] });
    const after = await all();
    expect(after).toEqual({ ...before, accounts: [account()], rolls: [before.rolls[0]] });
    expect(await here.openSecrets(account().id)).toEqual({ token: key });
    const again = await here.plan(file);
    expect(again.settings).toEqual([]);
    for (const { part, fresh, changed } of again.tallies) expect([part, fresh, changed]).toEqual([part, [], []]);
    await here.bringIn({ ...file, passphrase: sealing.passphrase });
    expect(await all()).toEqual(after);
    // A queue waits for a person, wherever it was.
    expect(await here.read(here.queuesItem)).toEqual({ [account().id]: { state: 'paused', perMinute: 3 } });
  });

  it('deletes nothing of what is here, and shows what it would change', async () => {
    const file = await lived();
    newBrowser();
    const here = await life();
    await here.change(here.accountsItem, () => [account({ id: 'mine', name: 'My shop' })]);
    await here.keepSecrets('mine', { token: 'mine, and it stays' });
    await here.change(here.settingsItem, (s) => ({
      ...s,
      theme: 'light' as const,
      joinOnly: ['Chess'],
      greeting: 'Hello you',
    }));
    await here.change(here.sitesItem, () => ({ everywhere: false, on: ['a.example'], off: ['b.example'] }));
    await here.change(here.caresItem, () => ({ g2: { watch: true, name: 'Two' } }));
    const plan = await here.plan(file);
    expect(plan.settings).toContainEqual({ name: 'theme', from: 'light', to: 'dark' });
    expect(plan.settings).toContainEqual({ name: 'joinOnly', from: ['Chess'], to: ['Chess', 'Book club'] });
    expect(plan.tallies[0]).toMatchObject({ part: 'accounts', fresh: [], changed: ['Shop'] });
    const { ids } = await here.bringIn({ ...file, passphrase: sealing.passphrase });
    expect(ids).toEqual({ [account().id]: 'mine' });
    expect(await here.openSecrets('mine')).toEqual({ token: 'mine, and it stays' });
    expect(await here.read(here.sitesItem)).toMatchObject({ off: ['b.example', 'mail.example'] });
    expect(Object.keys(await here.read(here.caresItem))).toEqual(['g2', group]);
    expect(await here.read(here.primariesItem)).toEqual({ [group]: 'mine' });
  });

  it('brings nothing in where the passphrase of its keys is wrong', async () => {
    const file = await lived();
    newBrowser();
    const here = await life();
    await expect(here.bringIn({ ...file, passphrase: 'six dry umbrellas' })).rejects.toThrow('wrong-file-passphrase');
    expect((await all()).accounts).toEqual([]);
    expect(file.keys).not.toContain(key);
  });

  it('leads no key to another server than it was sealed for, nor by an account’s id', async () => {
    const { keys, parts } = await lived();
    newBrowser();
    const here = await life();
    const evil = parts.replaceAll('api.wawp.net', 'evil.example');
    await here.bringIn({ keys, parts: evil, passphrase: sealing.passphrase });
    expect(await here.openSecrets(account().id)).toEqual({});
    await here.change(here.accountsItem, () => [account({ id: account().id })]);
    await here.keepSecrets(account().id, { token: key });
    await here.bringIn({ parts: evil });
    const [first, second] = await here.read(here.accountsItem);
    expect(first).toEqual(account());
    expect(second?.id).not.toBe(account().id);
  });

  it('ends the same, however often it was stopped in the middle', { timeout: 120_000 }, async () => {
    const file = await lived();
    const before = await all();
    newBrowser();
    const { set } = fakeBrowser.storage.local;
    const here = await life();
    for (const writes of [0, 1, 2, 4, 7, 11, 16]) {
      let left = writes;
      fakeBrowser.storage.local.set = async (entries: object) => {
        if (left === 0) throw new Error('the end');
        left -= 1;
        return Reflect.apply(set, fakeBrowser.storage.local, [entries]);
      };
      await here.bringIn({ ...file, passphrase: sealing.passphrase }).catch(() => undefined);
    }
    fakeBrowser.storage.local.set = set;
    await here.bringIn({ ...file, passphrase: sealing.passphrase });
    expect(await all()).toEqual({ ...before, accounts: [account()], rolls: [before.rolls[0]] });
  });

  it.each([
    ['no object', '[1,2]'],
    ['nested without end', `{"settings":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    [
      'wrong all over',
      '{"accounts":{"a":1},"settings":[],"cares":[1],"queues":7,"queueRows":{},"groups":"x","used":null}',
    ],
    [
      'full of strangers',
      '{"accounts":[{"id":1},null,"x"],"settings":{"theme":"pink","evil":1},"rules":{"everyMinutes":1}}',
    ],
    [
      'after the prototype',
      '{"cares":{"__proto__":{"watch":true,"name":"x"}},"settings":{"__proto__":{"theme":"dark"}}}',
    ],
    ['after inner networks', `{"accounts":[${JSON.stringify(account({ server: 'http://169.254.169.254' }))}]}`],
  ])('changes nothing where it is %s', async (_, parts) => {
    const here = await life();
    const before = await all();
    await here.plan({ parts }).catch(({ kind }) => expect(kind).toBe('not-a-backup'));
    await here.bringIn({ parts }).catch(({ kind }) => expect(kind).toBe('not-a-backup'));
    expect(await all()).toEqual(before);
    expect(Reflect.get({}, 'watch')).toBeUndefined();
  });

  it('asks for the vault’s own passphrase again, and for open keys', { timeout: 120_000 }, async () => {
    const here = await life();
    await here.change(here.accountsItem, () => [account()]);
    await here.keepSecrets(account().id, { token: key });
    await here.protect({ old: '', next: 'the vault’s own words' });
    await expect(here.sealedKeys(sealing)).rejects.toThrow('wrong-passphrase');
    await new Promise((go) => setTimeout(go, 1_100));
    const keys = await here.sealedKeys({ ...sealing, own: 'the vault’s own words' });
    expect(await here.openedKeys(keys, sealing.passphrase)).toMatchObject([{ secrets: { token: key } }]);
    const { forgetUnlocked } = await import('../../store/unlocked');
    await forgetUnlocked();
    await expect(here.sealedKeys({ ...sealing, own: 'the vault’s own words' })).rejects.toThrow('vault-locked');
  });
});
