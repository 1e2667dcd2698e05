import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import type { RulesPatch } from '../../bridge/questions';
import type { Care } from '../../over-time/model';
import { campaignShape, chainShape } from '../../store/care-items';
import * as activity from '../care/activity';
import * as alerts from '../care/alerts';
import * as campaigns from '../care/campaigns';
import * as care from '../care/care';
import * as cells from '../care/cells';
import * as sizes from '../care/sizes';
import * as diary from '../diary/diary';
import { nothing, page, text } from './shapes';

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
  ...page,
});
// What can be kept of these is for `care` to say, in words.
const rulesPatch = v.custom<RulesPatch>((value) => value instanceof Object);
const wishedCare = v.custom<Care>((value) => value instanceof Object);

type About = 'care' | 'rule' | 'diary' | 'alert' | 'activity' | 'size' | 'campaign' | 'cell';

export const rows: OwnRows<About> = {
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
};
