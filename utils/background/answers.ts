import * as v from 'valibot';
import type { OwnTable, Row } from '../bridge/answer';
import type { OwnQuestion } from '../bridge/questions';
import { bareCode, type InviteCode } from '../invite-link';
import { settingsShape } from '../store/items';
import * as accounts from './accounts';
import { test } from './check';
import * as groups from './groups';
import * as invites from './invites';
import * as ledger from './ledger';
import * as links from './links';
import * as settings from './settings';

const text = v.pipe(v.string(), v.maxLength(2_000));
const words = v.record(text, text);
const nothing = v.optional(v.undefined());
const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) !== undefined);
const oneGroup = { account: text, group: text };
const draft = v.object({
  id: v.exactOptional(text),
  make: text,
  name: text,
  server: text,
  fields: words,
  secrets: words,
});

/** What our own pages may ask, what each question takes, and who answers it. */
export const forOurs = (used: () => void): OwnTable => ({
  'account.overview': row(nothing, async () => {
    // Whatever is open is looked after whenever somebody looks; the overview does not wait for it.
    void invites.settle();
    return accounts.overview();
  }),
  'account.makes': row(nothing, accounts.makes),
  'account.save': row(draft, accounts.save),
  'account.test': row(text, test),
  'account.remove': row(text, async (id) => {
    await accounts.remove(id);
    used();
  }),
  'group.list': row(text, groups.list),
  'group.refresh': row(text, groups.refresh),
  'group.add': row(v.object(oneGroup), groups.add),
  'invite.recall': row(v.object(oneGroup), invites.recall),
  'invite.read': row(v.object(oneGroup), invites.read),
  'invite.revoke': row(v.object({ ...oneGroup, code, reason: v.exactOptional(text) }), invites.revoke),
  'invite.history': row(v.object(oneGroup), invites.history),
  'link.probe': row(v.object({ code, account: v.exactOptional(text) }), links.probe),
  'ledger.note': row(v.object({ ...oneGroup, code, shape: settingsShape.entries.shape }), async (noted) => {
    await ledger.note(noted);
    used();
  }),
  'setting.change': row(v.partial(settingsShape), settings.change),
});

function row<Q extends OwnQuestion>(takes: Row<Q>['takes'], does: Row<Q>['does']): Row<Q> {
  return { takes, does };
}
