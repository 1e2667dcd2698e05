import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import settingsOne from '../../tests/fixtures/stores/settings-1.json';
import { brought, change, type Item, read, settingsItem } from './items';

const counter: Item<{ count: number }> = {
  key: 'counter',
  shape: v.object({ count: v.number() }),
  fallback: { count: 0 },
  steps: [(old) => ({ count: Number(old) })],
};

describe('an item in the store', () => {
  it('is its fallback until it was written', async () => {
    fakeBrowser.reset();
    expect(await read(counter)).toEqual({ count: 0 });
  });

  it('loses none of twenty changes made at once', async () => {
    fakeBrowser.reset();
    await Promise.all(Array.from({ length: 20 }, () => change(counter, ({ count }) => ({ count: count + 1 }))));
    expect(await read(counter)).toEqual({ count: 20 });
  });

  it('is brought up from an older version', () => {
    expect(brought(counter, 1, '7')).toEqual({ count: 7 });
  });

  it('keeps what was set when settings grow', async () => {
    fakeBrowser.reset();
    await fakeBrowser.storage.local.set({ settings: settingsOne });
    expect(await read(settingsItem)).toEqual({ ...settingsItem.fallback, shape: 'markdown', theme: 'dark' });
  });

  it('is refused where a newer version kept it', () => {
    expect(() => brought(counter, 3, {})).toThrow('store-newer');
  });

  it('is served to nobody and left as it is where it cannot be read', async () => {
    fakeBrowser.reset();
    const broken = { counter: { version: 2, value: { count: 'many' } } };
    await fakeBrowser.storage.local.set(broken);
    await expect(read(counter)).rejects.toThrow('store-failed');
    await expect(change(counter, (value) => value)).rejects.toThrow('store-failed');
    expect(await fakeBrowser.storage.local.get('counter')).toEqual(broken);
  });
});
