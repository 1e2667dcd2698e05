import * as v from 'valibot';
import type { OwnTable, PageTable } from '../bridge/answer';
import type { RulesPatch } from '../bridge/questions';
import { bareCode, type InviteCode } from '../invite-link';
import type { Care } from '../over-time/model';
import { campaignShape, chainShape } from '../store/care-items';
import { settingsShape, sitesShape } from '../store/items';
import * as accounts from './accounts';
import * as activity from './care/activity';
import * as alerts from './care/alerts';
import * as campaigns from './care/campaigns';
import * as care from './care/care';
import * as cells from './care/cells';
import * as sizes from './care/sizes';
import { check } from './check';
import * as diary from './diary/diary';
import * as groups from './groups';
import * as invites from './invites';
import * as joins from './joins';
import * as ledger from './ledger';
import * as links from './links';
import { drawBadges } from './open-tabs';
import * as pages from './pages';
import * as pictures from './pictures';
import * as handing from './queue/handing';
import * as queue from './queue/queue';
import * as record from './record';
import * as settings from './settings';
import * as sites from './sites';
import * as vault from './vault';
import * as windows from './windows';

const text = v.pipe(v.string(), v.maxLength(2_000));
const words = v.record(text, text);
const nothing = v.optional(v.undefined());
const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) !== undefined);
const oneGroup = { account: text, group: text };
const label = v.pipe(v.string(), v.maxLength(120));
const passphrase = v.pipe(v.string(), v.maxLength(1_000));
const savedRows = v.pipe(v.array(v.unknown()), v.maxLength(2_000));
const recordAsk = v.object({
  filter: v.object({
    text: v.exactOptional(text),
    group: v.exactOptional(text),
    groups: v.exactOptional(v.pipe(v.array(text), v.maxLength(1_000))),
    since: v.exactOptional(v.number()),
    until: v.exactOptional(v.number()),
    state: v.exactOptional(v.picklist(['current', 'retired', 'changed-elsewhere'])),
    shape: v.exactOptional(settingsShape.entries.shape),
    printed: v.exactOptional(v.boolean()),
  }),
  before: v.exactOptional(v.number()),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000)),
});
const activityAsk = v.object({
  filter: v.object({
    text: v.exactOptional(text),
    what: v.exactOptional(v.picklist(['watch', 'rotate', 'end', 'join', 'plan', 'said'])),
    how: v.exactOptional(
      v.picklist([
        ...(['done', 'changed', 'asked', 'moved', 'failed', 'skipped', 'paused', 'resumed', 'unsettled'] as const),
        'not-rotated',
      ]),
    ),
    group: v.exactOptional(text),
    since: v.exactOptional(v.number()),
    until: v.exactOptional(v.number()),
  }),
  before: v.exactOptional(v.number()),
  limit: recordAsk.entries.limit,
});
const perMinute = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
// What can be kept of these is for `care` to say, in words.
const rulesPatch = v.custom<RulesPatch>((value) => value instanceof Object);
const wishedCare = v.custom<Care>((value) => value instanceof Object);
const draft = v.object({
  id: v.exactOptional(text),
  make: text,
  name: text,
  server: text,
  fields: words,
  secrets: words,
});

/** What a script of ours in somebody's page may ask. Codes only: never an address, never text of the page. */
export const forPages: PageTable = {
  'page.noticed': { takes: nothing, does: (_, from) => pages.noticed(from) },
  'page.found': { takes: nothing, does: (_, from) => pages.found(from) },
  'page.reached': { takes: nothing, does: (_, from) => pages.reached(from) },
  'page.mute': { takes: nothing, does: (_, from) => pages.mute(from) },
  'link.recall': { takes: code, does: links.recallForPage },
  'link.probe': { takes: code, does: links.probeForPage },
  'link.wish': { takes: code, does: windows.wish },
};

/** What our own pages may ask, what each question takes, and who answers it. */
export const forOurs = (used: () => void): OwnTable => ({
  'account.overview': {
    takes: nothing,
    does: async () => {
      // Whatever is open is looked after whenever somebody looks; the overview does not wait for it.
      void invites.settle();
      return accounts.overview();
    },
  },
  'account.makes': { takes: nothing, does: accounts.makes },
  'account.save': { takes: draft, does: accounts.save },
  'account.check': {
    takes: v.object({ account: text, part: v.picklist(['session', 'groups', 'rights']) }),
    does: check,
  },
  'account.remove': {
    takes: text,
    does: async (id) => {
      await accounts.remove(id);
      await diary.planned();
      used();
    },
  },
  'group.list': { takes: text, does: groups.list },
  'group.refresh': { takes: text, does: groups.refresh },
  'group.add': { takes: v.object(oneGroup), does: groups.add },
  'group.prefer': {
    takes: v.object(oneGroup),
    does: async (asked) => {
      await groups.prefer(asked);
      await diary.planned();
      used();
    },
  },
  'invite.recall': { takes: v.object(oneGroup), does: invites.recall },
  'invite.read': { takes: v.object(oneGroup), does: invites.read },
  'invite.revoke': {
    takes: v.object({
      ...{ ...oneGroup, code, reason: v.exactOptional(text), typed: v.exactOptional(text) },
      beside: v.exactOptional(v.literal(true)),
    }),
    does: invites.revoke,
  },
  'link.probe': {
    takes: v.object({ code, account: v.exactOptional(text), again: v.exactOptional(v.boolean()) }),
    does: links.probe,
  },
  'link.recall': { takes: v.pipe(v.array(code), v.maxLength(5_000)), does: links.recall },
  'link.open': { takes: v.object({ code, join: v.boolean() }), does: windows.open },
  'page.invites': { takes: v.number(), does: pages.view },
  'picture.take': { takes: text, does: pictures.take },
  'site.list': { takes: nothing, does: sites.list },
  'site.change': { takes: v.partial(sitesShape), does: sites.change },
  'join.prepare': { takes: v.object({ code, account: v.exactOptional(text) }), does: joins.prepare },
  'join.start': {
    takes: v.object({ code, account: text, greeting: text, despite: v.exactOptional(v.boolean()) }),
    does: joins.start,
  },
  'join.recall': { takes: v.object({ id: text, look: v.boolean() }), does: joins.recall },
  'join.undo': { takes: text, does: joins.undo },
  'ledger.note': {
    takes: v.object({ ...oneGroup, code, shape: settingsShape.entries.shape }),
    does: async (noted) => {
      const id = await ledger.note(noted);
      used();
      return id;
    },
  },
  'ledger.name': { takes: v.object({ id: text, label, printed: v.boolean() }), does: ledger.name },
  'ledger.summary': { takes: v.object({ group: text, code }), does: record.summary },
  'ledger.list': { takes: recordAsk, does: record.handOuts },
  'lineage.list': { takes: recordAsk, does: record.codes },
  'record.state': { takes: nothing, does: record.state },
  'record.check': { takes: nothing, does: record.check },
  'record.confirm': { takes: nothing, does: record.confirm },
  'record.release': { takes: text, does: record.release },
  'record.rows': { takes: v.object({ part: v.picklist(['lineage', 'ledger']), after: v.number() }), does: record.rows },
  'record.add': { takes: v.object({ lineage: savedRows, ledger: savedRows }), does: record.add },
  'care.view': { takes: nothing, does: care.view },
  'care.change': { takes: v.object({ group: text, care: wishedCare }), does: care.change },
  'care.check': {
    takes: v.object({ account: v.exactOptional(text), group: v.exactOptional(text) }),
    does: care.check,
  },
  'rule.change': { takes: rulesPatch, does: care.rule },
  'diary.confirm': { takes: v.object({ id: text, typed: v.exactOptional(text) }), does: diary.confirm },
  'diary.skip': { takes: text, does: diary.skip },
  'alert.list': { takes: nothing, does: alerts.list },
  'alert.dismiss': { takes: text, does: alerts.dismiss },
  'activity.list': { takes: activityAsk, does: activity.list },
  'size.list': { takes: text, does: sizes.list },
  'campaign.list': { takes: nothing, does: campaigns.list },
  'campaign.save': { takes: campaignShape, does: campaigns.save },
  'campaign.remove': { takes: text, does: campaigns.remove },
  'campaign.report': { takes: text, does: campaigns.report },
  'cell.list': { takes: nothing, does: cells.list },
  'cell.save': { takes: chainShape, does: cells.save },
  'cell.remove': { takes: text, does: cells.remove },
  'queue.list': { takes: nothing, does: queue.list },
  'queue.add': {
    takes: v.object({
      account: text,
      codes: v.pipe(v.array(code), v.maxLength(5_000)),
      groupsOf: v.exactOptional(text),
    }),
    does: queue.add,
  },
  'queue.change': {
    takes: v.object({
      account: text,
      deed: v.union([v.picklist(['pause', 'resume', 'cancel', 'clear']), v.object({ perMinute })]),
    }),
    does: queue.change,
  },
  'queue.hand': { takes: v.pipe(v.array(code), v.maxLength(5_000)), does: handing.hand },
  'queue.taken': { takes: nothing, does: handing.taken },
  'vault.state': { takes: nothing, does: vault.state },
  'vault.unlock': { takes: passphrase, does: vault.unlock },
  'vault.lock': { takes: nothing, does: vault.lock },
  'vault.protect': { takes: v.object({ old: passphrase, next: passphrase }), does: vault.protect },
  'vault.forget': { takes: nothing, does: vault.forget },
  'setting.change': {
    takes: v.partial(settingsShape),
    does: async (patch) => {
      const all = await settings.change(patch);
      used();
      if ('badge' in patch) void drawBadges();
      return all;
    },
  },
});
