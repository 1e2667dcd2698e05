import type { LineageRow } from '../model/record';
import { reading } from './database';
import { lineageRow } from './rows';

/** What became of a revocation: not known yet, or the line with which it ended; undefined where it was never sent. */
export type Fate = 'open' | LineageRow | undefined;

/** What the journal and the record tell of a revocation, by its id. */
export function fateOf(id: string): Promise<Fate> {
  return reading(async (db) => {
    // At one moment: what leaves the one for the other in between would be in neither.
    const transaction = db.transaction(['intents', 'lineage']);
    const lineage = transaction.objectStore('lineage');
    const [intent, row, late] = await Promise.all([
      transaction.objectStore('intents').get(id),
      lineage.get(id),
      lineage.get(`${id}.late`),
    ]);
    const line = lineageRow(late) ?? lineageRow(row);
    return line ?? (intent || row ? 'open' : undefined);
  });
}
