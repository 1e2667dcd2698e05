import type { Tab } from '../../sandbox/browser/tab.ts';

/** Everything that the browser keeps of us, as a page of ours can read it. */
export interface Kept {
  readonly local: Readonly<Record<string, { readonly value: unknown }>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly sync: Readonly<Record<string, unknown>>;
  /** Rows by store, with their keys; a store of another database than the first has that one's name before its own. */
  readonly rooms: Readonly<Record<string, readonly unknown[]>>;
}

/** Reads all storage areas and all databases. `tab` shows a page of ours. */
export function keptIn(tab: Tab): Promise<Kept> {
  return tab.evaluate(readAll);
}

/** What lies in extension storage because somebody did something: our own notes on the record's health, and what the popup begins with, left out. */
export function keptOfPeople({ local }: Kept): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(local).filter(([key]) => !/^(record\b|first-view$)/.test(key)));
}

/** Runs in the page. */
async function readAll(): Promise<Kept> {
  const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const rooms: Record<string, readonly unknown[]> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const room of database.objectStoreNames) {
      const store = database.transaction(room).objectStore(room);
      const [keys, rows] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      rooms[name === 'latchkey' ? room : `${name} ${room}`] = rows.map((row, nth) => ({ key: keys[nth], row }));
    }
    database.close();
  }
  const [local, session, sync] = await Promise.all([storage.local.get(), storage.session.get(), storage.sync.get()]);
  return JSON.parse(JSON.stringify({ local, session, sync, rooms }));
}
