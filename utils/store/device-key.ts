import { database } from './database';

/**
 * The key that this browser made and that cannot be taken out of it. It lies in IndexedDB, which content scripts cannot
 * reach; what lies in extension storage is of no use without it.
 */
export async function deviceKey(): Promise<CryptoKey> {
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
