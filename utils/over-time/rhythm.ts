import type { Day, Rhythm, Rules, TimeOfDay } from './model';
import { dayMs, isMoment, minuteMs, momentOf, nextMomentOf, type Wall, wallAt, zoneNamed } from './zone';

/**
 * The rhythm's next time after a moment; undefined where none is to come. `zone` is an IANA name. A set time that the clock
 * leaves out comes at the end of the gap, one that it shows twice comes the first time. An interval is time that passes,
 * whatever the clocks do. Pure.
 */
export function nextTime(rhythm: Rhythm, after: number, zone: string): number | undefined {
  if (!isMoment(after)) return undefined;
  if (rhythm.kind === 'once') return rhythm.at > after ? rhythm.at : undefined;
  return rhythm.kind === 'every' ? nextOf(rhythm, after) : nextSet(rhythm, after, zoneNamed(zone));
}

/** The first moment from `at` on that is neither in quiet hours nor on a freeze day, and what has moved it. Pure. */
export function allowedFrom(
  at: number,
  rules: Pick<Rules, 'quiet' | 'freeze'>,
  zone: string,
): { readonly at: number; readonly why?: 'quiet' | 'frozen' } {
  const known = zoneNamed(zone);
  const frozen = rules.freeze.map(({ from, to }) => ({ from: wallOf(from), end: wallOf(to) + dayMs }));
  let allowed = at;
  let why: 'quiet' | 'frozen' | undefined;
  while (isMoment(allowed)) {
    const wall = wallAt(allowed, known);
    const thawed = endOfFreeze(wall, frozen);
    const end = thawed ?? endOfQuiet(wall, rules.quiet);
    if (end === undefined) break;
    allowed = nextMomentOf(end, allowed, known);
    why = thawed === undefined ? (why ?? 'quiet') : 'frozen';
  }
  return { at: allowed, ...(why && { why }) };
}

function nextOf({ everyMs, from }: Extract<Rhythm, { kind: 'every' }>, after: number): number | undefined {
  if (!(everyMs > 0)) return undefined;
  const next = after < from ? from : from + (Math.floor((after - from) / everyMs) + 1) * everyMs;
  return next > after ? next : undefined;
}

/** Two weeks: the only day of a week may be the one that a zone has skipped to change its side of the date line. */
const mostDays = 15;

function nextSet({ days, times }: Extract<Rhythm, { kind: 'at' }>, after: number, zone: string): number | undefined {
  const offsets = times.map(ofDay).toSorted((a, b) => a - b);
  const today = dayOf(wallAt(after, zone));
  for (let day = today; day <= today + mostDays * dayMs; day += dayMs) {
    if (!days.includes(new Date(day).getUTCDay()) || !hasDay(day, zone)) continue;
    for (const offset of offsets) {
      const moment = momentOf(day + offset, zone);
      if (moment > after) return moment;
    }
  }
  return undefined;
}

function hasDay(day: Wall, zone: string): boolean {
  return dayOf(wallAt(momentOf(day, zone), zone)) === day;
}

interface Frozen {
  readonly from: Wall;
  readonly end: Wall;
}

function endOfFreeze(wall: Wall, frozen: readonly Frozen[]): Wall | undefined {
  const ends = frozen.filter(({ from, end }) => from <= wall && wall < end).map(({ end }) => end);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

function endOfQuiet(wall: Wall, quiet: Rules['quiet']): Wall | undefined {
  if (!quiet) return undefined;
  const [from, to] = [ofDay(quiet.from), ofDay(quiet.to)];
  const day = dayOf(wall);
  const time = wall - day;
  if (from < to) return from <= time && time < to ? day + to : undefined;
  if (from === to) return undefined;
  if (time < to) return day + to;
  return time >= from ? day + dayMs + to : undefined;
}

/** `HH:MM` as ms of the day. */
function ofDay(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

function wallOf(day: Day): Wall {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

function dayOf(wall: Wall): Wall {
  return Math.floor(wall / dayMs) * dayMs;
}
