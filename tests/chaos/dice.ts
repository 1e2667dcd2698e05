/** Chance that can be played again: the same seed, the same throws. */
export interface Dice {
  between(least: number, most: number): number;
  oneIn(times: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** As many different ones, in any order. */
  draw<T>(list: readonly T[], many: number): T[];
}

/** The seed of this run, said aloud: `LATCHKEY_SEED`, or one that nobody chose. */
export function diceFor(campaign: string): Dice {
  const seed = Number(process.env.LATCHKEY_SEED ?? Math.floor(Math.random() * 1e9));
  console.log(`${campaign}: LATCHKEY_SEED=${seed}`);
  return diceFrom(seed);
}

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const draw = <T>(list: readonly T[], many: number): T[] =>
    list
      .map((one) => ({ one, at: next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, many)
      .map(({ one }) => one);
  return {
    between: (least, most) => least + next() * (most - least),
    oneIn: (times) => next() * times < 1,
    draw,
    pick<T>(list: readonly T[]): T {
      const [one] = draw(list, 1);
      if (one === undefined) throw new Error('There is nothing to pick from');
      return one;
    },
  };
}
