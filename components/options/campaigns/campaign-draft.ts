import type { GroupId } from '../../../utils/model/group';
import type { Campaign } from '../../../utils/over-time/model';
import type { Word } from '../../../utils/words';
import { localIn, timeAt } from '../over-time/zone-clock';

/** A campaign as it stands in the form, its times by the clocks of a zone. */
export interface CampaignDraft extends Omit<Campaign, 'startAt' | 'endAt'> {
  /** As date-and-time fields write them. */
  readonly start: string;
  readonly end: string;
}

export type CampaignFaults = Partial<Readonly<Record<'name' | 'start' | 'end' | 'groups', Word>>>;

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;

/** A new one: from this hour on, for a week, and nothing is retired unless somebody says so. */
export function freshDraft(now: number, zone: string): CampaignDraft {
  const startAt = now - (now % hourMs);
  const days = { start: localIn(startAt, zone), end: localIn(startAt + weekMs, zone) };
  return { id: '', name: '', ...days, groups: [], notes: '', atEnd: 'keep' };
}

export function draftOf({ startAt, endAt, ...rest }: Campaign, zone: string): CampaignDraft {
  const { id, name, groups, notes, atEnd } = rest;
  return { id, name, groups, notes, atEnd, start: localIn(startAt, zone), end: localIn(endAt, zone) };
}

/** What is wrong with it, by field. An end that has passed is wrong only where it would have to be acted on. */
export function faultsIn(draft: CampaignDraft, now: number, zone: string): CampaignFaults {
  const { name, start, end, groups, atEnd } = draft;
  const [startAt, endAt] = [timeAt(start, zone), timeAt(end, zone)];
  const endFault = endFaultIn(startAt, endAt, atEnd === 'retire' ? now : -Infinity);
  return {
    ...(name.trim() === '' && { name: 'campaignNameMissing' as const }),
    ...(startAt === undefined && { start: 'campaignTimeMissing' as const }),
    ...(endFault && { end: endFault }),
    ...(groups.length === 0 && { groups: 'campaignGroupsMissing' as const }),
  };
}

function endFaultIn(startAt: number | undefined, endAt: number | undefined, after: number): Word | undefined {
  if (endAt === undefined) return 'campaignTimeMissing';
  if (startAt !== undefined && endAt <= startAt) return 'campaignEndsFirst';
  return endAt <= after ? 'campaignEndPassed' : undefined;
}

/** The campaign that is meant; undefined while something is wrong with its times. */
export function campaignOf({ start, end, ...rest }: CampaignDraft, zone: string): Campaign | undefined {
  const [startAt, endAt] = [timeAt(start, zone), timeAt(end, zone)];
  if (startAt === undefined || endAt === undefined) return undefined;
  return { ...rest, name: rest.name.trim(), notes: rest.notes.trim(), startAt, endAt };
}

/** With the group in it, or out of it. */
export function withGroup(groups: readonly GroupId[], group: GroupId): readonly GroupId[] {
  return groups.includes(group) ? groups : [...groups, group];
}
