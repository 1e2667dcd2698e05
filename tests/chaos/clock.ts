import type { Tab } from '../../sandbox/browser/tab.ts';
import { checksum } from '../../utils/store/checksum';

/**
 * Lets time pass for what is written down in a room of the database: every time in its rows moves back by `ms`. The
 * background's own clock could be moved as well, but is forgotten whenever the background dies.
 */
export async function letPass(tab: Tab, room: 'intents' | 'joins' | 'queue', ms: number): Promise<void> {
  await tab.evaluate(moveBack, { room, ms });
}

async function moveBack({ room, ms }: { room: string; ms: number }): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('latchkey'));
  const store = database.transaction(room, 'readwrite').objectStore(room);
  const isTime = (value: unknown) => typeof value === 'number' && value > 1e12;
  for (const row of await done(store.getAll())) {
    const moved = Object.entries(row).map(([name, value]) => [name, isTime(value) ? Number(value) - ms : value]);
    await done(store.put(Object.fromEntries(moved)));
  }
  database.close();
}

/** The same for an item in extension storage; the background must be dead, or it would write over it. */
export async function letItemPass(tab: Tab, key: string, ms: number): Promise<void> {
  const found = await tab.evaluate(storedItem, key);
  if (!found) return;
  const { sum: _, ...kept } = found;
  const moved = { ...kept, value: earlier(kept.value, ms), count: kept.count + 1 };
  await tab.evaluate(storeItem, { key, item: { ...moved, sum: checksum(moved) } });
}

interface StoredItem {
  readonly version: number;
  readonly value: unknown;
  readonly count: number;
  readonly sum?: string;
}

function earlier(value: unknown, ms: number): unknown {
  if (typeof value === 'number') return value > 1e12 ? value - ms : value;
  if (Array.isArray(value)) return value.map((one) => earlier(one, ms));
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, earlier(one, ms)]));
}

async function storedItem(key: string): Promise<StoredItem | undefined> {
  const { storage } = Reflect.get(globalThis, 'chrome');
  return (await storage.local.get(key))[key];
}

async function storeItem({ key, item }: { key: string; item: StoredItem }): Promise<void> {
  const { storage } = Reflect.get(globalThis, 'chrome');
  await storage.local.set({ [key]: item });
}
