import { type IDBPDatabase, openDB } from 'idb';
import { browser } from '../browser';
import { storeTrouble } from './database';
import { mustBeOpen } from './writes';

/** A place for values by key, all of one call at once. */
export interface Shelf {
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

let choosing: Promise<Shelf> | undefined;

/**
 * Where the second copy lies: apart from the database in the browser's own files, and never where a content script could
 * read it. That is extension storage where it can be closed to them (Chromium), else a second database (Firefox).
 */
export function copy(): Promise<Shelf> {
  choosing ??= choose();
  return choosing;
}

async function choose(): Promise<Shelf> {
  return (await isClosedToPages()) ? areaShelf('local') : databaseShelf;
}

/** Closes extension storage to content scripts; whether it could be. */
async function isClosedToPages(): Promise<boolean> {
  const area: { setAccessLevel?(level: object): Promise<void> } = browser.storage.local;
  if (!area.setAccessLevel) return false;
  try {
    await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    return true;
  } catch {
    return false;
  }
}

/** An area of extension storage. */
export function areaShelf(area: 'local' | 'session'): Shelf {
  return {
    get: (keys) => told(found(area, keys)),
    async set(entries) {
      mustBeOpen();
      await told(browser.storage[area].set({ ...entries }));
    },
    remove: (keys) => told(browser.storage[area].remove([...keys])),
  };
}

/** One value that cannot be read any more must not hide the others (seen in Chromium, with damaged files). */
async function found(area: 'local' | 'session', keys: readonly string[]): Promise<Record<string, unknown>> {
  const all = await browser.storage[area].get([...keys]).catch(() => undefined);
  if (all || keys.length < 2) return all ?? browser.storage[area].get([...keys]);
  const each = await Promise.all(keys.map((key) => browser.storage[area].get(key).catch(() => ({}))));
  return Object.assign({}, ...each);
}

let opening: Promise<IDBPDatabase> | undefined;

/** A database of its own, so a file of its own. */
const databaseShelf: Shelf = {
  async get(keys) {
    const store = (await told(open())).transaction('kept').store;
    const values = await told(Promise.all(keys.map((key) => store.get(key))));
    return Object.fromEntries(keys.flatMap((key, nth) => (values[nth] === undefined ? [] : [[key, values[nth]]])));
  },
  set: (entries) => written((put) => Promise.all(Object.entries(entries).map(([key, value]) => put.put(value, key)))),
  remove: (keys) => written((put) => Promise.all(keys.map((key) => put.delete(key)))),
};

function open(): Promise<IDBPDatabase> {
  opening ??= openDB('latchkey-copy', 1, {
    upgrade: (db) => void db.createObjectStore('kept'),
    blocking(_now, _later, event) {
      opening = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated: () => {
      opening = undefined;
    },
  }).catch((caught) => {
    opening = undefined;
    throw caught;
  });
  return opening;
}

interface Putting {
  put(value: unknown, key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

async function written(work: (put: Putting) => Promise<unknown>): Promise<void> {
  mustBeOpen();
  const transaction = (await told(open())).transaction('kept', 'readwrite', { durability: 'strict' });
  const all = async () => work(transaction.store);
  await told(Promise.all([all(), transaction.done]));
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (caught) {
    throw storeTrouble(caught);
  }
}
