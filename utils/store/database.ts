import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, JoinRow, LedgerRow, LineageRow, Roll } from '../model';
import { Trouble, type TroubleFacts } from '../trouble';

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
  /** Room, so that ending the intent is never the write that finds the disk full. */
  readonly reserve: string;
}

export interface Rooms extends DBSchema {
  keys: { key: string; value: CryptoKey };
  rolls: { key: AccountId; value: Roll };
  seen: { key: [AccountId, GroupId]; value: Seen };
  intents: { key: string; value: Intent };
  lineage: { key: string; value: LineageRow; indexes: { seq: number; group: [GroupId, number]; code: InviteCode } };
  ledger: { key: string; value: LedgerRow; indexes: { group: [GroupId, number] } };
  joins: { key: string; value: JoinRow; indexes: { at: number; code: [InviteCode, number] } };
}

type Upgrading = IDBPTransaction<Rooms, StoreNames<Rooms>[], 'versionchange'>;

/** One step per version of the database; what a version has once brought stays as it was. */
const steps: readonly ((db: IDBPDatabase<Rooms>, transaction: Upgrading) => void)[] = [
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
];

let opening: Promise<IDBPDatabase<Rooms>> | undefined;

/** The extension's database, which no content script can reach. Opened once per life of the background. */
export function database(): Promise<IDBPDatabase<Rooms>> {
  opening ??= open().catch(() => {
    opening = undefined;
    throw new Trouble('store-failed');
  });
  return opening;
}

function open(): Promise<IDBPDatabase<Rooms>> {
  return openDB<Rooms>('latchkey', steps.length, {
    upgrade(db, from, _to, transaction) {
      for (const step of steps.slice(from)) step(db, transaction);
    },
    blocking: (_now, _later, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opening = undefined;
    },
  });
}

/** Everything of one group, in an index of `[group, number]`. */
export function allOf(group: GroupId): IDBKeyRange {
  return IDBKeyRange.bound([group, -Infinity], [group, Infinity]);
}
