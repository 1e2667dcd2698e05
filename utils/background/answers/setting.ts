import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { settingsShape } from '../../store/items';
import { menuChanged } from '../menu-changed';
import * as settings from '../settings';
import { nothing } from './shapes';

export const rows: OwnRows<'setting' | 'news'> = {
  'setting.change': {
    takes: v.partial(settingsShape),
    does: async (patch) => {
      const all = await settings.change(patch);
      menuChanged();
      if ('badge' in patch) void import('../open-tabs').then(({ drawBadges }) => drawBadges());
      return all;
    },
  },
  'news.recall': { takes: nothing, does: async () => (await import('../news')).recall() },
  'news.dismiss': { takes: nothing, does: async () => (await import('../news')).dismiss() },
};
