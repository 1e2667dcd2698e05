import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import type { Known } from '../../sandbox/desk.ts';
import type { Seen } from '../../sandbox/requests.ts';
import { keptIn } from '../e2e/kept.ts';
import { type Stage, stage } from '../e2e/stage.ts';
import { ask } from './asking.ts';
import { letPass } from './clock.ts';
import { type Dice, diceFor } from './dice.ts';
import { figure } from './figures.ts';
import { counted } from './ground.ts';

interface Place {
  readonly on: Stage;
  readonly tab: Tab;
  readonly account: string;
}

interface Line {
  readonly id: string;
  readonly taken?: object;
  readonly hold?: { readonly why: string };
  readonly last?: { readonly outcome: string };
}

interface Row {
  readonly id: string;
  readonly group: string;
  readonly code: string;
  readonly event: string;
}

/** So far ahead an appointment is made: the blow must be able to fall before it is taken. */
const leadMs = 5_000;
/** What an appointment costs beyond the gateway's own time. */
const overheadMs = 900;

it('keeps each appointment once, although the background is stopped in the middle of it', async () => {
  const dice = diceFor('rotations');
  const at = await place();
  const mine = (await at.on.groupsOf('big')).filter(({ roles }) => roles.big !== 'participant');
  const groups = dice.draw(mine, 2 * figure('ROTATIONS'));
  const moments: string[] = [];
  for (let nth = 0; nth < groups.length; nth += 2) moments.push(...(await round(at, dice, groups.slice(nth, nth + 2))));
  console.log(`${groups.length} appointments`, counted(moments), await judged(at, groups));
});

async function place(): Promise<Place> {
  const on = await stage();
  await on.addAccount('wawp', 'big');
  const tab = await on.page(on.browser.extensionUrl('welcome.html'));
  const { accounts } = await ask<{ accounts: { id: string }[] }>(tab, 'account.overview');
  const account = accounts[0]?.id ?? '';
  await ask(tab, 'group.refresh', account);
  return { on, tab, account };
}

/** Two appointments at one moment, hit at a random one, and what becomes of them in the end. */
async function round({ on, tab, account }: Place, dice: Dice, pair: readonly Known[]): Promise<string[]> {
  for (const { id } of pair) await ask(tab, 'invite.read', { account, group: id });
  await on.forgetRequests();
  const [reading, retiring] = [dice.between(10, 60), dice.between(100, 800)];
  await on.order('slow', { verb: 'code', ms: reading });
  await on.order('slow', { verb: 'revoke', ms: retiring, late: dice.oneIn(2) });
  const due = Date.now() + leadMs;
  await Promise.all(pair.map(({ id }) => ask(tab, 'care.change', { group: id, care: careAt(due) })));
  const hitAt = due + dice.between(-0.05, 1.1) * 2 * (2 * reading + retiring + overheadMs);
  await new Promise((go) => setTimeout(go, Math.max(0, hitAt - Date.now())));
  await on.browser.stopBackground();
  const struck = Date.now();
  await new Promise((go) => setTimeout(go, retiring + 150));
  await on.calm();
  for (const { id } of pair) await ended(tab, id);
  const posts = await on.revocations();
  return pair.map(({ id }) =>
    momentOf(
      struck,
      posts.filter((post) => isAbout(post, id)),
      retiring,
    ),
  );
}

const careAt = (at: number) => ({ watch: false, rhythm: { kind: 'once', at } });

/** The appointment comes to its end: whatever is open is looked after, and what is asked is answered with yes. */
async function ended(tab: Tab, group: string): Promise<void> {
  const id = `rotate ${group}`;
  await tab.until(
    'the end of an appointment',
    async () => {
      // Both look: at what was sent, and at what is due.
      await ask(tab, 'account.overview');
      const { diary } = await ask<{ diary: Line[] }>(tab, 'rule.change', {});
      const line = diary.find((one) => one.id === id);
      if (line?.hold) await ask(tab, 'diary.confirm', { id });
      else if (line?.taken) await letPass(tab, 'intents', 130_000);
      return line?.last?.outcome === 'done' && !line.hold && !line.taken;
    },
    60_000,
  );
}

/** Held against the sandbox's own memory: each code once, each request with its line, each line with its appointment. */
async function judged({ on, tab }: Place, groups: readonly Known[]): Promise<Readonly<Record<string, number>>> {
  const { rooms } = await keptIn(tab);
  const rows = (rooms.lineage ?? []).map((kept) => (kept as { row: Row }).row);
  const now = new Map((await on.groupsOf('big')).map((group) => [group.id, group]));
  for (const { id, name, code: first } of groups) {
    const codes = now.get(id)?.codes.map(({ code }) => code) ?? [];
    const own = rows.filter(({ group, event }) => group === id && event !== 'not-rotated');
    expect(
      own.map(({ code }) => code),
      `every code of ${name}`,
    ).toEqual(codes.slice(codes.indexOf(first)));
    expect(own.length, `changes of ${name}`).toBe(2);
    expect(own.at(-1)?.id, 'an appointment of its own').toMatch(`rotate ${id} @`);
  }
  expect(rooms.intents, 'what is still open').toEqual([]);
  return counted(rows.filter(({ event }) => event !== 'first-seen').map(({ event }) => event));
}

function isAbout({ path, body }: Seen, group: string): boolean {
  return JSON.stringify([decodeURIComponent(path), body]).includes(group);
}

/** When the blow fell. None is sent two times, whatever fell when. */
function momentOf(struck: number, posts: readonly Seen[], ms: number): string {
  expect(posts.length, 'requests').toBe(1);
  const at = posts[0]?.at ?? 0;
  if (struck < at) return 'before the request';
  return struck < at + ms ? 'while the gateway was at it' : 'after its answer';
}
