import type { RecordPart, SavedRecord } from '../../../utils/model/record';

type Rows = (asked: { readonly part: RecordPart; readonly after: number }) => Promise<readonly unknown[]>;

/** The whole record as a file, piece by piece: it may be longer than a text can be. */
export async function recordFile(rows: Rows, now: number): Promise<readonly string[]> {
  const head = { latchkey: 'record', version: 1, saved: new Date(now).toISOString() } satisfies Partial<SavedRecord>;
  const begin = JSON.stringify(head).slice(0, -1);
  const lineage = await piecesOf('lineage', rows);
  const ledger = await piecesOf('ledger', rows);
  return [begin, ',\n"lineage":[', ...lineage, '],\n"ledger":[', ...ledger, ']}\n'];
}

/** The rows of a part, page by page, as they stand in a file. */
export async function piecesOf(part: RecordPart, rows: Rows): Promise<string[]> {
  const pieces: string[] = [];
  let after = 0;
  for (;;) {
    const some = await rows({ part, after });
    const place = Math.max(...some.map(placeOf));
    if (some.length > 0) pieces.push(some.map((row) => `\n${JSON.stringify(row)}`).join(','));
    if (!(place > after)) return pieces.map((piece, nth) => (nth === 0 ? piece : `,${piece}`));
    after = place;
  }
}

function placeOf(row: unknown): number {
  const place = row instanceof Object && 'seq' in row ? row.seq : undefined;
  return typeof place === 'number' ? place : 0;
}
