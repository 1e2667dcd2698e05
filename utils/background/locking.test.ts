import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { change, read, settingsItem } from '../store/items';
import { keepUnlocked, unlockedItem, unlockedKey } from '../store/unlocked';
import { commanded, idled, noticed } from './keys-watch';
import { ringLock, rung, used } from './locking';

const vault = { id: 'one' };
const minute = 60_000;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000 });
  await keepUnlocked(vault, new Uint8Array(32));
  await ringLock();
});
afterEach(() => vi.useRealTimers());

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * minute);
const isOpen = () =>
  unlockedKey(vault).then(
    () => true,
    () => false,
  );
const lies = async () => JSON.stringify(await fakeBrowser.storage.session.get('unlocked')).includes('data');
const lastUse = async () => (await read(unlockedItem))?.usedAt;

/** Whatever was begun has been written by then. */
async function useAndWait(use: () => void): Promise<void> {
  const before = await lastUse();
  use();
  await vi.waitFor(async () => expect(await lastUse()).not.toBe(before));
}

describe('keys that are open', () => {
  it('are locked, and taken out of the session, when nobody has used Latchkey for so long', async () => {
    later(14.9);
    expect(await isOpen()).toBe(true);
    await rung();
    expect(await lies()).toBe(true);
    later(0.2);
    expect(await isOpen()).toBe(false);
    await rung();
    expect(await lies()).toBe(false);
  });

  it('stay open while somebody does, and the bell moves on', async () => {
    later(10);
    await useAndWait(used);
    later(10);
    await rung();
    expect(await isOpen()).toBe(true);
    const { scheduledTime } = (await fakeBrowser.alarms.get('lock')) ?? {};
    expect(scheduledTime).toBe(1_000_000_000 + 25 * minute + 500);
  });

  it('stay open for pages of ours, and for no others', async () => {
    const ours = { id: fakeBrowser.runtime.id, origin: new URL(fakeBrowser.runtime.getURL('')).origin };
    later(10);
    const before = await lastUse();
    noticed({ question: 'link.probe' }, { ...ours, origin: 'https://shop.example', frameId: 0, tab: { id: 1 } });
    await new Promise((done) => setTimeout(done, 20));
    expect(await lastUse()).toBe(before);
    await useAndWait(() => noticed({ question: 'vault.state' }, { ...ours, frameId: 0 }));
  });

  it('are not brought back by a use that comes too late, as after a night of sleep', async () => {
    later(600);
    used();
    await vi.waitFor(async () => expect(await lies()).toBe(false));
    expect(await isOpen()).toBe(false);
  });

  it('are locked by a clock that was set back', async () => {
    later(-30);
    expect(await isOpen()).toBe(false);
  });

  it('stay open until the browser closes, where that is wanted', async () => {
    await change(settingsItem, (all) => ({ ...all, lockAfterMinutes: 0 }));
    await ringLock();
    expect(await fakeBrowser.alarms.get('lock')).toBeUndefined();
    later(6_000);
    expect(await isOpen()).toBe(true);
  });

  it.each([
    ['the command', () => commanded('lock')],
    ['a locked screen', () => idled('locked')],
  ])('are locked by %s', async (_, lock) => {
    await lock();
    expect(await isOpen()).toBe(false);
    expect(await lies()).toBe(false);
  });

  it('are not locked by a pause', async () => {
    await idled('idle');
    await commanded('another');
    expect(await isOpen()).toBe(true);
  });
});
