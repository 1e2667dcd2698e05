import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { readRoll } from '../../store/rolls';
import { menuChanged } from '../menu-changed';
import { oneGroup, text } from './shapes';

export const rows: OwnRows<'group'> = {
  'group.list': { takes: text, does: readRoll },
  'group.refresh': { takes: text, does: async (account) => (await import('../groups')).refresh(account) },
  'group.add': { takes: v.object(oneGroup), does: async (asked) => (await import('../groups')).add(asked) },
  'group.prefer': {
    takes: v.object(oneGroup),
    does: async (asked) => {
      const [groups, diary] = await Promise.all([import('../groups'), import('../diary/diary')]);
      await groups.prefer(asked);
      await diary.planned();
      menuChanged();
    },
  },
};
