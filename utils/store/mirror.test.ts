import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Item } from './items';

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  globalThis.indexedDB = new IDBFactory();
});

/** A new life of the background. */
async function life() {
  vi.resetModules();
  const [items, inspecting, { check }, notes, background] = await Promise.all([
    import('./items'),
    import('./inspecting'),
    import('./mending'),
    import('./notes'),
    import('../background/record-health'),
  ]);
  return { ...items, ...inspecting, check, ...notes, health: background.health };
}

const kept = (key: string) => fakeBrowser.storage.local.get(key).then((all) => all[key]);

/** Used groups were changed three times, and the background has ended. */
async function changed() {
  const now = await life();
  for (const at of [1, 2, 3]) await now.change(now.usedItem, (all) => [{ account: 'a', group: 'g', at }, ...all]);
  return kept('used');
}

describe('an item and its mirror', () => {
  it('are one and the same after every change', async () => {
    const now = await changed();
    const db = await openDB('latchkey');
    expect(await db.get('mirror', 'used')).toEqual({ key: 'used', ...(now as object) });
    db.close();
    expect(now).toMatchObject({ version: 1, count: 3 });
  });

  it.each<[string, (now: object) => Promise<unknown>]>([
    ['lost', () => fakeBrowser.storage.local.remove('used')],
    ['garbage', () => fakeBrowser.storage.local.set({ used: 'garbage' })],
    ['of another shape', (now) => fakeBrowser.storage.local.set({ used: { ...now, value: 7 } })],
    ['older', (now) => fakeBrowser.storage.local.set({ used: { ...now, value: [], count: 1 } })],
  ])('bring back what is %s, and say so', async (_, damage) => {
    const before = await changed();
    await damage(before as object);
    const next = await life();
    await next.inspect();
    expect(await kept('used')).toEqual(before);
    const { findings } = await next.read(next.notesItem);
    expect(findings).toEqual([{ at: expect.any(Number), part: 'items', what: 'restored', count: 1, item: 'used' }]);
    expect((await next.health()).health).toBe('restored');
  });

  it('are compared before the first reading', async () => {
    await changed();
    await fakeBrowser.storage.local.remove('used');
    const next = await life();
    expect(await next.read(next.usedItem)).toHaveLength(3);
  });

  it('are told of also where somebody reads first, and everything is compared before the start was looked at', async () => {
    await changed();
    await fakeBrowser.storage.local.remove('used');
    const next = await life();
    expect(await next.read(next.usedItem)).toHaveLength(3);
    await next.check();
    await next.inspect();
    const { findings } = await next.read(next.notesItem);
    expect(findings).toMatchObject([{ what: 'restored', count: 1, item: 'used' }]);
  });

  it('notice a letter that has turned into another one', async () => {
    const before = (await changed()) as { readonly value: object };
    const turned = JSON.parse(JSON.stringify(before).replace('"group":"', '"group":"\\n'));
    expect(turned).not.toEqual(before);
    await fakeBrowser.storage.local.set({ used: turned });
    const next = await life();
    await next.inspect();
    expect(await kept('used')).toEqual(before);
    expect((await next.health()).health).toBe('restored');
  });

  it('take a mirror that is behind or broken for nothing', async () => {
    const before = await changed();
    const db = await openDB('latchkey');
    await db.put('mirror', { key: 'used', version: 1, value: 'garbage', count: 9 });
    db.close();
    const next = await life();
    await next.inspect();
    expect(await kept('used')).toEqual(before);
    expect((await next.read(next.notesItem)).findings).toEqual([]);
  });

  it('leave both as they are where a newer version kept either', async () => {
    const before = { ...((await changed()) as object), version: 9 };
    await fakeBrowser.storage.local.set({ used: before });
    const next = await life();
    await expect(next.read(next.usedItem)).rejects.toThrow('store-newer');
    await expect(next.change(next.usedItem, () => [])).rejects.toThrow('store-newer');
    await next.inspect();
    expect(await kept('used')).toEqual(before);
    expect(await next.read(next.settingsItem)).toEqual(next.settingsItem.fallback);
  });

  it('serve to nobody, and leave as it is, what a step cannot bring up', async () => {
    const now = await life();
    const stumbling: Item<{ count: number }> = {
      ...{ key: 'stumbling', shape: v.object({ count: v.number() }), fallback: { count: 0 } },
      steps: [(old) => ({ count: (old as { deep: { count: number } }).deep.count })],
    };
    const before = { version: 1, value: null };
    await fakeBrowser.storage.local.set({ stumbling: before });
    await expect(now.read(stumbling)).rejects.toThrow('store-failed');
    await expect(now.change(stumbling, (value) => value)).rejects.toThrow('store-failed');
    expect(await kept('stumbling')).toEqual(before);
    expect(await now.read(now.settingsItem)).toEqual(now.settingsItem.fallback);
  });

  it('go on without a database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'InvalidStateError');
    });
    const now = await life();
    await now.change(now.usedItem, () => [{ account: 'a', group: 'g', at: 1 }]);
    expect(await now.read(now.usedItem)).toHaveLength(1);
  });
});

const folder = join(import.meta.dirname, '../../tests/fixtures/stores');
const fixtures = readdirSync(folder).filter((file) => !file.startsWith('database-'));

describe('what older versions left', () => {
  it('is at hand for every version of every item', async () => {
    const { keptItems } = await life();
    const wanted = keptItems.flatMap(({ key, steps }) =>
      Array.from({ length: steps.length + 1 }, (_, nth) => `${key}-${nth + 1}.json`),
    );
    expect(fixtures.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(fixtures)('is brought up without losing a word: %s', async (file) => {
    const { keptItems, read } = await life();
    const fixture = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const key = file.replace(/-\d+\.json$/, '');
    const item = keptItems.find((one) => one.key === key);
    expect(item).toBeDefined();
    await fakeBrowser.storage.local.set({ [key]: fixture });
    const value = JSON.stringify(await read(item as Item<unknown>));
    for (const leaf of leavesOf(fixture.value)) expect(value).toContain(JSON.stringify(leaf));
  });
});

function leavesOf(value: unknown): unknown[] {
  return value instanceof Object ? Object.values(value).flatMap(leavesOf) : [value];
}
