import type { BackupFile } from '../../../utils/keeping/backup-file';
import type { Imported, ImportPlan, RowsAdded } from '../../../utils/keeping/model';
import { ask } from '../../ui/use-ask';
import { portions } from '../record/saved-record';

/** What an import would do, rows included. */
export interface Weighed {
  readonly plan: ImportPlan;
  readonly codes: RowsAdded;
}

/** What an import has done. */
export interface Brought extends Imported {
  readonly codes: RowsAdded;
  /** Member counts, activity and links last seen. */
  readonly others: RowsAdded;
}

/** How far it has come, in rows. */
export type Tell = (done: number, of: number) => void;

const none: RowsAdded = { added: 0, known: 0, refused: 0 };
const otherLists = ['seen', 'sizes', 'activity'] as const;
const mostAtOnce = 2_000;

export async function weighed(file: BackupFile, tell: Tell): Promise<Weighed> {
  const plan = await ask('backup.plan', partsOf(file));
  const codes = await summed(file, (portion) => ask('backup.weigh', portion), tell);
  return { plan, codes };
}

/** Brings everything in. Whoever is stopped in the middle does it again. */
export async function brought(file: BackupFile, passphrase: string, tell: Tell): Promise<Brought> {
  const imported = await ask('backup.bring', { ...partsOf(file), ...(passphrase !== '' && { passphrase }) });
  const { ids } = imported;
  const own = (rows: readonly unknown[]) => rows.map((row) => withOwnAccount(row, ids));
  const add = ({ lineage, ledger }: Pick<BackupFile, 'lineage' | 'ledger'>) =>
    ask('record.add', { lineage: own(lineage), ledger: own(ledger) });
  const codes = await summed(file, add, tell);
  let others = none;
  for (const part of otherLists) {
    for (let at = 0; at < file[part].length; at += mostAtOnce) {
      others = both(others, await ask('backup.add', { part, rows: file[part].slice(at, at + mostAtOnce), ids }));
    }
  }
  return { ...imported, codes, others };
}

function partsOf({ parts, keys }: BackupFile) {
  return { parts, ...(keys !== undefined && { keys }) };
}

/** An account that goes by another name here than in the file keeps its lines. */
export function withOwnAccount(row: unknown, ids: Imported['ids']): unknown {
  const account: unknown = row instanceof Object && 'account' in row ? row.account : undefined;
  const own = typeof account === 'string' && Object.hasOwn(ids, account) ? ids[account] : undefined;
  return own === undefined || own === account ? row : { ...Object(row), account: own };
}

type Portion = Pick<BackupFile, 'lineage' | 'ledger'>;

async function summed(file: Portion, deed: (portion: Portion) => Promise<RowsAdded>, tell: Tell): Promise<RowsAdded> {
  const of = file.lineage.length + file.ledger.length;
  let [sum, done] = [none, 0];
  for (const portion of portions(file)) {
    tell(done, of);
    sum = both(sum, await deed(portion));
    done += portion.lineage.length + portion.ledger.length;
  }
  return sum;
}

function both(one: RowsAdded, other: RowsAdded): RowsAdded {
  return {
    added: one.added + other.added,
    known: one.known + other.known,
    refused: one.refused + other.refused,
  };
}
