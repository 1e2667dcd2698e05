import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { breaks } from '../utils/store/chain';
import { makes } from './open-gateway';
import { type KillStage, killStages } from './revoking/kill-stage';
import { lyingIn } from './revoking/machine';

const names = Object.keys(makes);
/** Per make, which differ in nothing that matters here. The long campaign asks for more. */
const sequences = Number(process.env.LATCHKEY_SEQUENCES ?? 20);
const quarterHour = 15 * 60_000;

/** How the gateway takes a revocation: most ways change the code, some late, some never. */
const manner: fc.Arbitrary<Order | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ fault: fc.constant('slow' as const), ms: fc.integer({ min: 1, max: 24_000 }) }),
  fc.record({
    fault: fc.constant('rotate-late' as const),
    ms: fc.integer({ min: 1, max: 110_000 }),
    answered: fc.boolean(),
  }),
  fc.record({
    fault: fc.constantFrom('500' as const, 'drop' as const, 'hang' as const, 'no-code' as const, 'redirect' as const),
    acts: fc.boolean(),
  }),
  fc.constantFrom<Order>({ fault: 'cut-mid-body' }, { fault: 'old-code' }, { fault: 'not-rotated' }),
);

const step = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: undefined });

const sequence = fc.record({
  manner,
  /** At which step of the first life somebody else asks for the same. */
  second: step(110),
  secondBy: fc.constantFrom('who' as const, 'other' as const),
  /** At which steps of each life it ends. */
  ends: fc.tuple(step(130), step(60), step(60)),
});

type Sequence = typeof sequence extends fc.Arbitrary<infer One> ? One : never;

async function play(stage: KillStage, { manner, second, secondBy, ends }: Sequence): Promise<void> {
  const { at, who, old } = stage;
  at.kill();
  if (manner) stage.order({ ...manner, times: 1 });
  const { power } = at.life();
  const from = power.steps();
  const asked: Promise<unknown>[] = [];
  if (second !== undefined) power.atStep(from + second, () => void asked.push(stage[secondBy].revoke(old)));
  if (ends[0] !== undefined) power.endAt(from + ends[0]);
  await who.revoke(old);
  for (const end of ends.slice(1)) {
    at.kill();
    if (end !== undefined) at.life().power.endAt(end);
    await at.pass(1_000);
  }
  await at.pass(quarterHour);
}

async function judge({ at, who, codes, posts, old }: KillStage): Promise<void> {
  at.kill();
  const issued = codes();
  const view = await who.read();
  expect(view).toMatchObject({ code: issued.at(-1) });
  expect(view?.open).toBeUndefined();
  expect(posts()).toBeLessThanOrEqual(1);
  const rows = (await who.history()).toReversed();
  // No change came later than the window is long: nobody gave up on one.
  if (issued.at(-1) !== old) expect(rows.filter(({ event }) => event === 'not-rotated')).toEqual([]);
  const changes = rows.filter(({ event }) => event !== 'not-rotated');
  // Every code that was ever issued stands in the record, once, and each of ours is known to be ours.
  expect(changes.map(({ code }) => code)).toEqual(issued.slice(issued.indexOf(old)));
  expect(changes.slice(1).map(({ event }) => event)).toEqual(changes.slice(1).map(() => 'retired'));
}

describe.each(names)('%s: a revocation that is killed anywhere', (make) => {
  it(`loses no code and is sent once, in ${sequences} sequences`, async () => {
    const next = await killStages(make);
    await fc.assert(
      fc.asyncProperty(sequence, async (one) => {
        const stage = next();
        await play(stage, one);
        await judge(stage);
      }),
      { numRuns: sequences },
    );
    const rows = await lyingIn(next().at, 'lineage', 'seq');
    expect(rows.length).toBeGreaterThan(sequences);
    expect(await breaks(rows)).toEqual([]);
  }, 600_000);
});
