import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { state } from '../vault-state';
import { nothing } from './shapes';

const passphrase = v.pipe(v.string(), v.maxLength(1_000));
const vault = () => import('../vault');

export const rows: OwnRows<'vault'> = {
  'vault.state': { takes: nothing, does: state },
  'vault.unlock': { takes: passphrase, does: async (typed) => (await vault()).unlock(typed) },
  'vault.lock': { takes: nothing, does: async () => (await vault()).lock() },
  'vault.protect': {
    takes: v.object({ old: passphrase, next: passphrase }),
    does: async (asked) => (await vault()).protect(asked),
  },
  'vault.forget': { takes: nothing, does: async () => (await vault()).forget() },
};
