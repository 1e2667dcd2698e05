import { headOf } from '../../../utils/keeping/backup-file';
import type { RowsPart } from '../../../utils/keeping/model';
import type { RecordPart } from '../../../utils/model/record';
import { piecesOf } from '../record/saved-record';

/** Where a backup comes from: the background, page by page. */
export interface Source {
  parts(): Promise<{ readonly savedBy: string; readonly parts: string }>;
  record(asked: { readonly part: RecordPart; readonly after: number }): Promise<readonly unknown[]>;
  rows(asked: { readonly part: RowsPart; readonly after?: string }): Promise<{
    readonly rows: readonly unknown[];
    readonly next?: string;
  }>;
}

/** A whole backup as a file, piece by piece: it may be longer than a text can be. */
export async function backupPieces(
  from: Source,
  { keys, now }: { readonly keys: string | undefined; readonly now: number },
): Promise<readonly string[]> {
  const { savedBy, parts } = await from.parts();
  const lists: string[] = [];
  for (const part of ['lineage', 'ledger'] as const) lists.push(...asList(part, await piecesOf(part, from.record)));
  for (const part of ['seen', 'sizes', 'activity'] as const) lists.push(...asList(part, await pagesOf(part, from)));
  const sealed = keys === undefined ? [] : [',\n"keys":', keys];
  return [headOf(savedBy, now), ',\n"parts":', parts, ...sealed, ...lists, '\n}\n'];
}

function asList(part: string, pieces: readonly string[]): string[] {
  return [`,\n"${part}":[`, ...pieces, ']'];
}

async function pagesOf(part: RowsPart, from: Source): Promise<string[]> {
  const pieces: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next }: Awaited<ReturnType<Source['rows']>> = await from.rows({
      part,
      ...(after !== undefined && { after }),
    });
    if (rows.length > 0) pieces.push(rows.map((row) => `\n${JSON.stringify(row)}`).join(','));
    after = next;
  } while (after !== undefined);
  return pieces.map((piece, nth) => (nth === 0 ? piece : `,${piece}`));
}
