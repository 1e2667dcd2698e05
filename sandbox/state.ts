import { DatabaseSync } from 'node:sqlite';
import { type Kept, noFate } from './fate.ts';
import type { Group } from './group.ts';

export const statuses = [
  ...(['STOPPED', 'STARTING', 'SCAN_QR_CODE', 'PASSKEY_REQUIRED', 'PASSKEY_CONFIRMATION_REQUIRED'] as const),
  ...(['WORKING', 'FAILED'] as const),
] as const;
export type SessionStatus = (typeof statuses)[number];
export const isStatus = (value: unknown): value is SessionStatus => statuses.some((status) => status === value);

export interface Sent {
  readonly id: string;
  readonly account: string;
  readonly to: string;
  readonly text: string;
  readonly at: number;
}

/** What outlives a restart. Without a file it lives in memory. */
export interface State {
  /** The seed of the first day: the one kept, or the one given, which is kept from now on. */
  seed(given: string): string;
  /** The groups that are no longer as on the first day. */
  groups(): Group[];
  keep(group: Group): void;
  sessions(): Record<string, SessionStatus>;
  keepSession(account: string, status: SessionStatus): void;
  sent(): Sent[];
  keepSent(sent: Sent): void;
  fate(): Kept;
  keepFate(kept: Kept): void;
  clear(): void;
  close(): void;
}

export function openState(file = ':memory:'): State {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 2000');
  db.exec('CREATE TABLE IF NOT EXISTS kept (kind TEXT, id TEXT, body TEXT, PRIMARY KEY (kind, id))');
  const write = db.prepare('INSERT INTO kept VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body');
  const read = db.prepare('SELECT id, body FROM kept WHERE kind = ? ORDER BY rowid');
  const rows = (kind: string) => read.all(kind).map(({ id, body }) => [String(id), JSON.parse(String(body))] as const);
  // Asked for with every request, and so not read from the table each time.
  let fate = (rows('fate')[0]?.[1] as Kept | undefined) ?? noFate;
  return {
    seed(given) {
      const [kept] = rows('seed');
      if (!kept) write.run('seed', 'seed', JSON.stringify(given));
      return String(kept?.[1] ?? given);
    },
    groups: () => rows('group').map(([, group]) => group as Group),
    keep: (group) => void write.run('group', group.id, JSON.stringify(group)),
    sessions: () => Object.fromEntries(rows('session')),
    keepSession: (account, status) => void write.run('session', account, JSON.stringify(status)),
    fate: () => fate,
    keepFate(kept) {
      fate = kept;
      write.run('fate', 'fate', JSON.stringify(kept));
    },
    sent: () => rows('sent').map(([, sent]) => sent as Sent),
    keepSent: (sent) => void write.run('sent', sent.id, JSON.stringify(sent)),
    clear() {
      fate = noFate;
      db.exec('DELETE FROM kept');
    },
    close: () => db.close(),
  };
}
