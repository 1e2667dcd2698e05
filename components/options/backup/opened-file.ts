import { mostRows, type RowList, rowLists } from '../../../utils/keeping/backup-file';
import { mostBytes } from '../../../utils/keeping/json-file';
import { Trouble } from '../../../utils/trouble';
import type { Opened, Reply, RowsWish, Wish } from './reading-worker';

/** A file that was saved, its rows at hand in portions, until it is left. */
export interface OpenedFile extends Opened {
  /** Aborted when it is left. */
  readonly left: AbortSignal;
  rows(wish: RowsWish): Promise<readonly unknown[]>;
}

/** Opens a file that somebody chose. Rejects as `backupIn` throws, and where it is left meanwhile. */
export async function openedFile(file: File, left: AbortSignal): Promise<OpenedFile> {
  if (file.size > mostBytes) throw new Trouble('backup-too-big');
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  left.addEventListener('abort', () => worker.terminate());
  const opened = await asked<Opened>(worker, file, left);
  return { ...opened, left, rows: (wish) => asked(worker, wish, left) };
}

/** One question at a time. */
function asked<T>(worker: Worker, wish: Wish, left: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  left.onabort = () => reject(left.reason);
  worker.onerror = () => reject(new Trouble('unexpected'));
  worker.onmessage = ({ data }: MessageEvent<Reply<T>>) => {
    if ('answer' in data) return resolve(data.answer);
    const { kind, ...facts } = data.trouble;
    reject(new Trouble(kind, facts));
  };
  worker.postMessage(wish);
  return promise;
}

/** Rows of one list, as many as are asked about at once. */
export interface Portion {
  readonly list: RowList;
  readonly rows: readonly unknown[];
}

/** The rows of these lists in portions, in order. */
export async function* portions(file: OpenedFile, lists: readonly RowList[], byId = false): AsyncGenerator<Portion> {
  for (const list of lists) {
    for (let at = 0; at < file.counts[list]; at += mostRows) {
      yield { list, rows: await file.rows({ list, from: at, to: at + mostRows, byId }) };
    }
  }
}

/** How many rows these lists have. */
export function countOf({ counts }: Opened, lists: readonly RowList[] = rowLists): number {
  return lists.reduce((sum, list) => sum + counts[list], 0);
}
