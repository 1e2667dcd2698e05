import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { browserName } from '../e2e/stage.ts';
import { ask } from './asking.ts';
import { diceFor } from './dice.ts';
import { type Ground, ground, recalled } from './ground.ts';
import { hurt, replaced, storesOf, wounds } from './wounds.ts';

interface State {
  readonly health: string;
  readonly findings: readonly { readonly what: string; readonly part: string; readonly count: number }[];
}

const isSmall = process.env.LATCHKEY_SMALL !== undefined;
const chosen = Object.entries(wounds).filter(([name]) => !isSmall || name === 'deleted');
const stores = storesOf(browserName).filter((store) => !isSmall || store === 'database');

it('notices that its files were damaged, and brings back every line of the record', async () => {
  const dice = diceFor('damage');
  const profile = await folder();
  const at = await ground(4, { profile });
  const whole = await filled(at);
  const backup = `${profile}-whole`;
  onTestFinished(() => rm(backup, { recursive: true, force: true }));
  replaced(backup, profile);
  const ends: string[] = [];
  for (const store of stores) {
    for (const [name, wound] of chosen) {
      replaced(profile, backup);
      const files = await hurt(profile, { browser: browserName, store, wound, dice });
      expect(files, store).not.toEqual([]);
      await at.on.browser.restart();
      await at.reopened();
      ends.push(`${store}, ${name}: ${await endOf(at, whole)}`);
      await at.on.browser.kill();
    }
  }
  console.log(ends.join('\n'));
  expect(ends.filter((end) => !/: (restored|nothing lost|said .*store-failed)/.test(end))).toEqual([]);
});

/** Some history in it, on the disk, and the browser away. */
async function filled(at: Ground): Promise<readonly string[]> {
  const { account, groups, on } = at;
  for (const { id } of [...groups, ...groups]) {
    const { code } = await recalled(at, id);
    await ask(at.tab(), 'ledger.note', { account, group: id, code, shape: 'link' });
    await ask(at.tab(), 'invite.revoke', { account, group: id, code, reason: 'once more' });
  }
  await on.browser.restart();
  await at.reopened();
  const whole = await lines(at);
  await on.browser.kill();
  return whole;
}

/** Every line that can be read. */
async function lines({ tab }: Ground): Promise<readonly string[]> {
  const asked = { filter: {}, limit: 5000 };
  const codes = await ask<{ rows: { code: string }[] }>(tab(), 'lineage.list', asked);
  const handed = await ask<{ rows: { id: string }[] }>(tab(), 'ledger.list', asked);
  return [...codes.rows.map(({ code }) => code), ...handed.rows.map(({ id }) => id)].sort();
}

async function endOf(at: Ground, whole: readonly string[]): Promise<string> {
  const popup = await at.on.popup();
  const text = await popup.tab.until('anything in the popup', async () => (await popup.tab.text()).trim() || undefined);
  const first = text.replace(/\s+/g, ' ').slice(0, 60);
  await popup.tab.close();
  const state = await ask<State>(at.tab(), 'record.check').catch((error: Error) => error);
  if (state instanceof Error) return `said “${first}”, ${state.message}`;
  const found = state.findings.map(({ part, what, count }) => `${part} ${what} ${count}`).join(', ');
  const now = await lines(at);
  const lost = whole.filter((line) => !now.includes(line)).length;
  if (lost > 0) return `LOST ${lost} of ${whole.length} (${state.health}: ${found}) “${first}”`;
  return found ? `restored (${found}) “${first}”` : `nothing lost “${first}”`;
}

async function folder(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-damage-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return profile;
}
