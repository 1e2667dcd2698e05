import { reading, writing } from './database';

/**
 * The key that this browser made and that cannot be taken out of it. It lies in IndexedDB, which content scripts cannot
 * reach; what lies in extension storage is of no use without it.
 */
export async function deviceKey(): Promise<CryptoKey> {
  const kept = await reading((db) => db.get('keys', 'device'));
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two askers at once: the first one in wins, and both use the winner's key.
  return writing(['keys'], async (transaction) => {
    const keys = transaction.objectStore('keys');
    const first = await keys.get('device');
    if (!first) await keys.put(made, 'device');
    return first ?? made;
  });
}
