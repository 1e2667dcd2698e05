import type { Deed, Entry, Rules } from './model';
import { allowedFrom } from './rhythm';
import { dayMs, minuteMs } from './zone';

/** What `due` has to know besides the entry. */
export interface Circumstances {
  readonly now: number;
  /** Since when this browser runs: what was due before was missed. */
  readonly since: number;
  readonly rules: Rules;
  readonly zone: string;
  /** When the group's link last changed, whoever changed it. */
  readonly changedAt?: number;
  /** Whether its current code is on paper. */
  readonly printed?: boolean;
}

/** How late an appointment may begin without anybody being asked: no bell is that late while the browser runs. */
export const toleranceMs = 5 * minuteMs;

/**
 * What is to be done about a line of the diary now. Checks are made up for; a change of a link whose time was missed is asked
 * about. Quiet hours, freeze days and the cool-down put a rotation off, but not the end of a campaign: a person has set that
 * very moment for the door to close. Pure.
 */
export function due(entry: Entry, circumstances: Circumstances): Deed {
  const { duty, dueAt, hold, taken } = entry;
  if (hold || taken || dueAt === undefined || !hasCome(entry, dueAt, circumstances)) return { do: 'rest' };
  if (duty === 'watch') return { do: 'run' };
  if (isMissed(dueAt, circumstances) || isPast(entry, dueAt)) return { do: 'ask', why: 'overdue' };
  if (circumstances.printed) return { do: 'ask', why: 'printed' };
  return duty === 'end' ? { do: 'run' } : putOff(entry, circumstances);
}

/** When the bell is to ring next; undefined where nothing is to come. Pure. */
export function bellAt(diary: readonly Entry[], now: number): number | undefined {
  const times = diary.flatMap((entry) => {
    const { hold, taken, dueAt, duty } = entry;
    // Whoever took it may have been stopped in the middle: somebody has to look.
    if (taken) return [now < taken.at + toleranceMs && taken.at <= now ? taken.at + toleranceMs : now + toleranceMs];
    if (hold || dueAt === undefined) return [];
    return [Math.max(now, duty === 'watch' ? Math.min(dueAt, now + dayMs) : dueAt)];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Names an appointment for good: no occurrence is ever done twice. */
export function occurrence({ id, dueAt }: { readonly id: string; readonly dueAt: number }): string {
  return `${id} @${dueAt}`;
}

/** No check is planned further ahead than a day: one that is was planned before the clock was set back. */
function hasCome({ duty }: Entry, dueAt: number, { now }: Circumstances): boolean {
  return dueAt <= now || (duty === 'watch' && dueAt > now + dayMs + toleranceMs);
}

/** A browser that began later than now has had its clock set back: only how late it is can be told. */
function isMissed(dueAt: number, { now, since }: Circumstances): boolean {
  return (dueAt < since && since <= now) || now - dueAt > toleranceMs;
}

/** It, or a later one, has had its turn: the clock was set back, and one answer of a person sets the diary right. */
function isPast({ last }: Entry, dueAt: number): boolean {
  return last !== undefined && last.dueAt >= dueAt;
}

function putOff(entry: Entry, { now, rules, zone, changedAt }: Circumstances): Deed {
  const cool = cooledAt(entry, { now, changedAt, coolDownMs: rules.coolDownMinutes * minuteMs });
  const { why = 'cool-down' } = allowedFrom(now, rules, zone);
  const { at } = allowedFrom(Math.max(now, cool), rules, zone);
  return at > now ? { do: 'move', to: at, why } : { do: 'run' };
}

interface Cooling {
  readonly now: number;
  readonly changedAt: number | undefined;
  readonly coolDownMs: number;
}

/** A change that lies ahead was made before the clock was set back, nobody knows when: it is waited for once. */
function cooledAt({ moved }: Entry, { now, changedAt, coolDownMs }: Cooling): number {
  if (changedAt === undefined) return now;
  if (changedAt <= now) return changedAt + coolDownMs;
  return moved?.why === 'cool-down' ? now : now + coolDownMs;
}
