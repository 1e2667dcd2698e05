import { expect, it } from 'vitest';
import type { Known } from '../../sandbox/desk.ts';
import { keptIn } from '../e2e/kept.ts';
import { ask, askLater, cameBack } from './asking.ts';
import { letPass } from './clock.ts';
import { type Dice, diceFor } from './dice.ts';
import { figure } from './figures.ts';
import { counted, type Ground, ground } from './ground.ts';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly state: string;
}

it('asks WhatsApp at most once for each join, although the background is stopped in the middle', async () => {
  const dice = diceFor('joins');
  const at = await ground(0);
  await ask(at.tab(), 'setting.change', { joinsPerMinute: 5 });
  const groups = dice.draw(await at.on.groupsOf('big'), figure('JOINS'));
  const ends: string[] = [];
  await at.on.forgetRequests();
  for (const group of groups) ends.push(await joining(at, dice, group));
  const posts = (await at.on.requests()).filter(({ verb }) => verb === 'join');
  for (const { code } of groups) {
    const own = posts.filter(({ path, body }) => JSON.stringify([path, body]).includes(code));
    expect(own.length, `requests for ${code}`).toBe(ends.length && (await isIn(at, code)) ? 1 : 0);
  }
  const rows = (await rowsOf(at)).filter(({ state }) => state === 'sending');
  expect(rows, 'rows that are still under way').toEqual([]);
  console.log(`${groups.length} joins, ${posts.length} requests`, counted(ends));
});

/** One join, hit at a random moment, and what Latchkey makes of it in the end. */
async function joining(at: Ground, dice: Dice, { code }: Known): Promise<string> {
  const { on, account, tab } = at;
  await ask(tab(), 'join.prepare', { code, account });
  const ms = dice.between(100, 400);
  await on.order('slow', { verb: 'join', ms, late: dice.oneIn(2) });
  const asked = { code, account, greeting: '' };
  await askLater(tab(), { key: code, afterMs: 200, question: 'join.start', asked });
  await new Promise((go) => setTimeout(go, 200 + dice.between(0, 1.2) * (ms + 250)));
  await on.browser.stopBackground();
  const call = await cameBack(tab(), code);
  await new Promise((go) => setTimeout(go, ms + 100));
  await on.calm();
  // Past the time of any request, and past the pace.
  await letPass(tab(), 'joins', 61_000);
  const rows = (await rowsOf(at)).filter((row) => row.code === code);
  expect(rows.length, `rows for ${code}`).toBeLessThanOrEqual(1);
  const [row] = rows;
  const isJoined = await isIn(at, code);
  if (!row) {
    expect(isJoined, 'joined without a row').toBe(false);
    return 'never begun';
  }
  const state = await tab().until('an end of the join', async () => {
    const now = await ask<Row>(tab(), 'join.recall', { id: row.id, look: false });
    return now.state !== 'sending' && now.state;
  });
  expect(state).toBe(isJoined ? 'joined' : 'unknown');
  return `${state}, ${call?.envelope.died ? 'hit' : 'whole'}`;
}

async function isIn({ on }: Ground, code: string): Promise<boolean> {
  return (await on.groupsOf('demo')).some((group) => group.code === code);
}

async function rowsOf({ tab }: Ground): Promise<Row[]> {
  const { rooms } = await keptIn(tab());
  return (rooms.joins ?? []).map((kept) => (kept as { row: Row }).row);
}
