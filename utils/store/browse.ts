import type { RecordPage } from '../model/record';

/** An index that ends with the place in the record: `seq` alone, or `[something, seq]`. */
export interface Ordered {
  openKeyCursor(range: IDBKeyRange, direction: 'prev'): Promise<{ readonly key: IDBValidKey } | null>;
  getAll(range: IDBKeyRange): Promise<readonly unknown[]>;
  count(range: IDBKeyRange): Promise<number>;
}

/** Where to look: an index, opened anew for every batch, and what stands before the place in its keys. */
export interface Way {
  readonly open: () => Promise<Ordered>;
  readonly under?: string | undefined;
  /** So many are expected to do: they are read first. */
  readonly first?: number;
}

/** Lines that are read at once, at most. */
export const batchSize = 500;

/**
 * The lines before a place, newest first. Each batch is a short transaction of its own, so nobody who writes waits for a
 * long search, and a hundred thousand lines never lie in memory at once.
 */
export async function* newestFirst(
  { open, under, first = batchSize }: Way,
  before = Infinity,
): AsyncGenerator<unknown> {
  const range = (from: number, to: number, withoutEnd: boolean) =>
    under === undefined
      ? IDBKeyRange.bound(from, to, false, withoutEnd)
      : IDBKeyRange.bound([under, from], [under, to], false, withoutEnd);
  let end = before;
  let size = Math.min(first, batchSize);
  for (;;) {
    const index = await open();
    // Places are missing where lines were lost: the next one that is there, not the next number.
    const top = placeIn((await index.openKeyCursor(range(-Infinity, end, true), 'prev'))?.key);
    if (top === undefined) return;
    while (size > batchSize && (await index.count(range(top - size + 1, top, false))) > batchSize) size = half(size);
    end = top - size + 1;
    const lines = (await index.getAll(range(end, top, false))).toReversed();
    yield* lines;
    // One group's lines may stand far apart.
    size = Math.ceil(size * Math.min(4, batchSize / Math.max(1, lines.length)));
  }
}

const half = (size: number) => Math.max(batchSize, Math.ceil(size / 2));

function placeIn(key: IDBValidKey | undefined): number | undefined {
  const place = Array.isArray(key) ? key.at(-1) : key;
  return typeof place === 'number' ? place : undefined;
}

/** What one line gives for a page: a row, nothing, or that it cannot be read. */
export type Given<Row> = Row | 'broken' | undefined;

/** Fills a page, and looks on until it is known whether there is another one. */
export async function pageOf<Row extends { readonly seq: number }>(
  lines: AsyncIterable<unknown>,
  limit: number,
  give: (line: unknown) => Promise<Given<Row>> | Given<Row>,
): Promise<RecordPage<Row>> {
  const rows: Row[] = [];
  let broken = 0;
  // What stands after the last row is the next page's to count.
  let brokenSoFar = 0;
  for await (const line of lines) {
    const given = await give(line);
    if (given === 'broken') broken += 1;
    else if (given && rows.length === limit) return { rows, broken: brokenSoFar, next: rows.at(-1)?.seq ?? 0 };
    else if (given) {
      rows.push(given);
      brokenSoFar = broken;
    }
  }
  return { rows, broken };
}
