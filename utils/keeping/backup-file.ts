import { Trouble } from '../trouble';
import { type Fields, objectIn } from './json-file';

// The file that everything but keys goes into. docs/BACKUP.md says what stands in it; what each part holds is checked by
// whoever keeps it.

export const application = 'latchkey';
/** Of the file as a whole. Every step here brings one version up to the next; what is newer than the last is refused. */
export const version = 1;
const steps: readonly ((older: Fields) => Fields)[] = [];

/** What is not rows goes to the background in one piece. In characters. */
const mostPartsText = 24_000_000;

/** The rows of a file, in the order in which they are brought back. */
export const rowLists = ['lineage', 'ledger', 'seen', 'sizes', 'activity'] as const;
export type RowList = (typeof rowLists)[number];
/** So many go to the background at once: in a new browser four full pages of the record's second copy. */
export const mostRows = 2_048;

/** All of a file but its rows. */
export interface BackupHead {
  /** Latchkey's version that wrote it, and when, as far as the file says. */
  readonly savedBy: string;
  readonly savedAt?: number;
  /** Everything else, as JSON: its shapes are the store's. */
  readonly parts: string;
  /** Sealed keys, as JSON, where there are any. */
  readonly keys?: string;
  /** It is a record that was saved alone. */
  readonly record?: true;
}

export type Lists = Readonly<Record<RowList, readonly unknown[]>>;

export interface BackupFile extends BackupHead, Lists {}

/** The beginning of a file, open at its end. */
export function headOf(savedBy: string, now: number): string {
  const head = { application, version, savedAt: new Date(now).toISOString(), savedBy };
  return JSON.stringify(head, null, 1).replace(/\n\}$/, '');
}

/** Reads a file. Throws what `objectIn` does, and `store-newer`. */
export function backupIn(text: string): BackupFile {
  const read = objectIn(text);
  const file = currentIn(read);
  const { savedAt, savedBy, parts = {}, keys } = file;
  const at = Date.parse(stringIn(savedAt));
  return {
    savedBy: stringIn(savedBy).slice(0, 40),
    ...(Number.isFinite(at) && { savedAt: at }),
    parts: textOf(parts),
    ...(keys !== undefined && { keys: textOf(keys) }),
    ...(read.latchkey === 'record' && { record: true as const }),
    ...{ lineage: rows(file.lineage), ledger: rows(file.ledger) },
    ...{ seen: rows(file.seen), sizes: rows(file.sizes), activity: rows(file.activity) },
  };
}

/** Also a file that holds the record alone, as it was saved from "Codes". */
function currentIn(file: Fields): Fields {
  if (file.latchkey === 'record') return recordIn(file);
  const { application: by, version: of } = file;
  if (by !== application || typeof of !== 'number' || !(of >= 1)) throw new Trouble('not-a-backup');
  if (of > version) throw new Trouble('store-newer');
  return steps.slice(of - 1).reduce((older, step) => step(older), file);
}

function recordIn({ version: of, lineage, ledger, saved }: Fields): Fields {
  if (typeof of !== 'number' || !Array.isArray(lineage) || !Array.isArray(ledger)) throw new Trouble('not-a-backup');
  if (of > 1) throw new Trouble('store-newer');
  return { lineage, ledger, savedAt: saved };
}

/** How many rows each list of a file has. */
export function countsOf({ lineage, ledger, seen, sizes, activity }: Lists): Readonly<Record<RowList, number>> {
  return {
    lineage: lineage.length,
    ledger: ledger.length,
    seen: seen.length,
    sizes: sizes.length,
    activity: activity.length,
  };
}

function rows(list: unknown): readonly unknown[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new Trouble('not-a-backup');
  return list;
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textOf(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.length > mostPartsText) throw new Trouble('backup-too-big');
  return text;
}
