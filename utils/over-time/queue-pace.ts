/** How many joins a minute the queue makes where nobody chose. */
export const usualPerMinute = 1;

/** The least gap is a little more than the pace asks for: a bell may ring a moment too soon. */
const least = 1.05;
const most = 1.5;

/**
 * When the queue may join again after a join at `last`: never sooner than `perMinute` allows, and never in a beat, so that it
 * does not look like a machine. `chance` is from 0 up to 1. Pure.
 */
export function nextJoinAt(last: number, perMinute: number, chance: number): number {
  const share = Math.min(Math.max(chance, 0), 1);
  return last + Math.ceil(beat(perMinute) * (least + share * (most - least)));
}

/** How long the rest of a queue takes, in ms, on the average. Pure. */
export function leftMs(waiting: number, perMinute: number): number {
  return Math.round((waiting * beat(perMinute) * (least + most)) / 2);
}

function beat(perMinute: number): number {
  return 60_000 / Math.min(Math.max(perMinute, 1), 5);
}
