import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { mostRows } from '../../keeping/backup-file';
import * as exporting from '../backup/exporting';
import * as importing from '../backup/importing';
import * as backupRows from '../backup/rows';
import { sealedKeys } from '../backup/sealing';
import * as debug from '../debug';
import * as following from '../following';
import * as sent from '../sent';
import { nothing, text } from './shapes';

const passphrase = v.pipe(v.string(), v.maxLength(1_000));
/** Parsed where it is known what it should be. */
const json = v.pipe(v.string(), v.maxLength(24_000_000));
const savedRows = v.pipe(v.array(v.unknown()), v.maxLength(mostRows));
const part = v.picklist(['seen', 'sizes', 'activity']);
const ids = v.record(text, text);

export const rows: OwnRows<'backup' | 'sync' | 'sent' | 'debug' | 'everything'> = {
  'backup.parts': { takes: nothing, does: exporting.parts },
  'backup.keys': { takes: v.object({ passphrase, own: passphrase }), does: sealedKeys },
  'backup.rows': { takes: v.object({ part, after: v.exactOptional(text) }), does: exporting.rows },
  'backup.plan': { takes: v.object({ parts: json, keys: v.exactOptional(json) }), does: importing.plan },
  'backup.weigh': { takes: v.object({ lineage: savedRows, ledger: savedRows }), does: backupRows.weigh },
  'backup.bring': {
    takes: v.object({ parts: json, keys: v.exactOptional(json), passphrase: v.exactOptional(passphrase) }),
    does: importing.bringIn,
  },
  'backup.add': { takes: v.object({ part, rows: savedRows, ids }), does: backupRows.add },
  'sync.state': { takes: nothing, does: following.state },
  'sync.turn': { takes: v.boolean(), does: following.turn },
  'sync.erase': { takes: nothing, does: following.erase },
  'sent.list': { takes: nothing, does: sent.list },
  'sent.clear': { takes: nothing, does: sent.clear },
  'debug.info': { takes: nothing, does: debug.info },
  'everything.forget': {
    takes: v.literal('everything'),
    does: async () => (await import('../forgetting')).everything(),
  },
};
