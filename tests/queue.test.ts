import { describe, expect, it } from 'vitest';
import type { QueueRow } from '../utils/over-time/model';
import { type QueueStage, queueStage } from './queue-stage';
import { account } from './revoking/asking';
import { lyingIn } from './revoking/machine';

const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const url = 'http://127.0.0.1:8787';

const change = (on: QueueStage, deed: 'pause' | 'resume' | 'cancel' | 'clear') =>
  on.told(({ queue }) => queue.change({ account: on.account, deed }));
const states = async (on: QueueStage) => (await on.view())?.rows.map(({ state }) => state);

describe('a join queue', () => {
  it('sends nothing more a tenth of a second after it was paused or cancelled', async () => {
    for (const [nth, deed] of (['pause', 'cancel'] as const).entries()) {
      const on = await queueStage({ groups: 12, perMinute: 5 });
      for (let round = 0; round < 12; round += 1) {
        // Answers take their time, so that every wish falls into the middle of something else.
        on.fault({ fault: 'slow', ms: 700 });
        await on.at.pass(310 * round + 97 * nth);
        await change(on, deed);
        const from = on.at.clock.now() + 100;
        const sent = on.posts.length;
        await on.at.pass(3 * minuteMs);
        expect(on.posts.length - sent).toBe(0);
        // What was under way already may be asked for its end.
        expect(on.requests.filter((at) => at > from + 20 * secondMs)).toEqual([]);
        if (deed === 'cancel') break;
        await change(on, 'resume');
      }
    }
  }, 60_000);

  it('stops at WhatsApp’s word, and only a person goes on, a day later', async () => {
    const on = await queueStage({ groups: 6, perMinute: 5 });
    await on.at.pass(20 * secondMs);
    on.fault({ fault: 'refusal', word: 'rate-overlimit', verb: 'join' });
    await on.at.pass(minuteMs);
    const stopped = await on.view();
    expect(stopped).toMatchObject({ state: 'stopped', stop: { trouble: { kind: 'too-many-joins' } } });
    on.fault(undefined);
    const sent = on.posts.length;
    on.at.kill();
    await on.at.pass(hourMs);
    const refused = await on.told(({ queue }) =>
      queue.change({ account: on.account, deed: 'resume' }).then(
        () => 'let on',
        (caught) => Reflect.get(Object(caught), 'kind'),
      ),
    );
    expect(refused).toBe('too-many-joins');
    await on.at.pass(dayMs);
    expect(on.posts.length).toBe(sent);
    expect((await on.view())?.state).toBe('stopped');
    await change(on, 'resume');
    await on.at.pass(5 * minuteMs);
    expect((await states(on))?.every((state) => state === 'joined')).toBe(true);
  }, 60_000);

  it('waits out a gateway that fails for hours, and loses nothing by it', async () => {
    const on = await queueStage({ groups: 5, perMinute: 5 });
    for (const fault of ['500', 'drop', 'session-down'] as const) {
      on.fault({ fault });
      await on.at.pass(3 * hourMs);
    }
    on.fault(undefined);
    await on.at.pass(3 * hourMs);
    const rows = (await on.view())?.rows ?? [];
    expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('joined'));
    expect(on.posts.every(({ wasIn }) => !wasIn)).toBe(true);
  }, 60_000);

  it('goes on after the clock was set back by a day, though no bell rings', async () => {
    const on = await queueStage({ groups: 3, perMinute: 1 });
    await on.at.pass(10 * secondMs);
    on.at.kill();
    on.at.setClock(-dayMs);
    expect(on.posts.length).toBe(1);
    on.at.life();
    await on.at.pass(10 * minuteMs);
    expect(await states(on)).toEqual(['joined', 'joined', 'joined']);
  }, 60_000);

  it('joins no sooner because the clock was set on, nor later because of the hour of summer', async () => {
    for (const byMs of [dayMs, hourMs, -hourMs]) {
      const on = await queueStage({ groups: 3, perMinute: 1 });
      await on.at.pass(10 * secondMs);
      on.at.setClock(byMs);
      await on.at.pass(10 * minuteMs);
      expect(on.posts).toHaveLength(3);
      expect(on.mostInAMinute()).toBe(1);
    }
  }, 60_000);

  it('does not hurry after a sleep', async () => {
    const on = await queueStage({ groups: 6, perMinute: 5 });
    await on.at.pass(10 * secondMs);
    on.at.clock.set(on.at.clock.now() + 8 * hourMs);
    await on.at.pass(10 * minuteMs);
    const gaps = on.posts.slice(1).map(({ at }, nth) => at - (on.posts[nth]?.at ?? 0));
    expect(gaps).toHaveLength(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12 * secondMs);
  }, 60_000);

  it('asks nobody about groups that the account is in already', async () => {
    const on = await queueStage({ groups: 1, perMinute: 5 });
    await on.at.pass(minuteMs);
    const other = await account(on.at, { make: 'waha', url });
    for (const one of [on.account, other]) await on.told(({ groups }) => groups.refresh(one));
    const { added = 0 } = (await on.told(({ queue }) => queue.add({ ...nobody(on), groupsOf: other }))) ?? {};
    expect(added).toBeGreaterThan(20);
    await change(on, 'resume');
    const from = on.requests.length;
    await on.at.pass(secondMs);
    expect((await states(on))?.filter((state) => state === 'already-in')).toHaveLength(added);
    expect(on.requests.length).toBe(from);
  }, 60_000);

  it('joins the groups of a lost account by the codes that are remembered, each once', async () => {
    const on = await queueStage({ groups: 1, perMinute: 5 });
    const { at, hall } = on;
    await at.pass(minuteMs);
    // Of ten thousand groups, ten are enough.
    const all = hall.world.groupsOf('big');
    for (const { id } of [...all.slice(0, 200), ...all.slice(210)]) hall.world.setRole(id, 'big');
    const lost = await account(at, { make: 'waha', url, holder: 'big' });
    const { groups = [] } = (await on.told(({ groups }) => groups.refresh(lost))) ?? {};
    const own = groups.filter(({ admin }) => admin).slice(0, 3);
    for (const { id } of own) await on.told(({ invites }) => invites.read({ account: lost, group: id }));
    hall.faults.order({ fault: '500', make: 'waha' });
    const asked = { account: on.account, codes: [], groupsOf: lost };
    expect(await on.told(({ queue }) => queue.add(asked))).toMatchObject({ added: 10, known: 0 });
    expect(await on.told(({ queue }) => queue.add(asked))).toMatchObject({ added: 0, known: 10 });
    await change(on, 'resume');
    await at.pass(20 * minuteMs);
    const rows = (await on.view())?.rows.filter(({ via }) => via === lost) ?? [];
    const joined = rows.filter(({ state }) => state === 'joined').map(({ group }) => String(group));
    expect(joined.toSorted()).toEqual(own.map(({ id }) => String(id)).toSorted());
    expect(rows.filter(({ state }) => state === 'waiting')).toEqual([]);
    const kept = (await lyingIn(at, 'queue')) as QueueRow[];
    for (const place of ['code', 'group'] as const) {
      const all = kept.flatMap((row) => row[place] ?? []);
      expect(new Set(all).size).toBe(all.length);
    }
  }, 120_000);
});

const nobody = (on: QueueStage) => ({ account: on.account, codes: [] });
