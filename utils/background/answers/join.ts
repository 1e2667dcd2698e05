import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import * as joins from '../joins';
import { code, text } from './shapes';

export const rows: OwnRows<'join'> = {
  'join.prepare': { takes: v.object({ code, account: v.exactOptional(text) }), does: joins.prepare },
  'join.start': {
    takes: v.object({ code, account: text, greeting: text, despite: v.exactOptional(v.boolean()) }),
    does: joins.start,
  },
  'join.recall': { takes: v.object({ id: text, look: v.boolean() }), does: joins.recall },
  'join.undo': { takes: text, does: joins.undo },
};
