import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const allowed = new Set<string>();

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  Object.assign(fakeBrowser, {
    permissions: { contains: async ({ origins: [one] }: { origins: string[] }) => allowed.has(one ?? '') },
  });
  allowed.clear();
  allowed.add('https://gateway.example/*');
  globalThis.indexedDB = new IDBFactory();
});

const account = { id: 'a', make: 'wawp', name: 'Acme', server: 'https://gateway.example', fields: {}, addedAt: 1 };

/** A background that knows of one account, and has been asked once. */
async function asked() {
  vi.resetModules();
  const [items, rolls, { overview }] = await Promise.all([
    import('../store/items'),
    import('../store/rolls'),
    import('./overview'),
  ]);
  await items.change(items.accountsItem, () => [account]);
  await items.change(items.usedItem, () => [{ account: 'a', group: 'g', at: 1 }]);
  return { ...items, ...rolls, overview, first: await overview() };
}

describe('what the popup is drawn from', () => {
  it('is read once, as long as nothing is written', async () => {
    const { overview, first } = await asked();
    const reading = vi.spyOn(fakeBrowser.storage.local, 'get');
    expect(await overview()).toBe(first);
    expect(reading).not.toHaveBeenCalled();
  });

  it('is read anew after an item, or a list of groups, was written', async () => {
    const { change, settingsItem, keepRoll, overview, first } = await asked();
    await change(settingsItem, (settings) => ({ ...settings, theme: 'dark' as const }));
    expect((await overview()).settings.theme).toBe('dark');
    expect(first.last?.group.name).toBe('');
    await keepRoll({ account: 'a', groups: [{ id: 'g', name: 'Book club' }] });
    expect((await overview()).last?.group.name).toBe('Book club');
  });

  it('is read anew after an administrator has set something, and after it was taken away', async () => {
    const { change, policyItem, noPolicy, overview, first } = await asked();
    expect([first.managed, first.accounts[0]?.rights]).toEqual([undefined, undefined]);
    await change(policyItem, () => ({ ...noPolicy, rights: { mayRetire: false }, given: ['mayRetire'] }));
    const ruled = await overview();
    expect([ruled.managed?.rights.mayRetire, ruled.accounts[0]?.rights?.mayRetire]).toEqual([false, false]);
    await change(policyItem, () => noPolicy);
    expect((await overview()).managed).toBeUndefined();
  });

  it('says that a host is not allowed any more as soon as the browser has told us so, or whoever asks', async () => {
    const { overview, first } = await asked();
    expect(first.accounts[0]?.allowed).toBe(true);
    allowed.clear();
    expect((await overview('anew')).accounts[0]?.allowed).toBe(false);
    allowed.add('https://gateway.example/*');
    (await import('./first-view')).allowed();
    expect((await overview()).accounts[0]?.allowed).toBe(true);
  });

  it('is read each time where keys have a passphrase: they lock by the clock', async () => {
    const { change, vaultItem, overview } = await asked();
    const lock = { id: 'k', hash: 'SHA-256' as const, iterations: 1, salt: '', iv: '', data: '' };
    await change(vaultItem, (vault) => ({ ...vault, lock }));
    const locked = await overview();
    expect(locked.vault).toEqual({ passphrase: true, locked: true });
    expect(await overview()).not.toBe(locked);
  });
});
