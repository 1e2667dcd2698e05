import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import * as links from '../links';
import * as windows from '../windows';
import { code, codes, text } from './shapes';

export const rows: OwnRows<'link'> = {
  'link.probe': {
    takes: v.object({ code, account: v.exactOptional(text), again: v.exactOptional(v.boolean()) }),
    does: links.probe,
  },
  'link.recall': { takes: codes, does: links.recall },
  'link.open': { takes: v.object({ code, join: v.boolean() }), does: windows.open },
};
