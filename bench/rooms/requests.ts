import { existsSync } from 'node:fs';
import type { BrowserName } from '../../sandbox/browser/browser.ts';
import { launch } from '../../sandbox/browser/launch.ts';
import { deskAt } from '../../sandbox/desk.ts';
import { openPopup } from '../../sandbox/faces/popup.ts';
import { wordsOf } from '../../sandbox/faces/words.ts';
import { startSandbox } from '../../sandbox/serve.ts';
import { type Bench, pause } from '../bench.ts';
import type { Case, Report } from '../report.ts';
import { firstLine } from '../rounds.ts';
import { seed } from '../seed.ts';

const group = 'VIP Launch List';
const strangers = 'Garden Swap Toulouse';

/** What the gateway is asked for what people do, by its own log. */
export async function requests({ built }: Bench): Promise<Report> {
  const troubles: string[] = [];
  const cases: Case[] = [];
  for (const name of ['chromium', 'firefox'] as const) {
    if (!existsSync(built[name])) troubles.push(`${name}: nothing is built in ${built[name]}`);
    else {
      const counted = await countedIn(name, built[name]).catch(
        (error) => void troubles.push(`${name}: ${firstLine(error)}`),
      );
      if (counted) cases.push(counted);
    }
  }
  return { title: 'Requests to the gateway', cases, troubles };
}

async function countedIn(name: BrowserName, extension: string): Promise<Case> {
  const sandbox = await startSandbox();
  const desk = deskAt(sandbox.url);
  const browser = await launch(name, { extension, hosts: { 'chat.whatsapp.com': sandbox.port } });
  try {
    await browser.grantHosts();
    await seed(browser, { sandbox: sandbox.url, group });
    const popup = await openPopup(browser, await wordsOf(extension));
    const link = async () => `https://chat.whatsapp.com/${(await desk.group(strangers)).code}`;
    const asked = async (deed: () => Promise<unknown>) => {
      await pause(1_000);
      await desk.forgetRequests();
      await deed();
      await pause(1_000);
      return (await desk.requests()).length;
    };
    const stranger = await link();
    await popup.link();
    const copy = await asked(() => popup.copy());
    const probe = await asked(() => popup.lookInside(stranger));
    await popup.choose(group);
    const revoke = await asked(() => popup.retire());
    return { name, unit: '', floorless: true, lines: linesOf({ copy, probe, revoke }) };
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

const goals = { copy: 0, probe: 1, revoke: 3 };

function linesOf(counted: typeof goals) {
  return (['copy', 'probe', 'revoke'] as const).map((deed) => ({
    name: deed,
    samples: [counted[deed]],
    goal: { most: goals[deed] },
  }));
}
