import { it } from 'vitest';
import { type Blow, type Moment, round } from './blows.ts';
import { diceFor } from './dice.ts';
import { figure } from './figures.ts';
import { counted, ground, judged } from './ground.ts';

it('loses no code although the background is stopped in the middle of revocations', async () => {
  const dice = diceFor('background stopped');
  const at = await ground();
  const moments: Moment[] = [];
  for (let nth = 0; nth < figure('WORKER_KILLS'); nth++) moments.push(...(await round(at, dice, stop)));
  console.log(`background stopped ${figure('WORKER_KILLS')} times`, counted(moments), await judged(at));
});

const stop: Blow = async ({ on }) => {
  await on.browser.stopBackground();
  return Date.now();
};
