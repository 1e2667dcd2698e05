import type { Rhythm } from '../../over-time/model';

// A file may hold any number for a time; one that is no date would break every list that shows it. All pure.

const dayMs = 86_400_000;

export function isDate(at: number | undefined): boolean {
  return at === undefined || !Number.isNaN(new Date(at).getTime());
}

export function isRhythm(rhythm: Rhythm | undefined): boolean {
  if (rhythm?.kind === 'once') return isDate(rhythm.at);
  return rhythm?.kind !== 'every' || isDate(rhythm.from);
}

/** When something has happened: not before there were computers, nor in days to come. */
export function hasHappened(at: number, now: number): boolean {
  return at >= 0 && at <= now + dayMs;
}
