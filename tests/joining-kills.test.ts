import { describe, expect, it } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { currentCode } from '../sandbox/group.ts';
import { openHall } from '../sandbox/hall.ts';
import type { InviteCode } from '../utils/invite-link';
import type { JoinPlan } from '../utils/model/join';
import { makes } from './open-gateway';
import { account } from './revoking/asking';
import { type Life, type Machine, machine } from './revoking/machine';
import { wireTo } from './revoking/wire';

const url = 'http://127.0.0.1:8787';
const hall = openHall(undefined, undefined);
const strange = hall.world.all().filter(({ roles }) => roles.big && !roles.demo);
const quarterHour = 15 * 60_000;

interface Stage {
  readonly at: Machine;
  /** The window, as it opens. */
  plan(): Promise<JoinPlan>;
  /** The click; how it was answered, undefined where the life ended before. */
  join(): Promise<string | undefined>;
  isIn(): boolean;
  /** How many joins have reached the gateway. */
  posts(): number;
}

async function stage(make: string, isMortal = false): Promise<Stage> {
  const at = machine({ fetch: (clock) => wireTo(hall, clock), isMortal });
  const group = strange.pop();
  if (!group) throw new Error('Every group has been joined');
  hall.faults.clear();
  const by = await account(at, { make, url });
  const asked = { account: by, code: currentCode(group) as InviteCode };
  const told = async <T>(work: (life: Life) => Promise<T>) => at.end(work(at.life()));
  const start = ({ joins }: Life) =>
    joins.start({ ...asked, greeting: '' }).then(
      ({ state }) => state,
      (caught: unknown) => String(Reflect.get(Object(caught), 'kind')),
    );
  const from = hall.log.length;
  return {
    at,
    async plan() {
      const plan = await told(({ joins }) => joins.prepare(asked));
      if (!plan) throw new Error('The window stays empty');
      return plan;
    },
    join: () => told(start),
    isIn: () => hall.world.known(group.id).roles.demo !== undefined,
    posts: () => hall.log.slice(from).filter(({ verb }) => verb === 'join').length,
  };
}

const manners: readonly (Order | undefined)[] = [
  undefined,
  { fault: 'slow', ms: 12_000, late: true },
  { fault: '500', acts: true },
  { fault: 'drop' },
];

const names = Object.keys(makes);
const shares = 3;

describe.each(names)('%s', (make) => {
  it('a join that is killed anywhere is looked at, and never sent again by itself', async () => {
    let sent = 0;
    // The makes share the points at which a life may end between them.
    for (let step = 1 + names.indexOf(make) * 4; step <= 64; step += 9 * shares) {
      const { at, plan, join, isIn, posts } = await stage(make);
      await plan();
      const manner = manners[step % manners.length];
      if (manner) hall.faults.order({ ...manner, verb: 'join', times: 1 });
      const { power } = at.life();
      power.endAt(power.steps() + step);
      await join();
      at.kill();
      at.life();
      await at.pass(quarterHour);
      const { last, ways } = await plan();
      expect(posts()).toBeLessThanOrEqual(1);
      // Who is in is known to be in: by the row, or by the list.
      expect(ways[0]?.can === 'already-in').toBe(isIn());
      expect(last?.state).not.toBe('sending');
      if (isIn()) expect(await join()).toMatch(/^(joined|already-in)$/);
      expect(posts()).toBeLessThanOrEqual(1);
      sent += posts();
    }
    expect(sent).toBeGreaterThan(0);
  }, 120_000);

  it('a list that takes longer than a browser leaves an idle background is waited for', async () => {
    const { at, plan, join, isIn } = await stage(make, true);
    await plan();
    hall.faults.order({ fault: '500', verb: 'join', acts: true, times: 1 });
    hall.faults.order({ fault: 'drop', verb: 'list' });
    await join();
    // By now the bell rings every five minutes only.
    await at.pass(4 * 60_000);
    at.kill();
    hall.faults.clear();
    hall.faults.order({ fault: 'slow', ms: 45_000, verb: 'list' });
    const { power } = at.life();
    await at.pass(44_000);
    expect(power.isDead()).toBe(false);
    await at.pass(3_000);
    hall.faults.clear();
    expect(isIn()).toBe(true);
    expect((await plan()).last?.state).toBe('joined');
  });
});
