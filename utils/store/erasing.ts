import { browser } from '../browser';
import { closeWriting, openWriting } from './writes';

const patienceMs = 5_000;

/**
 * Forgets everything that lies in this browser, and what settings of ours lie above. First the databases: with the device key
 * gone, no key that is left in extension storage opens any more. Nothing is written from then on, until the background ends:
 * an item that was being changed would come back, and a new mirror of the old ones would bring all of them back.
 */
export async function eraseAll(): Promise<void> {
  closeWriting();
  await erasedNow().catch((caught) => {
    openWriting();
    throw caught;
  });
}

async function erasedNow(): Promise<void> {
  await Promise.all(['latchkey', 'latchkey-copy'].map(erased));
  const { local, session, sync } = browser.storage;
  await Promise.all([local.clear(), session.clear(), sync?.clear().catch(() => undefined)]);
}

/** One that is still held open somewhere goes when it is let go, at the latest with us. */
function erased(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(resolve, patienceMs);
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.addEventListener('success', () => clearTimeout(late));
  });
}
