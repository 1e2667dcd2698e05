import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import type { Campaign, Care, Entry, Rhythm, Rules } from '../../over-time/model';
import { nextTime } from '../../over-time/rhythm';

/** A line that there must be. */
export type Wanted = Pick<Entry, 'id' | 'duty' | 'account' | 'group' | 'campaign'> & {
  readonly rhythm?: Rhythm;
};

/** What people want to have done over time, and who can do it. */
export interface Wishes {
  readonly rules: Rules;
  readonly cares: Readonly<Record<GroupId, Care>>;
  readonly campaigns: readonly Campaign[];
  /** The accounts that look after watched groups. */
  readonly watchers: readonly AccountId[];
}

export const watchEveryMs = ({ everyMinutes }: Pick<Rules, 'everyMinutes'>) => everyMinutes * 60_000;

/** The lines that wishes make. Pure. */
export function wantedLines({ rules, cares, campaigns, watchers }: Wishes): Wanted[] {
  const checks = rules.watching ? [...new Set(watchers)] : [];
  return [
    ...checks.map((account): Wanted => ({ id: `watch ${account}`, duty: 'watch', account })),
    ...Object.entries(cares).flatMap(([group, { rhythm }]): Wanted[] =>
      rhythm ? [{ id: `rotate ${group}`, duty: 'rotate', group, rhythm }] : [],
    ),
    ...campaigns.flatMap(endLines),
  ];
}

/** One that keeps its links has a line of its own, without a group, so that its end is told of. */
function endLines({ id: campaign, endAt, groups, atEnd }: Campaign): Wanted[] {
  const line = { duty: 'end', campaign, rhythm: { kind: 'once', at: endAt } } as const;
  const retired = atEnd === 'retire' ? [...new Set(groups)] : [];
  if (retired.length === 0) return [{ ...line, id: `end ${campaign}` }];
  return retired.map((group) => ({ ...line, id: `end ${campaign} ${group}`, group }));
}

interface Moment {
  readonly now: number;
  readonly zone: string;
  readonly rules: Pick<Rules, 'everyMinutes'>;
}

/**
 * The diary with the lines that there must be. What a line has come to stays with it as long as its rhythm does; one whose
 * appointment is being done stays until it is known how that ended. Pure.
 */
export function fitted(diary: readonly Entry[], wanted: readonly Wanted[], moment: Moment): Entry[] {
  const known = new Map(diary.map((line) => [line.id, line]));
  const ids = new Set(wanted.map(({ id }) => id));
  const leaving = diary.filter(({ id, taken }) => taken && !ids.has(id)).map(ended);
  return [...wanted.map((want) => lineFor(want, known.get(want.id), moment)), ...leaving];
}

function lineFor(want: Wanted, line: Entry | undefined, moment: Moment): Entry {
  if (want.duty === 'watch') return line ? soonEnough(line, moment) : { ...want, dueAt: moment.now, tries: 0 };
  if (!line || !isSame(line.rhythm, want.rhythm)) return begun(want, line, moment);
  if (line.moved || line.hold || (line.dueAt !== undefined && line.dueAt <= moment.now)) return line;
  // The zone may be another one now, or the clock.
  const dueAt = following(line, moment);
  return dueAt === line.dueAt ? line : withDue(line, dueAt);
}

function begun(want: Wanted, line: Entry | undefined, moment: Moment): Entry {
  const { taken, last } = line ?? {};
  const fresh: Entry = { ...want, tries: 0, ...(taken && { taken }), ...(last && { last }) };
  // The end of a campaign that was moved into the past has been missed.
  const isEnded = want.duty === 'end' && line && want.rhythm?.kind === 'once';
  const dueAt = isEnded && want.rhythm?.kind === 'once' ? want.rhythm.at : following(fresh, moment);
  return withDue(fresh, dueAt);
}

/** A shorter interval holds at once; a clock that was set back makes no long silence. */
function soonEnough(line: Entry, { now, rules }: Moment): Entry {
  const latest = now + watchEveryMs(rules);
  return line.moved || line.dueAt === undefined || line.dueAt <= latest ? line : { ...line, dueAt: latest };
}

/** The next appointment after what has been done, missed or let go, and after now. Pure. */
export function following(line: Entry, { now, zone, rules }: Moment): number | undefined {
  if (line.duty === 'watch') return now + watchEveryMs(rules);
  const past = [line.taken?.dueAt, line.hold?.dueAt, line.last?.dueAt].map((at) => at ?? 0);
  return line.rhythm && nextTime(line.rhythm, Math.max(now, ...past), zone);
}

/** A line with its next appointment, or none. */
export function withDue({ dueAt: _, moved: __, ...line }: Entry, dueAt: number | undefined): Entry {
  return { ...line, ...(dueAt !== undefined && { dueAt }) };
}

function ended(line: Entry): Entry {
  const { hold: _, ...rest } = withDue(line, undefined);
  return rest;
}

function isSame(one: Rhythm | undefined, other: Rhythm | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
}

function keyOf(rhythm: Rhythm): string {
  return JSON.stringify(Object.entries(rhythm).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
