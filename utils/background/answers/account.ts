import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { lookAfter } from '../duties';
import { menuChanged } from '../menu-changed';
import { overview } from '../overview';
import { nothing, text, words } from './shapes';

const draft = v.object({
  id: v.exactOptional(text),
  ...{ make: text, name: text, server: text },
  ...{ fields: words, secrets: words },
});

export const rows: OwnRows<'account'> = {
  'account.overview': {
    takes: v.optional(v.literal('anew')),
    does: async (how) => {
      // Whatever is open is looked after whenever somebody looks; the overview does not wait for it.
      lookAfter();
      return overview(how);
    },
  },
  'account.makes': { takes: nothing, does: async () => (await import('../accounts')).makes() },
  'account.save': { takes: draft, does: async (asked) => (await import('../accounts')).save(asked) },
  'account.check': {
    takes: v.object({ account: text, part: v.picklist(['session', 'groups', 'rights']) }),
    does: async (asked) => (await import('../check')).check(asked),
  },
  'account.remove': {
    takes: text,
    does: async (id) => {
      const [accounts, diary] = await Promise.all([import('../accounts'), import('../diary/diary')]);
      await accounts.remove(id);
      await diary.planned();
      menuChanged();
    },
  },
};
