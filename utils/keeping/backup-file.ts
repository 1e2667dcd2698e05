import { Trouble } from '../trouble';

// The file that everything but keys goes into. docs/BACKUP.md says what stands in it; what each part holds is checked by
// whoever keeps it.

export const application = 'latchkey';
/** Of the file as a whole. Every step here brings one version up to the next; what is newer than the last is refused. */
export const version = 1;
const steps: readonly ((older: Fields) => Fields)[] = [];

/** More than a hundred thousand lines of the record come to. In bytes. */
export const mostBytes = 150_000_000;
/** What is not rows goes to the background in one piece. In characters. */
const mostPartsText = 24_000_000;

type Fields = Readonly<Record<string, unknown>>;

/** The rows of a file, in the order in which they are brought back. */
export const rowLists = ['lineage', 'ledger', 'seen', 'sizes', 'activity'] as const;
export type RowList = (typeof rowLists)[number];

export interface BackupFile extends Readonly<Record<RowList, readonly unknown[]>> {
  /** Latchkey's version that wrote it, and when, as far as the file says. */
  readonly savedBy: string;
  readonly savedAt?: number;
  /** Everything else, as JSON: its shapes are the store's. */
  readonly parts: string;
  /** Sealed keys, as JSON, where there are any. */
  readonly keys?: string;
}

/** The beginning of a file, open at its end. */
export function headOf(savedBy: string, now: number): string {
  const head = { application, version, savedAt: new Date(now).toISOString(), savedBy };
  return JSON.stringify(head, null, 1).replace(/\n\}$/, '');
}

/** Reads a file. Throws `not-a-backup`, `store-newer` or `backup-too-big`. */
export function backupIn(text: string): BackupFile {
  if (text.length > mostBytes) throw new Trouble('backup-too-big');
  const file = currentIn(parsed(text.replace(/^\uFEFF/, '')));
  const { savedAt, savedBy, parts = {}, keys } = file;
  const at = Date.parse(String(savedAt));
  return {
    savedBy: String(savedBy ?? '').slice(0, 40),
    ...(Number.isFinite(at) && { savedAt: at }),
    parts: textOf(parts),
    ...(keys !== undefined && { keys: textOf(keys) }),
    ...{ lineage: rows(file.lineage), ledger: rows(file.ledger) },
    ...{ seen: rows(file.seen), sizes: rows(file.sizes), activity: rows(file.activity) },
  };
}

/** Also a file that holds the record alone, as it was saved from "Codes". */
function currentIn(file: Fields): Fields {
  if (file.latchkey === 'record') return { lineage: file.lineage, ledger: file.ledger, savedAt: file.saved };
  const { application: by, version: of } = file;
  if (by !== application || typeof of !== 'number' || !(of >= 1)) throw new Trouble('not-a-backup');
  if (of > version) throw new Trouble('store-newer');
  return steps.slice(of - 1).reduce((older, step) => step(older), file);
}

function rows(list: unknown): readonly unknown[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new Trouble('not-a-backup');
  return list;
}

/** Nested without end it cannot be written again, nor could it be read by anybody. */
function textOf(value: unknown): string {
  const text = orRefused(() => JSON.stringify(value));
  if (text.length > mostPartsText) throw new Trouble('backup-too-big');
  return text;
}

function parsed(text: string): Fields {
  const value: unknown = orRefused(() => JSON.parse(text));
  if (!(value instanceof Object) || Array.isArray(value)) throw new Trouble('not-a-backup');
  return { ...value };
}

function orRefused<T>(deed: () => T): T {
  try {
    return deed();
  } catch {
    throw new Trouble('not-a-backup');
  }
}
