import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { settingsShape } from '../../store/items';
import { menuChanged } from '../menu-changed';
import * as settings from '../settings';

export const rows: OwnRows<'setting'> = {
  'setting.change': {
    takes: v.partial(settingsShape),
    does: async (patch) => {
      const all = await settings.change(patch);
      menuChanged();
      if ('badge' in patch) void import('../open-tabs').then(({ drawBadges }) => drawBadges());
      return all;
    },
  },
};
