import { describe, expect, it } from 'vitest';
import { makes } from './open-gateway';
import { type KillStage, killStages } from './revoking/kill-stage';

const names = Object.keys(makes);

async function ready(make: string): Promise<KillStage> {
  const stage = (await killStages(make))();
  await stage.who.read();
  return stage;
}

async function expectRetired({ who, codes, old, posts }: KillStage): Promise<void> {
  expect(await who.view()).toMatchObject({ code: codes().at(-1), previous: { code: old, byUs: true } });
  expect((await who.view()).open).toBeUndefined();
  expect((await who.history()).map(({ event }) => event)).toEqual(['retired', 'first-seen']);
  expect(posts()).toBe(1);
}

describe.each(names)('%s, where the disk is full', (make) => {
  it.each(['heads', 'kept', 'intents'])('nothing is sent if %s cannot be written', async (room) => {
    const stage = await ready(make);
    stage.at.refuse((wanted) => wanted === room);
    expect(await stage.who.revoke(stage.old)).toBe('disk-full');
    expect(stage.posts()).toBe(0);
    expect((await stage.who.view()).open).toBeUndefined();
    stage.at.refuse(undefined);
    expect(await stage.who.revoke(stage.old)).toBe('good');
    await expectRetired(stage);
  });

  it('a code in hand is kept beside the record, said so, and holds back every other revocation', async () => {
    const stage = await ready(make);
    stage.at.refuse((room) => room === 'lineage');
    expect(await stage.who.revoke(stage.old)).toBe('unrecorded');
    const fresh = stage.codes().at(-1);
    expect((await stage.at.life().health()).rescued).toMatchObject([{ code: fresh, old: stage.old }]);
    expect(await stage.other.revoke(stage.old)).toBe('unrecorded');
    stage.at.refuse(undefined);
    stage.at.kill();
    stage.at.life();
    await stage.at.pass(1_000);
    await expectRetired(stage);
    expect((await stage.at.life().health()).rescued).toEqual([]);
  });

  it('a code that nothing would take is kept in memory until something does', async () => {
    const stage = await ready(make);
    const asked = stage.who.revoke(stage.old);
    stage.at.refuse(() => stage.posts() > 0);
    expect(await asked).toBe('unrecorded');
    expect(await stage.other.revoke(stage.old)).toBe('unrecorded');
    stage.at.refuse(undefined);
    await stage.at.pass(31_000);
    await expectRetired(stage);
  });

  it('from any write on: nothing is sent that was not written down, and no code is lost', async () => {
    const next = await killStages(make);
    let sent = 0;
    for (let nth = 1; nth <= 45; nth += 1) {
      const stage = next();
      let writes = 0;
      stage.at.refuse(() => ++writes >= nth);
      const told = await stage.who.revoke(stage.old);
      stage.at.refuse(undefined);
      stage.at.kill();
      stage.at.life();
      await stage.at.pass(130_000);
      if (stage.posts() > 0) await expectRetired(stage);
      else expect([told === 'good', stage.codes().at(-1)]).toEqual([false, stage.old]);
      sent += stage.posts();
    }
    expect(sent).toBeGreaterThan(5);
    expect(sent).toBeLessThan(45);
  }, 120_000);
});
