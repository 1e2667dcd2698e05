import { expect, it } from 'vitest';
import { daysUntil } from './first-passage';

const surely = { driftError: 0, spread: 1 };

it('knows the laws of chance: of a walk that goes nowhere half have come that far by a known day', () => {
  expect(daysUntil(10, 0.5, { drift: 0, ...surely }, 1e4)).toBeCloseTo((10 / 0.6745) ** 2, -0.5);
  expect(daysUntil(10, 0.1, { drift: 0, ...surely }, 1e4)).toBeCloseTo((10 / 1.6449) ** 2, -0.5);
});

it('comes to the plain sum where there is little chance, also far out', () => {
  for (const drift of [0.5, 5, 50]) {
    const [early = 0, half = 0, late = 0] = [0.1, 0.5, 0.9].map((chance) =>
      daysUntil(5_000, chance, { drift, driftError: 0, spread: Math.sqrt(drift) }, 1e5),
    );
    expect(half * drift).toBeCloseTo(5_000, -2);
    expect((late - early) * drift).toBeCloseTo(2 * 1.2816 * Math.sqrt(5_000), -1);
  }
});

it('takes longer the surer one wants to be, and says where that is never', () => {
  const walk = { drift: 0.2, driftError: 0.4, spread: 1 };
  const days = [0.05, 0.1, 0.3, 0.5, 0.6].map((chance) => daysUntil(20, chance, walk, 1e5) ?? Infinity);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect(daysUntil(20, 0.9, walk, 3_650)).toBeUndefined();
  expect(daysUntil(20, 0.1, { drift: -5, driftError: 0.1, spread: 1 }, 3_650)).toBeUndefined();
});
