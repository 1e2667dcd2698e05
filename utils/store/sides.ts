import type { RecordPart } from '../model/record';
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
 * So many rows of the second copy lie under one key while they come in; when so many are together they are laid onto one
 * page. Extension storage becomes slow by the number of its keys, since Chromium goes through all of them at each writing: with a
 * key for each of 100,000 rows one more took 98 ms, in small blocks alone five times as long as with an empty storage.
 */
const blockOf = 32;
const pageOf = 512;

type Block = Record<string, unknown>;

const blockKey = (part: RecordPart, seq: number) => `record.${part}.${Math.floor((seq - 1) / blockOf)}`;
const pageKey = (part: RecordPart, seq: number) => `record.${part}.page.${Math.floor((seq - 1) / pageOf)}`;
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
      const row = found.get(blockKey(part, seq))?.[seq] ?? found.get(pageKey(part, seq))?.[seq];
      return row === undefined ? [] : [[seq, isSealed(row) && row.seq !== seq ? undefined : row] as const];
    }),
  );
}

/** Lets the second copy follow. */
export async function copyOut(part: RecordPart, rows: readonly { readonly seq: number }[], head: Link): Promise<void> {
  const places = rows.map(({ seq }) => seq);
  const found = await blocks(part, places);
  const next = new Map<string, Block>();
  for (const row of rows) {
    const there = [pageKey(part, row.seq), blockKey(part, row.seq)].filter((key) => found.has(key));
    for (const key of there.length > 0 ? there : [blockKey(part, row.seq)]) {
      const block = next.get(key) ?? { ...found.get(key) };
      block[row.seq] = row;
      next.set(key, block);
    }
  }
  const { seq, hash } = head;
  await (await copy()).set({ ...Object.fromEntries(next), [headKey(part)]: { seq, hash } });
  for (const last of places.filter((place) => place % pageOf === 0)) await layTogether(part, last);
}

/** Lays what came in small blocks onto pages, also where an older version has left it in blocks. */
export async function layAllTogether(part: RecordPart, head: Link): Promise<void> {
  for (let last = pageOf; last <= head.seq; last += pageOf) await layTogether(part, last);
}

/** The rows lie in their blocks already: where a page cannot be kept now, or is not full, they stay there. */
async function layTogether(part: RecordPart, last: number): Promise<void> {
  const places = Array.from({ length: pageOf }, (_, nth) => last - nth).reverse();
  const keys = [...new Set(places.map((seq) => blockKey(part, seq)))];
  try {
    const shelf = await copy();
    if (Object.keys(await shelf.get(keys.slice(0, 1))).length === 0) return;
    const rows = await copyRows(part, last - pageOf + 1, last);
    if (places.some((seq) => rows.get(seq) === undefined)) return;
    await shelf.set({ [pageKey(part, last)]: Object.fromEntries(rows) });
    await shelf.remove(keys);
  } catch {
    // Another time.
  }
}

/** The blocks and pages of these places, by key, as far as they are there and are any. */
async function blocks(part: RecordPart, places: readonly number[]): Promise<Map<string, Block>> {
  const keys = [...new Set(places.flatMap((seq) => [blockKey(part, seq), pageKey(part, seq)]))];
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
