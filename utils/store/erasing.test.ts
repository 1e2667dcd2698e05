import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const account = { id: 'a', make: 'wawp', name: 'Acme', server: 'https://gateway.example', fields: {}, addedAt: 1 };

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
});

async function life() {
  const [items, rolls, erasing] = await Promise.all([
    ...([import('./items'), import('./rolls'), import('./erasing')] as const),
  ]);
  return { ...items, ...rolls, ...erasing };
}

it('leaves nothing behind, though something was being written all the while', async () => {
  const { change, accountsItem, settingsItem, keepRoll, eraseAll } = await life();
  await change(accountsItem, () => [account]);
  await keepRoll({ account: 'a', groups: [{ id: 'g', name: 'Book club' }] });
  let isBusy = true;
  const written = async () => {
    while (isBusy) {
      await change(settingsItem, (all) => ({ ...all, greeting: `${all.greeting}.` })).catch(() => undefined);
      await change(accountsItem, (all) => all).catch(() => undefined);
      await keepRoll({ account: 'a', groups: [{ id: 'g', name: 'Book club' }] }).catch(() => undefined);
      await pause(0);
    }
  };
  const busy = written();
  await pause(20);
  await eraseAll();
  await pause(20);
  isBusy = false;
  await busy;
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  // Whoever starts next would bring back what a mirror still holds.
  vi.resetModules();
  const next = await life();
  expect(await next.read(next.accountsItem)).toEqual([]);
  expect(await next.readRoll('a')).toEqual({ account: 'a', groups: [] });
});

it('goes on keeping things where the databases cannot be erased', async () => {
  const { change, read, settingsItem, eraseAll } = await life();
  const erase = indexedDB.deleteDatabase.bind(indexedDB);
  indexedDB.deleteDatabase = () => {
    throw new Error('no');
  };
  await expect(eraseAll()).rejects.toThrow('no');
  indexedDB.deleteDatabase = erase;
  await change(settingsItem, (all) => ({ ...all, theme: 'dark' as const }));
  expect((await read(settingsItem)).theme).toBe('dark');
});
