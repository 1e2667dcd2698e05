import { type BackupFile, type BackupHead, backupIn, countsOf, type RowList } from '../../../utils/keeping/backup-file';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';

// Runs in a worker of its own: to read a long file takes seconds, in which the page could do nothing else. The rows stay here,
// and the page is given some of them at a time.

/** What the page may ask: a file to be opened, or rows of it. */
export type Wish = File | RowsWish;

export interface RowsWish {
  readonly list: RowList;
  readonly from: number;
  readonly to: number;
  /** In the order of their ids: whoever looks for them finds them close together. */
  readonly byId?: boolean;
}

export interface Opened {
  readonly head: BackupHead;
  /** How many rows there are. */
  readonly counts: Readonly<Record<RowList, number>>;
}

export type Reply<T> = { readonly answer: T } | { readonly trouble: TroubleFacts };

let file: BackupFile | undefined;
const sorted = new Map<RowList, readonly unknown[]>();

addEventListener('message', ({ data }: MessageEvent<Wish>) => {
  const reply = (made: Reply<unknown>) => postMessage(made);
  answered(data).then(
    (answer) => reply({ answer }),
    (caught: unknown) => reply({ trouble: asTrouble(caught).facts }),
  );
});

async function answered(wish: Wish): Promise<Opened | readonly unknown[]> {
  if (!(wish instanceof File)) return rowsOf(wish).slice(wish.from, wish.to);
  file = backupIn(await wish.text());
  const { lineage, ledger, seen, sizes, activity, ...head } = file;
  return { head, counts: countsOf({ lineage, ledger, seen, sizes, activity }) };
}

function rowsOf({ list, byId }: RowsWish): readonly unknown[] {
  const rows = file?.[list] ?? [];
  if (!byId) return rows;
  const inOrder = sorted.get(list) ?? rows.toSorted((one, other) => compared(idOf(one), idOf(other)));
  sorted.set(list, inOrder);
  return inOrder;
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function idOf(row: unknown): string {
  const id: unknown = row instanceof Object && 'id' in row ? row.id : undefined;
  return typeof id === 'string' ? id : '';
}
