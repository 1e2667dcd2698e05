import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { mostRows } from '../../keeping/backup-file';
import * as record from '../record';
import { nothing, text } from './shapes';

const savedRows = v.pipe(v.array(v.unknown()), v.maxLength(mostRows));

export const rows: OwnRows<'record'> = {
  'record.state': { takes: nothing, does: record.state },
  'record.check': { takes: nothing, does: record.check },
  'record.confirm': { takes: nothing, does: record.confirm },
  'record.release': { takes: text, does: record.release },
  'record.rows': { takes: v.object({ part: v.picklist(['lineage', 'ledger']), after: v.number() }), does: record.rows },
  'record.add': { takes: v.object({ lineage: savedRows, ledger: savedRows }), does: record.add },
};
