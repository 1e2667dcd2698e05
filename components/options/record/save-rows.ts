import { fileName } from '../../../utils/handout/file-name';
import type { RecordFilter } from '../../../utils/model/record';
import { saveFile } from '../../ui/save-file';
import type { List } from './use-pages';

/** What can be saved of a list, and how it is written. */
export interface Savable<Row, Filter = RecordFilter> {
  readonly list: List<Row, Filter>;
  readonly csv: (rows: readonly Row[]) => string;
  readonly json: (rows: readonly Row[], now: number) => string;
  /** Of what, in the name of the file. */
  readonly name: string;
}

const mostAtOnce = 5_000;

/** Saves all that fits a filter, not only the pages that are shown. */
export async function saveRows<Row, Filter>(
  what: Savable<Row, Filter>,
  filter: Filter,
  kind: 'csv' | 'json',
): Promise<void> {
  const rows = await allOf(what.list, filter);
  const now = Date.now();
  const text = kind === 'csv' ? what.csv(rows) : what.json(rows, now);
  saveFile([text], kind, datedName(what.name, now, kind));
}

/** `latchkey-hand-outs-2026-04-09-….csv` */
export function datedName(name: string, now: number, kind: 'csv' | 'json'): string {
  return fileName(`latchkey ${name} ${new Date(now).toISOString().slice(0, 10)}`, kind);
}

async function allOf<Row, Filter>(list: List<Row, Filter>, filter: Filter): Promise<Row[]> {
  const pages: (readonly Row[])[] = [];
  let before: number | undefined;
  do {
    const from = before === undefined ? {} : { before };
    const page = await list({ filter, limit: mostAtOnce, ...from });
    pages.push(page.rows);
    before = page.next;
  } while (before !== undefined);
  return pages.flat();
}
