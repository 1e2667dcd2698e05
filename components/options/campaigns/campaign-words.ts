import { isolated } from '../../../utils/handout/clean-name';
import type { Campaign, CampaignView } from '../../../utils/over-time/model';
import { language, say, sayCount, type Word } from '../../../utils/words';
import { momentIn, spanIn } from '../../ui/zone-times';

export const stateWords: Readonly<Record<CampaignView['state'], Word>> = {
  running: 'campaignRunning',
  ahead: 'campaignAhead',
  over: 'campaignOver',
};

interface Clock {
  readonly now: number;
  readonly zone: string;
}

const mostNames = 3;

/** "10 Apr 2026, 10:00 – 17 Apr 2026, 10:00" */
export function spanWords({ startAt, endAt }: Pick<Campaign, 'startAt' | 'endAt'>, zone: string): string {
  return spanIn(startAt, endAt, zone);
}

/** "3 groups: A, B and C". */
export function groupsWords({ groups, names }: Pick<CampaignView, 'groups' | 'names'>): string {
  const shown = groups.slice(0, mostNames).map((group, nth) => isolated(names[nth] || group));
  const more = groups.length - shown.length;
  const all = [...shown, ...(more > 0 ? [say('outOthers', more)] : [])];
  return sayCount('campaignGroupsOf', groups.length, new Intl.ListFormat(language()).format(all));
}

/** What happens at its end, and when; what should have happened, once that is past. */
export function endWords(
  { atEnd, endAt, groups }: Pick<Campaign, 'atEnd' | 'endAt' | 'groups'>,
  { now, zone }: Clock,
): string {
  const isPast = endAt <= now;
  if (atEnd === 'keep') return say(isPast ? 'campaignKept' : 'campaignKeeps', momentIn(endAt, zone));
  return sayCount(isPast ? 'campaignRetiredAt' : 'campaignRetires', groups.length, momentIn(endAt, zone));
}
