/** What moves on a line by chance: `drift` a day with a standard error of its own, `spread` the standard deviation of a day. */
export interface Walk {
  readonly drift: number;
  readonly driftError: number;
  readonly spread: number;
}

/** Places on the bell curve that stand for all of it, each for as much as the next. */
const places = 15;
const standIns = Array.from({ length: places }, (_, nth) => quantile((nth + 0.5) / places));

/**
 * In how many days the walk has come `distance` further with a given chance; undefined where it does not within `mostDays`.
 * Pure.
 */
export function daysUntil(distance: number, chance: number, walk: Walk, mostDays: number): number | undefined {
  if (chanceBy(mostDays, distance, walk) < chance) return undefined;
  let [low, high] = [0, mostDays];
  while (high - low > 0.01 && high - low > high / 1_000) {
    const middle = (low + high) / 2;
    if (chanceBy(middle, distance, walk) < chance) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance that a walk has come that far by some day: the inverse Gaussian law, over all drifts that may be the true one. */
function chanceBy(days: number, distance: number, { drift, driftError, spread }: Walk): number {
  if (days <= 0) return 0;
  const width = spread * Math.sqrt(days);
  const chances = standIns.map((place) => {
    const way = drift + place * driftError;
    const turned = (2 * way * distance) / spread ** 2 + logBelow((-way * days - distance) / width);
    return Math.min(1, Math.exp(logBelow((way * days - distance) / width)) + Math.exp(turned));
  });
  return chances.reduce((sum, one) => sum + one, 0) / places;
}

/** Logarithm of the normal law: Abramowitz and Stegun 26.2.17, and its tail by 26.2.12 where that has no figures left. */
function logBelow(z: number): number {
  if (z > 0) return Math.log1p(-Math.exp(logBelow(-z)));
  const x = -z;
  const density = -(x ** 2) / 2 - Math.log(Math.sqrt(2 * Math.PI));
  if (x > 6) return density - Math.log(x) + Math.log1p(-1 / x ** 2 + 3 / x ** 4);
  const t = 1 / (1 + 0.2316419 * x);
  const [a, b, c, d, e] = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  return density + Math.log(t * (a + t * (b + t * (c + t * (d + t * e)))));
}

/** Abramowitz and Stegun 26.2.23. */
function quantile(chance: number): number {
  if (chance > 0.5) return -quantile(1 - chance);
  const t = Math.sqrt(-2 * Math.log(chance));
  const over = 2.515517 + t * (0.802853 + t * 0.010328);
  return over / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
}
