import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { settingsShape } from '../../store/items';
import * as browsing from '../browsing';
import * as ledger from '../ledger';
import { menuChanged } from '../menu-changed';
import { code, oneGroup, recordAsk, text } from './shapes';

const label = v.pipe(v.string(), v.maxLength(120));

export const rows: OwnRows<'ledger' | 'lineage'> = {
  'ledger.note': {
    takes: v.object({ ...oneGroup, code, shape: settingsShape.entries.shape }),
    does: async (noted) => {
      const id = await ledger.note(noted);
      menuChanged();
      return id;
    },
  },
  'ledger.name': { takes: v.object({ id: text, label, printed: v.boolean() }), does: ledger.name },
  'ledger.summary': { takes: v.object({ group: text, code }), does: browsing.summary },
  'ledger.list': { takes: recordAsk, does: browsing.handOuts },
  'lineage.list': { takes: recordAsk, does: browsing.codes },
};
