import type { Tab } from '../../sandbox/browser/tab.ts';

/**
 * Lets time pass for what is written down in a room of the database: every time in its rows moves back by `ms`. The
 * background's own clock could be moved as well, but is forgotten whenever the background dies.
 */
export async function letPass(tab: Tab, room: 'intents' | 'joins', ms: number): Promise<void> {
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
