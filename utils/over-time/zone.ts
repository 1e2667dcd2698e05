/** A moment as the clock on the wall of a zone shows it, in ms as if that clock were UTC's. */
export type Wall = number;

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Beyond this there are no dates. */
const lastMoment = 8.6e15;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The zone of that name; the browser's own where there is none. */
export function zoneNamed(name: string): string {
  try {
    if (name !== '') return clockOf(name).resolvedOptions().timeZone;
  } catch {
    // Not a zone, or one that this browser does not know.
  }
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function isMoment(at: number): boolean {
  return Math.abs(at) < lastMoment;
}

/** What the wall shows at a moment, to the second. `zone` must be one. */
export function wallAt(at: number, zone: string): Wall {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The first moment at which the wall shows `wall` or more: of a time that comes twice the first, of one that is left out
 * the end of the gap.
 */
export function momentOf(wall: Wall, zone: string): number {
  // Offsets are less than a day, and no zone changes its clocks twice in two days.
  const [start, end] = [wall - dayMs, wall + dayMs];
  const [before, after] = [offsetAt(start, zone), offsetAt(end, zone)];
  if (offsetAt(wall - before, zone) === before) return wall - before;
  if (offsetAt(wall - after, zone) === after) return wall - after;
  return changeBetween(start, end, zone);
}

/** The first moment after `at` at which the wall may show `wall`, which is later than what it shows at `at`. */
export function nextMomentOf(wall: Wall, at: number, zone: string): number {
  const first = momentOf(wall, zone);
  const passed = at + wall - wallAt(at, zone);
  return first > at ? Math.min(first, passed) : passed;
}

function changeBetween(start: number, end: number, zone: string): number {
  const offset = offsetAt(start, zone);
  let [low, high] = [Math.floor(start / 1_000), Math.ceil(end / 1_000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1_000, zone) === offset) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

function offsetAt(at: number, zone: string): number {
  return wallAt(at, zone) - Math.floor(at / 1_000) * 1_000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    ...{ calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  clocks.set(zone, clock);
  return clock;
}
