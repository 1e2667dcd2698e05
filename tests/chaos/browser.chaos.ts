import { it } from 'vitest';
import { browserName } from '../e2e/stage.ts';
import { type Blow, type Moment, round } from './blows.ts';
import { diceFor } from './dice.ts';
import { figure } from './figures.ts';
import { counted, ground, judged } from './ground.ts';

const times = figure(browserName === 'firefox' ? 'BROWSER_KILLS_FIREFOX' : 'BROWSER_KILLS_CHROMIUM');

it('loses no code although the whole browser is killed in the middle of revocations', async () => {
  const dice = diceFor('browser killed');
  const at = await ground();
  const moments: Moment[] = [];
  for (let nth = 0; nth < times; nth++) moments.push(...(await round(at, dice, kill)));
  console.log(`browser killed ${times} times`, counted(moments), await judged(at));
});

const kill: Blow = async (at) => {
  await at.on.browser.kill();
  const struck = Date.now();
  await at.on.browser.restart();
  await at.reopened();
  return struck;
};
