import { momentOf, wallAt, zoneNamed } from '../../../utils/over-time/zone';

/** What a clock in a zone shows at a time, as fields of the browser write it: `2026-11-21T02:00`. */
export function localIn(at: number, zone: string): string {
  return new Date(wallAt(at, zoneNamed(zone))).toISOString().slice(0, 16);
}

/** The first time at which a clock in a zone shows `2026-11-21T02:00`, or more; undefined for anything else. */
export function timeAt(local: string, zone: string): number | undefined {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  return Number.isNaN(wall) ? undefined : momentOf(wall, zoneNamed(zone));
}

const halfHourMs = 1_800_000;

/** Whether the clocks of a zone show the same once more, because they are put back. */
export function isTwice(at: number, zone: string): boolean {
  const local = localIn(at, zone);
  return [-2, -1, 1, 2].some((steps) => localIn(at + steps * halfHourMs, zone) === local);
}
