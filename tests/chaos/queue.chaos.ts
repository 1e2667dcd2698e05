import { expect, it } from 'vitest';
import { queueIn } from '../e2e/queue-view.ts';
import { ask } from './asking.ts';
import { letItemPass, letPass } from './clock.ts';
import { type Dice, diceFor } from './dice.ts';
import { figure } from './figures.ts';
import { counted, type Ground, ground } from './ground.ts';

const perMinute = 5;
const passMs = 15_000;

it('joins every group of a queue once and within its rate, although the background is stopped all the time', async () => {
  const dice = diceFor('queue');
  const at = await ground(0);
  const groups = dice.draw(await at.on.groupsOf('big'), figure('QUEUE'));
  const asked = { account: at.account, codes: groups.map(({ code }) => code) };
  await ask(at.tab(), 'setting.change', { joinsPerMinute: perMinute });
  await ask(at.tab(), 'queue.add', asked);
  await at.on.forgetRequests();
  for (const deed of [{ perMinute }, 'resume']) await ask(at.tab(), 'queue.change', { account: at.account, deed });
  // How far the times that are written down are behind the wall clock, from which moment on.
  const moves = [{ from: 0, ms: 0 }];
  let view = await queueIn(at.tab());
  for (let round = 0; view.state === 'running' && round < groups.length * 20; round += 1) {
    await blow(at, dice);
    const ms = (moves.at(-1)?.ms ?? 0) + passMs;
    moves.push({ from: Date.now(), ms });
    view = await queueIn(at.tab());
  }
  const posts = (await at.on.requests()).filter(({ verb }) => verb === 'join');
  const inside = new Set((await at.on.groupsOf('demo')).map(({ code }) => code));
  for (const { code } of groups) {
    const own = posts.filter(({ path, body }) => JSON.stringify([path, body]).includes(code));
    expect(inside.has(code), `in by ${code}`).toBe(true);
    expect(own.length, `requests for ${code}`).toBe(1);
  }
  const times = posts.map((post) => post.at + (moves.findLast(({ from }) => from <= post.at)?.ms ?? 0));
  const most = Math.max(...times.map((from) => times.filter((one) => one >= from && one - from < 60_000).length));
  expect(most).toBeLessThanOrEqual(perMinute);
  expect(view.state).toBe('done');
  const states = counted(view.rows.map(({ state, tries }) => `${state}, ${tries} tries lost`));
  console.log(`${groups.length} groups, ${posts.length} requests, ${moves.length - 1} stops, ${most} a minute`, states);
});

/** The background dies at some moment; then time passes for all that is written down. */
async function blow({ on, tab }: Ground, dice: Dice): Promise<void> {
  const isSlow = dice.oneIn(3);
  if (isSlow) await on.order('slow', { verb: 'join', ms: dice.between(100, 900), late: dice.oneIn(2) });
  await new Promise((go) => setTimeout(go, dice.between(0, 2_500)));
  await on.browser.stopBackground();
  if (isSlow) await new Promise((go) => setTimeout(go, 1_000));
  await on.calm();
  for (const room of ['joins', 'queue'] as const) await letPass(tab(), room, passMs);
  await letItemPass(tab(), 'queues', passMs);
}
