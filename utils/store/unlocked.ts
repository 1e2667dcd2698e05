import * as v from 'valibot';
import { Trouble } from '../trouble';
import { deviceKey } from './device-key';
import { change, type Item, read, settingsItem } from './items';
import type { Wrapped } from './passphrase';
import { fromBase64, seal, sealedShape, toBase64, unseal } from './seal';

/** The vault key while it may be used, sealed by the device key. It goes with the browser, and with an update of ours. */
interface Unlocked {
  /** Which vault key. */
  readonly id: string;
  readonly key: v.InferOutput<typeof sealedShape>;
  /** When somebody last used Latchkey. */
  readonly usedAt: number;
}

export const unlockedItem: Item<Unlocked | null> = {
  key: 'unlocked',
  shape: v.nullable(v.object({ id: v.string(), key: sealedShape, usedAt: v.number() })),
  fallback: null,
  area: 'session',
  steps: [],
};

const about = 'the vault key, unlocked';
const useMs = 20_000;
const minuteMs = 60_000;

export async function keepUnlocked({ id }: Pick<Wrapped, 'id'>, vaultKey: Uint8Array): Promise<void> {
  const key = await seal(await deviceKey(), about, toBase64(vaultKey));
  await change(unlockedItem, () => ({ id, key, usedAt: Date.now() }));
}

export async function forgetUnlocked(): Promise<void> {
  await change(unlockedItem, () => null);
}

/** The vault key, ready for use. Rejects with `vault-locked`. */
export async function unlockedKey({ id }: Pick<Wrapped, 'id'>): Promise<CryptoKey> {
  const unlocked = await read(unlockedItem);
  const isOpen = unlocked?.id === id && !isOver(unlocked, await lockAfterMs(), Date.now());
  const opened = isOpen ? await unseal(await deviceKey(), about, unlocked.key) : undefined;
  if (opened === undefined) throw new Trouble('vault-locked');
  return vaultKeyOf(fromBase64(opened));
}

export function vaultKeyOf(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Somebody is using Latchkey: the time without use begins anew. What has run out is not brought back. */
export async function noteUse(now: number): Promise<void> {
  const unlocked = await read(unlockedItem);
  if (!unlocked || Math.abs(now - unlocked.usedAt) < useMs) return;
  const afterMs = await lockAfterMs();
  await change(unlockedItem, (kept) => (kept && !isOver(kept, afterMs, now) ? { ...kept, usedAt: now } : null));
}

/** When it locks by itself, in ms since 1970; undefined where it is locked, or only locks with the browser. */
export async function locksAt(): Promise<number | undefined> {
  const [unlocked, afterMs] = await Promise.all([read(unlockedItem), lockAfterMs()]);
  return unlocked && afterMs > 0 ? unlocked.usedAt + afterMs : undefined;
}

/** A clock that was set back locks too: nobody knows how long it has been. Pure. */
export function isOver({ usedAt }: Pick<Unlocked, 'usedAt'>, afterMs: number, now: number): boolean {
  return afterMs > 0 && (now - usedAt >= afterMs || now < usedAt - minuteMs);
}

/** 0 for only when the browser closes. Settings that cannot be read are no reason to stay open. */
async function lockAfterMs(): Promise<number> {
  const { lockAfterMinutes } = await read(settingsItem).catch(() => settingsItem.fallback);
  return lockAfterMinutes * minuteMs;
}
