import type { RecordPart } from '../model';
import { beginning, isSealed, type Link } from './chain';
import { copy } from './copy';
import { type Head, reading, writing } from './database';

/** What the database says of where a part ends. */
export interface MainEnd {
  readonly head?: Head;
  /** The row with the highest place, as it lies there. */
  readonly last?: unknown;
  readonly lastSeq: number;
}

/** The other side's word; `away` where it cannot be reached. */
export type CopyEnd = { readonly head?: Link } | 'away';

/**
 * So many rows of the second copy lie under one key. With a key for each, extension storage became slow: 98 ms for one
 * more row at 100,000 (Chromium), against 3 ms in blocks.
 */
const blockOf = 32;

type Block = Readonly<Record<string, unknown>>;

const blockKey = (part: RecordPart, seq: number) => `record.${part}.${Math.floor((seq - 1) / blockOf)}`;
const headKey = (part: RecordPart) => `record.${part}`;

export async function mainEnd(part: RecordPart): Promise<MainEnd> {
  const [head, cursor] = await reading(async (db) => {
    const transaction = db.transaction([part, 'heads']);
    const index = transaction.objectStore(part).index('seq');
    return Promise.all([transaction.objectStore('heads').get(part), index.openCursor(null, 'prev')]);
  });
  const last = cursor?.value;
  return { ...(isHead(head) && { head }), last, lastSeq: last?.seq ?? 0 };
}

export async function copyEnd(part: RecordPart): Promise<CopyEnd> {
  try {
    const head = (await (await copy()).get([headKey(part)]))[headKey(part)];
    return isLink(head) ? { head } : {};
  } catch {
    return 'away';
  }
}

/** Rows of the database by place. */
export async function mainRows(part: RecordPart, from: number, to: number): Promise<Map<number, unknown>> {
  const rows = await reading((db) => db.getAllFromIndex(part, 'seq', IDBKeyRange.bound(from, to)));
  return new Map(rows.map((row) => [row.seq, row]));
}

/** Rows of the second copy by place. A row that lies in another's place counts for nothing. */
export async function copyRows(part: RecordPart, from: number, to: number): Promise<Map<number, unknown>> {
  const places = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const found = await blocks(part, places);
  return new Map(
    places.flatMap((seq) => {
      const row = found.get(blockKey(part, seq))?.[seq];
      return row === undefined ? [] : [[seq, isSealed(row) && row.seq !== seq ? undefined : row] as const];
    }),
  );
}

/** Lets the second copy follow. */
export async function copyOut(part: RecordPart, rows: readonly { readonly seq: number }[], head: Link): Promise<void> {
  const next = await blocks(
    part,
    rows.map(({ seq }) => seq),
  );
  for (const row of rows) {
    const key = blockKey(part, row.seq);
    next.set(key, { ...next.get(key), [row.seq]: row });
  }
  const { seq, hash } = head;
  await (await copy()).set({ ...Object.fromEntries(next), [headKey(part)]: { seq, hash } });
}

/** The blocks of these places, by key, as far as they are there and are any. */
async function blocks(part: RecordPart, places: readonly number[]): Promise<Map<string, Block>> {
  const keys = [...new Set(places.map((seq) => blockKey(part, seq)))];
  const found = keys.length > 0 ? await (await copy()).get(keys) : {};
  return new Map(Object.entries(found).flatMap(([key, value]) => (isBlock(value) ? [[key, value]] : [])));
}

function isBlock(value: unknown): value is Block {
  return value instanceof Object && !Array.isArray(value);
}

/** Notes how far the second copy has followed. */
export function noteCopied(part: RecordPart, copied: number): Promise<void> {
  return writing(['heads'], async (transaction) => {
    const heads = transaction.objectStore('heads');
    const head = await heads.get(part);
    if (isHead(head)) await heads.put({ ...head, copied });
  });
}

const windowOf = 500;

/** Copies what the database holds after a place, and says how far it came. */
export async function follow(part: RecordPart, after: number, head: Link): Promise<number> {
  for (let from = after + 1; from <= head.seq; from += windowOf) {
    const rows = [...(await mainRows(part, from, from + windowOf - 1)).values()].filter(isSealed);
    const end = rows.at(-1);
    if (end) await copyOut(part, rows, end);
  }
  await copyOut(part, [], head);
  await noteCopied(part, head.seq);
  return head.seq;
}

export function isLink(value: unknown): value is Link {
  if (!(value instanceof Object)) return false;
  const { seq, hash } = value as Record<string, unknown>;
  return typeof seq === 'number' && seq >= 0 && seq <= mostRows && Number.isInteger(seq) && typeof hash === 'string';
}

/** No record grows beyond; a head that says so is broken. */
const mostRows = 10_000_000;

function isHead(value: unknown): value is Head {
  return isLink(value) && 'copied' in value && typeof value.copied === 'number';
}

export function same(one: Link | undefined, other: Link | undefined): boolean {
  const [a, b] = [one ?? beginning, other ?? beginning];
  return a.seq === b.seq && a.hash === b.hash;
}
