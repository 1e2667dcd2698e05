import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { recall } from '../../store/codes-known';
import { code, oneGroup, text } from './shapes';

export const rows: OwnRows<'invite'> = {
  'invite.recall': { takes: v.object(oneGroup), does: ({ account, group }) => recall(account, group) },
  'invite.read': { takes: v.object(oneGroup), does: async (asked) => (await import('../invites')).read(asked) },
  'invite.revoke': {
    takes: v.object({
      ...{ ...oneGroup, code, reason: v.exactOptional(text), typed: v.exactOptional(text) },
      beside: v.exactOptional(v.literal(true)),
    }),
    // All that a revocation needs comes with it: between the intent and the one post nothing may fail.
    does: async (asked) => (await import('../invites')).revoke(asked),
  },
};
