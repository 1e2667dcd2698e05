import { Trouble } from '../trouble';
import { database } from './database';
import { change, read, vaultItem } from './items';

type Secrets = Readonly<Record<string, string>>;

/**
 * Seals an account's secrets with a key that this browser made and that cannot be taken out of it (AES-GCM, WebCrypto).
 * The key lies in IndexedDB, which content scripts cannot reach; what lies in extension storage is of no use without it.
 */
export async function keepSecrets(account: string, secrets: Secrets): Promise<void> {
  const entries = Object.entries(secrets);
  if (entries.length === 0) return;
  const key = await deviceKey();
  const fresh = await Promise.all(
    entries.map(async ([field, secret]) => [field, await seal(key, account, secret)] as const),
  );
  await change(vaultItem, (kept) => ({ ...kept, [account]: { ...kept[account], ...Object.fromEntries(fresh) } }));
}

/** Opens an account's secrets. For the gateway's use alone: they are never part of an answer. */
export async function openSecrets(account: string): Promise<Secrets> {
  const kept = Object.entries((await read(vaultItem))[account] ?? {});
  if (kept.length === 0) return {};
  const key = await deviceKey();
  const opened = await Promise.all(
    kept.map(async ([field, sealed]) => [field, await unseal(key, account, sealed)] as const),
  );
  return Object.fromEntries(opened);
}

/** Which secrets are kept, by account. */
export async function secretNames(): Promise<Readonly<Record<string, readonly string[]>>> {
  const kept = await read(vaultItem);
  return Object.fromEntries(Object.entries(kept).map(([account, secrets]) => [account, Object.keys(secrets)]));
}

export async function forgetSecrets(account: string): Promise<void> {
  await change(vaultItem, (kept) => Object.fromEntries(Object.entries(kept).filter(([id]) => id !== account)));
}

async function deviceKey(): Promise<CryptoKey> {
  const db = await database();
  const kept = await db.get('keys', 'device');
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two askers at once: the first one in wins, and both use the winner's key.
  const transaction = db.transaction('keys', 'readwrite', { durability: 'strict' });
  const first = await transaction.store.get('device');
  if (!first) await transaction.store.put(made, 'device');
  await transaction.done;
  return first ?? made;
}

interface Sealed {
  readonly iv: string;
  readonly data: string;
}

async function seal(key: CryptoKey, account: string, secret: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(how(iv, account), key, new TextEncoder().encode(secret));
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

async function unseal(key: CryptoKey, account: string, { iv, data }: Sealed): Promise<string> {
  const opened = await crypto.subtle.decrypt(how(fromBase64(iv), account), key, fromBase64(data)).catch(() => {
    throw new Trouble('secrets-lost');
  });
  return new TextDecoder().decode(opened);
}

/** Bound to the account, so that no secret can be moved to another server's account. */
function how(iv: Uint8Array<ArrayBuffer>, account: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(account) };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
