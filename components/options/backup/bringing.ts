import type { RowList } from '../../../utils/keeping/backup-file';
import type { Imported, ImportPlan, RowsAdded } from '../../../utils/keeping/model';
import { asTrouble } from '../../../utils/trouble';
import { ask } from '../../ui/use-ask';
import { countOf, type OpenedFile, type Portion, portions } from './opened-file';

/** What an import would do, rows included. */
export interface Weighed {
  readonly plan: ImportPlan;
  readonly codes: RowsAdded;
}

/** What an import has done. */
export interface Brought extends Imported {
  readonly codes: RowsAdded;
  /** Somebody stopped it before all rows were in. */
  readonly stopped: boolean;
}

/** Work that takes a while. */
export interface Course {
  /** How far it has come, in rows. */
  readonly tell: (done: number, of: number) => void;
  readonly left: AbortSignal;
  /** Whether rows may come in the order of their ids. */
  readonly byId?: boolean;
}

export const none: RowsAdded = { added: 0, known: 0, refused: 0 };
export const ofRecord = ['lineage', 'ledger'] as const satisfies readonly RowList[];
const others = ['seen', 'sizes', 'activity'] as const satisfies readonly RowList[];

export async function weighed(file: OpenedFile, course: Course): Promise<Weighed> {
  const plan = await ask('backup.plan', partsOf(file));
  let codes = none;
  for await (const portion of walked(file, ofRecord, { ...course, byId: true }))
    codes = both(codes, await again(() => ask('backup.weigh', inRecord(portion))));
  course.left.throwIfAborted();
  return { plan, codes };
}

/** Brings everything in. Whoever is stopped in the middle, or stops it, does it again. */
export async function brought(file: OpenedFile, passphrase: string, course: Course): Promise<Brought> {
  const imported = await ask('backup.bring', { ...partsOf(file), ...(passphrase !== '' && { passphrase }) });
  const { ids } = imported;
  let [codes, done] = [none, 0];
  for await (const { list, rows } of walked(file, [...ofRecord, ...others], course)) {
    const part = others.find((other) => other === list);
    if (part) await again(() => ask('backup.add', { part, rows, ids }));
    else {
      const own = rows.map((row) => withOwnAccount(row, ids));
      codes = both(codes, await addedToRecord({ list, rows: own }));
    }
    done += rows.length;
  }
  return { ...imported, codes, stopped: done < countOf(file) };
}

/** Portion by portion, until it is stopped: what is under way then is finished. */
export async function* walked(
  file: OpenedFile,
  lists: readonly RowList[],
  { tell, left, byId }: Course,
): AsyncGenerator<Portion> {
  const of = countOf(file, lists);
  let done = 0;
  tell(done, of);
  for await (const portion of portions(file, lists, byId)) {
    if (left.aborted) return;
    yield portion;
    done += portion.rows.length;
    tell(done, of);
  }
}

export function addedToRecord(portion: Portion): Promise<RowsAdded> {
  return again(() => ask('record.add', inRecord(portion)));
}

/** Rows that are known are not added twice: where the browser has ended the background meanwhile, it is asked once more. */
async function again<T>(deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (caught) {
    if (asTrouble(caught).kind !== 'unexpected') throw caught;
    return deed();
  }
}

function inRecord({ list, rows }: Portion) {
  return { lineage: [], ledger: [], [list]: rows };
}

function partsOf({ head: { parts, keys } }: OpenedFile) {
  return { parts, ...(keys !== undefined && { keys }) };
}

/** An account that goes by another name here than in the file keeps its lines. */
export function withOwnAccount(row: unknown, ids: Imported['ids']): unknown {
  const account: unknown = row instanceof Object && 'account' in row ? row.account : undefined;
  const own = typeof account === 'string' && Object.hasOwn(ids, account) ? ids[account] : undefined;
  return own === undefined || own === account ? row : { ...Object(row), account: own };
}

export function both(one: RowsAdded, other: RowsAdded): RowsAdded {
  return {
    added: one.added + other.added,
    known: one.known + other.known,
    refused: one.refused + other.refused,
  };
}
