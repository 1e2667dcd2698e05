import { describe, expect, it } from 'vitest';
import { makes } from './open-gateway';
import { type KillStage, killStages } from './revoking/kill-stage';

const names = Object.keys(makes);
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Sent, and the background killed before any answer. */
async function killedInFlight(stage: KillStage): Promise<void> {
  const { at, who, old } = stage;
  const sentAt = at.clock.now();
  who.begin(old);
  await at.idle();
  expect([stage.posts(), at.clock.now()]).toEqual([1, sentAt]);
  at.kill();
}

async function expectRetired({ who, codes, old, posts }: KillStage): Promise<void> {
  const view = await who.view();
  expect(view).toMatchObject({ code: codes().at(-1), previous: { code: old, byUs: true } });
  expect(view.open).toBeUndefined();
  expect((await who.history()).filter(({ event }) => event === 'retired')).toHaveLength(1);
  expect(posts()).toBe(1);
}

describe.each(names)('%s', (make) => {
  it.each([1, 10, 60, 110].flatMap((late) => [0, 1, 7, 29, 45].map((wakes) => [late, wakes])))(
    'a change that lands %i s after a kill is known, where the next life begins %i s after it',
    async (late, wakes) => {
      const stage = (await killStages(make))();
      stage.order({ fault: 'slow', ms: (late ?? 0) * second, late: true, times: 1 });
      await killedInFlight(stage);
      await stage.at.pass((wakes ?? 0) * second);
      stage.at.life();
      await stage.at.pass(130 * second);
      await expectRetired(stage);
    },
  );

  it('a change that lands after we had given up is found, and told as late', async () => {
    const stage = (await killStages(make))();
    stage.order({ fault: 'slow', ms: 5 * minute, late: true, times: 1 });
    await killedInFlight(stage);
    await stage.at.pass(130 * second);
    expect((await stage.who.view()).open).toBeUndefined();
    expect((await stage.who.history())[0]).toMatchObject({ event: 'not-rotated', code: stage.old });
    await stage.at.pass(11 * minute);
    expect((await stage.who.history())[0]).toMatchObject({ event: 'retired', how: 'late', code: stage.codes().at(-1) });
    await expectRetired(stage);
  });

  it('a gateway that is away for a day leaves it open, with a bell set, and is asked seldom', async () => {
    const stage = (await killStages(make))();
    const { at, who } = stage;
    stage.order({ fault: 'slow', ms: second, late: true, times: 1 });
    await killedInFlight(stage);
    stage.order({ fault: 'drop', verb: 'code' });
    for (let passed = 0; passed < 24; passed += 1) {
      await at.pass(hour);
      expect((await who.view()).open).toMatchObject({ code: stage.old });
      expect((await who.view()).code).toBe(stage.old);
      expect(at.bells.get('settle')).toBeGreaterThan(at.clock.now() - second);
    }
    expect(stage.reads()).toBeLessThan(60);
    stage.clear();
    await at.pass(hour + minute);
    await expectRetired(stage);
  });

  it('looking at a slow gateway outlives the 30 s that a browser gives an idle background', async () => {
    const stage = (await killStages(make, true))();
    stage.order({ fault: 'hang', acts: true, times: 1 });
    await killedInFlight(stage);
    // By now the bell rings every five minutes only.
    stage.order({ fault: 'drop', verb: 'code' });
    await stage.at.pass(4 * minute);
    stage.at.kill();
    stage.clear();
    // Read twice, as a gateway that is briefly away is: almost 40 s without a word to the browser.
    stage.order({ fault: '503', ms: 19 * second, verb: 'code', times: 1 });
    stage.order({ fault: 'slow', ms: 19 * second, verb: 'code', times: 1 });
    const { power } = stage.at.life();
    await stage.at.pass(40 * second);
    expect(power.isDead()).toBe(false);
    await expectRetired(stage);
  });

  it('of a hundred revocations asked for at once one is sent, whoever asks', async () => {
    const stage = (await killStages(make))();
    const asked = Array.from({ length: 100 }, (_, nth) => (nth % 2 ? stage.who : stage.other).revoke(stage.old));
    const told = await Promise.all(asked);
    expect(told.filter((answer) => answer === 'good')).toHaveLength(1);
    expect(new Set(told)).toEqual(new Set(['good', 'busy']));
    await stage.who.read();
    await expectRetired(stage);
  });

  it('a revocation that is open keeps every account from sending another', async () => {
    const stage = (await killStages(make))();
    stage.order({ fault: 'hang', times: 1 });
    await killedInFlight(stage);
    stage.at.life();
    expect(await stage.other.revoke(stage.old)).toBe('unsettled');
    expect(await stage.who.revoke(stage.old)).toBe('unsettled');
    expect(stage.posts()).toBe(1);
  });
});
