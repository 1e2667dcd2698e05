import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId, Roll } from '../model/group';
import type { JoinRow } from '../model/join';
import type { LineageRow, RecordPart } from '../model/record';
import type { Activity, Point, QueueRow } from '../over-time/model';
import { Trouble, type TroubleFacts } from '../trouble';
import type { Link, Seal } from './chain';
import type { LedgerRow } from './ledger';
import { mustBeOpen, wrote } from './writes';

/** A group's invite as an account last saw it. */
export interface Seen {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly code: InviteCode;
  readonly seenAt: number;
}

/** A revocation, written down before it is sent. It stays until we know how it ended. */
export interface Intent {
  readonly id: string;
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly code: InviteCode;
  readonly sentAt: number;
  readonly reason?: string;
  /** What went wrong with the answer, where something did. */
  readonly trouble?: TroubleFacts;
  /** Since when we hold it for not having happened. It stays for one late look. */
  readonly unchangedAt?: number;
  /** Room, so that ending the intent is never the write that finds the disk full. */
  readonly reserve: string;
}

/** Where a part of the record ends. */
export interface Head extends Link {
  readonly part: RecordPart;
  /** Up to where the second copy is known to have followed. */
  readonly copied: number;
}

/** What a gateway answered to a revocation, secrets taken out. */
export interface RawAnswer {
  /** Of the intent. */
  readonly id: string;
  readonly at: number;
  readonly text: string;
}

/** The second copy of an item in extension storage. */
export interface Reflection {
  readonly key: string;
  readonly version: number;
  readonly value: unknown;
  readonly count: number;
}

/** So many places of the record share a column. */
export const stretchOf = 512;

/** What can be searched in a stretch of the record, packed. Made of the lines, and made again where it is missing. */
export interface Column {
  readonly part: RecordPart;
  readonly nth: number;
  readonly text: string;
}

/** Which of a group's lines is the newest, for as long as `top` is the place of its last one. */
export interface Top {
  readonly group: GroupId;
  readonly top: number;
  readonly id: string;
}

/** A row as it lies there; `added` says when it came out of a file. */
type Kept<Row> = Row & Partial<Seal> & { readonly added?: number };

export interface Rooms extends DBSchema {
  keys: { key: string; value: CryptoKey };
  rolls: { key: AccountId; value: Roll };
  seen: { key: [AccountId, GroupId]; value: Seen };
  intents: { key: string; value: Intent };
  lineage: {
    key: string;
    value: Kept<LineageRow>;
    indexes: { seq: number; group: [GroupId, number]; code: InviteCode; old: InviteCode };
  };
  ledger: {
    key: string;
    value: Kept<LedgerRow>;
    indexes: {
      seq: number;
      at: number;
      group: [GroupId, number];
      code: [InviteCode, number];
      of: [string, number];
    };
  };
  joins: { key: string; value: JoinRow; indexes: { at: number; code: [InviteCode, number] } };
  heads: { key: string; value: Head | { readonly part: 'probe'; readonly hash: string } };
  answers: { key: string; value: RawAnswer; indexes: { at: number } };
  mirror: { key: string; value: Reflection };
  sizes: { key: [GroupId, number]; value: Point & { readonly group: GroupId } };
  log: { key: string; value: Activity; indexes: { seq: number; group: [GroupId, number] } };
  queue: { key: string; value: QueueRow; indexes: { seq: number; account: [AccountId, number] } };
  columns: { key: [RecordPart, number]; value: Column };
  tops: { key: GroupId; value: Top };
}

export type Room = StoreNames<Rooms>;
/** A transaction that writes. It holds only the rooms that it was opened for. */
export type Writing = IDBPTransaction<Rooms, Room[], 'readwrite'>;

type Upgrading = IDBPTransaction<Rooms, Room[], 'versionchange'>;

/** One step per version of the database; what a version has once brought stays as it was. */
const steps: readonly ((db: IDBPDatabase<Rooms>, transaction: Upgrading) => Promise<void> | void)[] = [
  (db) => {
    db.createObjectStore('keys');
    db.createObjectStore('rolls', { keyPath: 'account' });
    db.createObjectStore('seen', { keyPath: ['account', 'group'] });
    db.createObjectStore('intents', { keyPath: 'id' });
    const lineage = db.createObjectStore('lineage', { keyPath: 'id' });
    lineage.createIndex('seq', 'seq', { unique: true });
    lineage.createIndex('group', ['group', 'seq']);
    db.createObjectStore('ledger', { keyPath: 'id' }).createIndex('group', ['group', 'at']);
  },
  (db, transaction) => {
    transaction.objectStore('lineage').createIndex('code', 'code');
    const joins = db.createObjectStore('joins', { keyPath: 'id' });
    joins.createIndex('at', 'at');
    joins.createIndex('code', ['code', 'at']);
  },
  async (db, transaction) => {
    db.createObjectStore('heads', { keyPath: 'part' });
    db.createObjectStore('answers', { keyPath: 'id' }).createIndex('at', 'at');
    db.createObjectStore('mirror', { keyPath: 'key' });
    const ledger = transaction.objectStore('ledger');
    ledger.createIndex('seq', 'seq', { unique: true });
    ledger.createIndex('at', 'at');
    ledger.createIndex('code', ['code', 'seq']);
    ledger.createIndex('of', ['of', 'seq']);
    // Pages of the record go by places; its first index went by times.
    ledger.deleteIndex('group');
    ledger.createIndex('group', ['group', 'seq']);
    transaction.objectStore('lineage').createIndex('old', 'old');
    // Until then a line of the ledger had neither a place nor the group's name.
    const rows = (await ledger.getAll()).toSorted((a, b) => a.at - b.at);
    await Promise.all(rows.map((row, nth) => ledger.put({ ...placed(row), seq: nth + 1 })));
  },
  (db) => {
    db.createObjectStore('sizes', { keyPath: ['group', 'at'] });
    const log = db.createObjectStore('log', { keyPath: 'id' });
    log.createIndex('seq', 'seq', { unique: true });
    log.createIndex('group', ['group', 'seq']);
    const queue = db.createObjectStore('queue', { keyPath: 'id' });
    queue.createIndex('seq', 'seq', { unique: true });
    queue.createIndex('account', ['account', 'seq']);
  },
  // No index: with a hundred thousand lines a new one takes so long that whoever asks meanwhile gives up.
  (db) => {
    db.createObjectStore('columns', { keyPath: ['part', 'nth'] });
    db.createObjectStore('tops', { keyPath: 'group' });
  },
];

function placed(row: LedgerRow): LedgerRow {
  return { name: '', ...row, kind: 'given' } as LedgerRow;
}

let opening: Promise<IDBPDatabase<Rooms>> | undefined;

/** The extension's database, which no content script can reach. Opened once per life of the background. */
export function database(): Promise<IDBPDatabase<Rooms>> {
  opening ??= open().catch((caught) => {
    opening = undefined;
    throw storeTrouble(caught);
  });
  return opening;
}

async function open(): Promise<IDBPDatabase<Rooms>> {
  return openDB<Rooms>('latchkey', steps.length, {
    async upgrade(db, from, _to, transaction) {
      for (const step of steps.slice(from)) await step(db, transaction);
    },
    blocking(_now, _later, event) {
      opening = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated: () => {
      opening = undefined;
    },
  });
}

/** Reads; what the store says when it cannot becomes a Trouble. */
export function reading<T>(work: (db: IDBPDatabase<Rooms>) => Promise<T>): Promise<T> {
  return walking((db) => inTime(work(db)));
}

/** The same for a walk through many lines, which may take its time. */
export async function walking<T>(work: (db: IDBPDatabase<Rooms>) => Promise<T>): Promise<T> {
  try {
    return await work(await inTime(database()));
  } catch (caught) {
    throw storeTrouble(caught);
  }
}

const patienceMs = 20_000;

/** A damaged database may never answer (seen in Firefox): whoever waits is told so. */
function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = setTimeout(() => reject(new Trouble('store-failed')), patienceMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(late));
}

/** Writes in one transaction: all of it is on the disk when this settles, or nothing is. */
export async function writing<T>(rooms: readonly Room[], work: (transaction: Writing) => Promise<T>): Promise<T> {
  let transaction: Writing | undefined;
  try {
    mustBeOpen();
    const db = await inTime(database());
    transaction = db.transaction([...rooms], 'readwrite', { durability: 'strict' });
    const [made] = await inTime(Promise.all([work(transaction), transaction.done]));
    return made;
  } catch (caught) {
    abort(transaction);
    throw storeTrouble(transaction?.error ?? caught);
  } finally {
    wrote();
  }
}

function abort(transaction: Writing | undefined): void {
  try {
    transaction?.done.catch(() => {});
    transaction?.abort();
  } catch {
    // It has ended by itself.
  }
}

/** What a store said, as a Trouble: refused for want of room, kept by a newer version, or broken. */
export function storeTrouble(caught: unknown): Trouble {
  if (caught instanceof Trouble) return caught;
  if (isNamed(caught, 'VersionError')) return new Trouble('store-newer');
  return new Trouble(isShortOfRoom(caught) ? 'disk-full' : 'store-failed');
}

function isNamed(caught: unknown, name: string): boolean {
  return caught instanceof Object && 'name' in caught && caught.name === name;
}

/** Also where the quota is the reason of a reason, or only a word in a sentence, as in extension storage. */
function isShortOfRoom(caught: unknown, depth = 0): boolean {
  if (!(caught instanceof Object) || depth > 4) return false;
  if (isNamed(caught, 'QuotaExceededError')) return true;
  if ('message' in caught && /quota|no.?space|disk.{0,9}full/i.test(String(caught.message))) return true;
  const inner = ['cause', 'error', 'inner', 'target'].map((name) => Reflect.get(caught, name));
  return inner.some((one) => isShortOfRoom(one, depth + 1));
}

/** Everything of one group, in an index of `[group, number]`. */
export function allOf(group: GroupId): IDBKeyRange {
  return IDBKeyRange.bound([group, -Infinity], [group, Infinity]);
}
