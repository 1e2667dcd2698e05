import { describe, expect, it } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { type Dice, diceFrom } from './chaos/dice';
import { type QueueStage, queueStage } from './queue-stage';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const all = process.env.LATCHKEY_ALL !== undefined;
const seeds = all ? Array.from({ length: 12 }, (_, nth) => 11 + nth) : [11];

const faults: readonly Omit<Order, 'make'>[] = [
  { fault: 'slow', ms: 12_000, late: true, verb: 'join', times: 1 },
  { fault: '500', acts: true, verb: 'join', times: 1 },
  { fault: '500', verb: 'join', times: 1 },
  { fault: 'drop', verb: 'join', times: 1 },
  { fault: '500', verb: 'probe', times: 2 },
  { fault: 'drop', verb: 'list', times: 1 },
  { fault: 'session-down', times: 3 },
  { fault: '429', verb: 'probe', times: 1, retryAfter: 20 },
];

/** A hundred take half a minute. */
const many = all ? 100 : 40;

describe.each(seeds)('a queue of many groups, dice %i', (seed) => {
  it('joins each once, in order, within the rate, whatever happens to the browser', async () => {
    const dice = diceFrom(seed);
    const on = await queueStage({ groups: many, perMinute: 5 });
    let state: string | undefined;
    for (let round = 0; round < 600 && state !== 'done' && state !== 'paused'; round += 1) {
      await blow(on, dice);
      await on.at.pass(dice.between(2_000, 25_000));
      state = (await on.view())?.state ?? state;
    }
    on.fault(undefined);
    await on.at.pass(5 * minuteMs);
    const view = await on.view();
    const rows = view?.rows ?? [];
    expect(view?.state).toBe('done');
    expect(on.codes.filter((code) => !on.isIn(code))).toEqual([]);
    // Where only WhatsApp's page told of a link, nobody knows the group's id, and no list can be searched for it.
    const told = rows.filter(({ state, group }) => state !== 'unknown' || group !== undefined);
    expect(told.filter(({ state }) => state !== 'joined' && state !== 'already-in')).toEqual([]);
    expect(rows.length - told.length).toBeLessThanOrEqual(2);
    expect(on.posts.filter(({ wasIn }) => wasIn)).toEqual([]);
    expect(on.mostInAMinute()).toBeLessThanOrEqual(5);
    // What failed has its turn after the others.
    const first = [...new Set(on.posts.map(({ code }) => code))].filter((code) => on.codes.some((one) => one === code));
    const untroubled = new Set(rows.filter(({ tries }) => tries === 0).map(({ code }) => String(code)));
    expect(first.filter((code) => untroubled.has(code))).toEqual(on.codes.filter((code) => untroubled.has(code)));
    expect(untroubled.size).toBeGreaterThan(many / 4);
  }, 600_000);
});

/** Something that happens to a browser, its gateway, its clock, or beside the queue. */
async function blow(on: QueueStage, dice: Dice): Promise<void> {
  const { at } = on;
  const often = ['none', 'none', 'probed', 'probed', 'sent', 'sent', 'step'] as const;
  const kind = dice.pick([...often, 'kill', 'fault', 'fault', 'calm', 'closed', 'sleep', 'clock', 'join']);
  const power = () => at.life().power;
  if (kind === 'step') power().endAt(power().steps() + Math.floor(dice.between(1, 160)));
  // On the way from the look to the join, and from the join to what is known of it.
  if (kind === 'probed') on.endAfter('probe', Math.floor(dice.between(1, 60)));
  if (kind === 'sent') on.endAfter('join', Math.floor(dice.between(1, 30)));
  if (kind === 'kill') at.kill();
  if (kind === 'fault') on.fault(dice.pick(faults));
  if (kind === 'calm') on.fault(undefined);
  // Nothing runs and nothing rings meanwhile.
  if (kind === 'closed') at.kill();
  if (kind === 'closed' || kind === 'sleep') at.clock.set(at.clock.now() + dice.between(1, 200) * minuteMs);
  if (kind === 'clock') await setClock(on, dice);
  if (kind === 'join') await joinedBeside(on);
}

/** A life knows how much time has really gone by; one that begins only just after the clock was set cannot. */
async function setClock({ at, spareLife }: QueueStage, dice: Dice): Promise<void> {
  spareLife();
  at.life();
  at.setClock(dice.pick([-dayMs, dayMs, -60 * minuteMs, 60 * minuteMs]));
  await at.pass(minuteMs + 1_000);
}

async function joinedBeside({ told, spare, account }: QueueStage): Promise<void> {
  const code = spare();
  await told(({ joins }) => joins.prepare({ code, account }));
  await told(({ joins }) => joins.start({ code, account, greeting: '' }).catch(() => undefined));
}
