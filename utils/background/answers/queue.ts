import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import * as handing from '../queue/handing';
import * as queue from '../queue/queue';
import { codes, nothing, text } from './shapes';

const perMinute = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

export const rows: OwnRows<'queue'> = {
  'queue.list': { takes: nothing, does: queue.list },
  'queue.add': { takes: v.object({ account: text, codes, groupsOf: v.exactOptional(text) }), does: queue.add },
  'queue.change': {
    takes: v.object({
      account: text,
      deed: v.union([v.picklist(['pause', 'resume', 'cancel', 'clear']), v.object({ perMinute })]),
    }),
    does: queue.change,
  },
  'queue.hand': { takes: codes, does: handing.hand },
  'queue.taken': { takes: nothing, does: handing.taken },
};
