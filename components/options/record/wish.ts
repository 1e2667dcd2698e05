import type { GroupId } from '../../../utils/model/group';
import type { Shape } from '../../../utils/model/hand-out';
import type { CodeLife, RecordFilter } from '../../../utils/model/record';

/** What somebody looks for, as it stands in the fields. Empty means: any. */
export interface Wish {
  readonly text: string;
  readonly group: GroupId;
  readonly state: '' | 'current' | NonNullable<CodeLife['ended']>['event'];
  readonly shape: '' | Shape;
  readonly printed: '' | 'yes' | 'no';
  /** Days as date fields write them: `2026-04-09`. */
  readonly since: string;
  readonly until: string;
}

/** Everything, or everything of the group that the address names. */
export function firstWish(rest: string): Wish {
  return { text: '', group: decoded(rest), state: '', shape: '', printed: '', since: '', until: '' };
}

export function filterOf({ text, group, state, shape, printed, since, until }: Wish): RecordFilter {
  const [from, to] = [dayBegins(since, 0), dayBegins(until, 1)];
  return {
    ...(text.trim() && { text: text.trim().slice(0, 2_000) }),
    ...(group && { group }),
    ...(state && { state }),
    ...(shape && { shape }),
    ...(printed && { printed: printed === 'yes' }),
    ...(from !== undefined && { since: from }),
    ...(to !== undefined && { until: to - 1 }),
  };
}

/** When a day begins here, or one of the days after it; undefined while the date is not whole. */
export function dayBegins(date: string, later: number): number | undefined {
  const [year, month, day] = (/^(\d{4,6})-(\d\d)-(\d\d)$/.exec(date) ?? []).slice(1).map(Number);
  if (!year || !month || !day) return undefined;
  return new Date(year, month - 1, day + later).getTime();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
