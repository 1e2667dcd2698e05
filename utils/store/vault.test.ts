import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import vaultOne from '../../tests/fixtures/stores/vault-1.json';
import type { TroubleFacts } from '../trouble';
import type { Wrapped } from './passphrase';

const old = 'an old umbrella in the hall';
const next = 'a new umbrella by the door';

type Vault = typeof import('./vault');

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

/** The next life of the background: what it held in memory is gone, what it stored is not. */
async function life(): Promise<Vault> {
  vi.resetModules();
  return import('./vault');
}

/** A vault with two keys in it. */
async function filled(): Promise<Vault> {
  const vault = await life();
  await vault.keepSecrets('shop', { token: 'key of the shop' });
  await vault.keepSecrets('club', { key: 'key of the club', extra: 'more of the club' });
  return vault;
}

async function isWhole(vault: Vault): Promise<void> {
  expect(await vault.openSecrets('shop')).toEqual({ token: 'key of the shop' });
  expect(await vault.openSecrets('club')).toEqual({ key: 'key of the club', extra: 'more of the club' });
}

async function closeBrowser(): Promise<void> {
  await fakeBrowser.storage.session.clear();
}

/** What went wrong, as facts. */
function troubleOf(deed: Promise<unknown>): Promise<Partial<TroubleFacts>> {
  return deed.then(
    () => ({}),
    ({ facts }) => facts,
  );
}

const stored = async () =>
  JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);

describe('a vault without a passphrase', () => {
  it('seals what it is given, and opens it in another life', async () => {
    await filled();
    expect(await stored()).not.toMatch(/key of the/);
    await isWhole(await life());
  });

  it('brings what version 1 kept up to today', async () => {
    await fakeBrowser.storage.local.set({ vault: vaultOne });
    const raw = Uint8Array.from({ length: 32 }, (_, place) => place);
    const device = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const vault = await life();
    const { database } = await import('./database');
    await (await database()).put('keys', device, 'device');
    expect(await vault.openSecrets('shop')).toEqual({ token: 'key of the shop' });
    await vault.keepSecrets('shop', { other: 'another key' });
    expect(await vault.openSecrets('club')).toEqual({ key: 'key of the club' });
    expect(await vault.openSecrets('shop')).toEqual({ token: 'key of the shop', other: 'another key' });
  });
});

describe('a vault with a passphrase', () => {
  beforeEach(hurry);

  it('locks with the browser, opens for its passphrase alone, and names what it holds all the while', {
    timeout: 60_000,
  }, async () => {
    vi.restoreAllMocks();
    await (await filled()).protect({ old: '', next: old });
    await isWhole(await life());
    await closeBrowser();
    const vault = await life();
    expect(await vault.lockState()).toEqual({ passphrase: true, locked: true });
    expect(await troubleOf(vault.openSecrets('shop'))).toEqual({ kind: 'vault-locked' });
    expect(await troubleOf(vault.keepSecrets('shop', { token: 'new' }))).toEqual({ kind: 'vault-locked' });
    expect(await vault.secretNames()).toEqual({ shop: ['token'], club: ['key', 'extra'] });
    expect(await troubleOf(vault.unlock('a wrong umbrella'))).toEqual({ kind: 'wrong-passphrase', waitMs: 1_000 });
    await closeBrowser();
    await vault.unlock(old);
    await isWhole(vault);
    expect(await stored()).not.toMatch(/key of the|umbrella/);
  });

  it('forgets an account while it is locked', async () => {
    const vault = await filled();
    await vault.protect({ old: '', next: old });
    await closeBrowser();
    await vault.forgetSecrets('shop');
    await vault.unlock(old);
    expect(await vault.openSecrets('shop')).toEqual({});
    expect(await vault.openSecrets('club')).toMatchObject({ key: 'key of the club' });
  });

  it('is changed and removed only by who knows it', async () => {
    const vault = await filled();
    expect(await troubleOf(vault.protect({ old: '', next: 'too short' }))).toEqual({ kind: 'short-passphrase' });
    await vault.protect({ old: '', next: old });
    expect(await troubleOf(vault.protect({ old: next, next: '' }))).toMatchObject({ kind: 'wrong-passphrase' });
    await isWhole(vault);
    await closeBrowser();
    await vault.protect({ old, next });
    await closeBrowser();
    expect(await troubleOf(vault.unlock(old))).toMatchObject({ kind: 'wrong-passphrase' });
    await closeBrowser();
    await vault.protect({ old: next, next: '' });
    await closeBrowser();
    expect(await vault.lockState()).toEqual({ passphrase: false, locked: false });
    await isWhole(vault);
  });

  it('does not open by the key of an earlier passphrase', async () => {
    const vault = await filled();
    await vault.protect({ old: '', next: old });
    const { unlocked } = await fakeBrowser.storage.session.get('unlocked');
    await vault.protect({ old, next });
    await fakeBrowser.storage.session.set({ unlocked });
    expect(await troubleOf(vault.openSecrets('shop'))).toEqual({ kind: 'vault-locked' });
  });

  it('lets nobody try faster by trying at once, and erases nothing', async () => {
    const vault = await filled();
    await vault.protect({ old: '', next: old });
    await closeBrowser();
    const before = await fakeBrowser.storage.local.get();
    const derived = vi.mocked(crypto.subtle.deriveKey);
    derived.mockClear();
    const told = await Promise.all(Array.from({ length: 50 }, (_, nth) => troubleOf(vault.unlock(`guess ${nth}`))));
    expect(derived).toHaveBeenCalledTimes(1);
    expect(told.filter(({ kind }) => kind !== 'wrong-passphrase')).toEqual([]);
    expect(told.every(({ waitMs = 0 }) => waitMs > 0 && waitMs <= 1_000)).toBe(true);
    expect(await troubleOf((await life()).unlock(old))).toMatchObject({ kind: 'wrong-passphrase' });
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  it('counts a try that the end of the worker cut off', async () => {
    const vault = await filled();
    await vault.protect({ old: '', next: old });
    await closeBrowser();
    let die = () => {};
    const life = new Promise<never>((_, end) => {
      die = () => end(new Error('The worker was stopped'));
    });
    vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation(() => life);
    const trying = troubleOf(vault.unlock('a wrong umbrella'));
    const tries = () => fakeBrowser.storage.session.get('tries');
    await vi.waitFor(async () => expect(await tries()).toMatchObject({ tries: { value: { wrong: 1 } } }));
    die();
    await trying;
  });

  it('is made dearer at unlocking, where it was wrapped more cheaply than one would today', async () => {
    const vault = await filled();
    await vault.protect({ old: '', next: old });
    await cheapened();
    await vault.unlock(old);
    expect((await wrapped()).iterations).toBeGreaterThanOrEqual(600_000);
    await isWhole(vault);
    await closeBrowser();
    await vault.unlock(old);
    await isWhole(vault);
  });

  it('opens by one passphrase or the other, wherever setting, changing or removing it was cut off', async () => {
    const outcomes = new Set<string>();
    for (const [from, to] of [
      ['', old],
      [old, next],
      [old, ''],
    ] as const) {
      for (let writes = 0; writes < 5; writes += 1) {
        fakeBrowser.reset();
        globalThis.indexedDB = new IDBFactory();
        const vault = await filled();
        if (from) await vault.protect({ old: '', next: from });
        const dead = powerCutAfter(writes);
        await vault.protect({ old: from, next: to }).catch(() => undefined);
        dead.restore();
        await closeBrowser();
        outcomes.add(`${from} to ${to}: ${await opensBy(await life(), [from, to])}`);
      }
    }
    // Both ends were met for each of the three, or the cuts fell in the wrong places.
    expect([...outcomes].toSorted()).toEqual(
      [
        ` to ${old}: `,
        ` to ${old}: ${old}`,
        `${old} to : `,
        `${old} to : ${old}`,
        `${old} to ${next}: ${old}`,
        `${old} to ${next}: ${next}`,
      ].toSorted(),
    );
  });

  it('begins anew, empty, for somebody who has lost the passphrase', async () => {
    const vault = await filled();
    await vault.protect({ old: '', next: old });
    await closeBrowser();
    await vault.forgetAllSecrets();
    expect(await vault.lockState()).toEqual({ passphrase: false, locked: false });
    expect(await vault.openSecrets('shop')).toEqual({});
    await vault.keepSecrets('shop', { token: 'typed again' });
    expect(await vault.openSecrets('shop')).toEqual({ token: 'typed again' });
  });
});

/** Derives with a thousandth of the iterations: these tests are about what happens around it. */
function hurry(): void {
  const { deriveKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((how, ...rest) => {
    const { iterations } = how as Pbkdf2Params;
    const quick = { ...(how as Pbkdf2Params), iterations: Math.ceil(iterations / 1_000) };
    return deriveKey.call(crypto.subtle, quick, ...rest);
  });
}

/** Which passphrase the vault opens by; it must be whole then. */
async function opensBy(vault: Vault, passphrases: readonly string[]): Promise<string> {
  if (!(await vault.lockState()).passphrase) {
    await isWhole(vault);
    return '';
  }
  for (const passphrase of passphrases.filter(Boolean)) {
    await closeBrowser();
    const opened = await vault.unlock(passphrase).then(
      () => true,
      () => false,
    );
    if (!opened) continue;
    await isWhole(vault);
    return passphrase;
  }
  throw new Error('The vault opens by none of them');
}

/** After so many writes to extension storage nothing is written any more. */
function powerCutAfter(writes: number): { restore(): void } {
  let left = writes;
  const spies = [fakeBrowser.storage.local, fakeBrowser.storage.session].map((area) => {
    const write = area.set.bind(area);
    return vi.spyOn(area, 'set').mockImplementation(async (items) => {
      left -= 1;
      if (left < 0) throw new Error('The power is out');
      await write(items);
    });
  });
  return {
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

async function wrapped(): Promise<Wrapped> {
  const { read, vaultItem } = await import('./items');
  const { lock } = await read(vaultItem);
  if (!lock) throw new Error('There is no passphrase');
  return lock;
}

/** Wraps the vault key as an older version would have, with fewer iterations, and locks. */
async function cheapened(): Promise<void> {
  const { wrap, unwrap } = await import('./passphrase');
  const { deviceKey } = await import('./device-key');
  const { change, vaultItem } = await import('./items');
  const device = await deviceKey();
  const lock = await wrapped();
  const vaultKey = await unwrap(lock, old, device);
  if (!vaultKey) throw new Error('The passphrase does not open it');
  const cheap = await wrap(vaultKey, old, { device, id: lock.id, cost: 100_000 });
  await change(vaultItem, (value) => ({ ...value, lock: cheap }));
  await closeBrowser();
}
