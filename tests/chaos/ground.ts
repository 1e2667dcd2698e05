import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import type { Known } from '../../sandbox/desk.ts';
import { keptIn } from '../e2e/kept.ts';
import { allowed } from '../e2e/seeded.ts';
import { type Stage, type StageOptions, stage } from '../e2e/stage.ts';
import { ask } from './asking.ts';
import { letPass } from './clock.ts';

/** A stage with an account, and groups of it whose codes Latchkey has seen. */
export interface Ground {
  readonly on: Stage;
  readonly account: string;
  readonly groups: readonly Known[];
  /** A page of ours to ask from. */
  tab(): Tab;
  /** Another one, where the browser has been started anew. */
  reopened(): Promise<void>;
}

interface View {
  readonly code: string;
  readonly open?: object;
}

interface Row {
  readonly seq: number;
  readonly group: string;
  readonly code: string;
  readonly event: string;
  readonly how: string;
  readonly prev?: string;
  readonly hash?: string;
}

export async function ground(groups = 8, options: StageOptions = {}): Promise<Ground> {
  const on = await stage(options);
  await on.addAccount();
  const page = () => on.page(on.browser.extensionUrl('welcome.html'));
  let tab = await page();
  const { accounts } = await ask<{ accounts: { id: string }[] }>(tab, 'account.overview');
  const account = accounts[0]?.id ?? '';
  await ask(tab, 'group.refresh', account);
  const known = (await on.groupsOf('demo')).filter(({ roles }) => roles.demo !== 'participant').slice(0, groups);
  for (const { id } of known) await ask(tab, 'invite.read', { account, group: id });
  await on.forgetRequests();
  return {
    on,
    account,
    groups: known,
    tab: () => tab,
    async reopened() {
      // So soon after it was given, a permission may not have reached the disk.
      await on.browser.grantHosts();
      tab = await page();
      await allowed(tab, ['http://127.0.0.1/*']);
    },
  };
}

/** What Latchkey remembers of a group. */
export function recalled({ account, tab }: Ground, group: string): Promise<View> {
  return ask<View>(tab(), 'invite.recall', { account, group });
}

/** A group's open revocation comes to its end, as its owner would see it: look, wait out the window, look again. */
export async function settled(at: Ground, group: string): Promise<void> {
  const asked = { account: at.account, group };
  await at.tab().until(
    'the end of a revocation',
    async () => {
      const view = await ask<View>(at.tab(), 'invite.read', asked);
      if (view.open) await letPass(at.tab(), 'intents', 130_000);
      return !view.open && view.code === (await known(at, group)).code;
    },
    60_000,
  );
}

async function known({ on }: Ground, group: string): Promise<Known> {
  const found = (await on.groupsOf('demo')).find(({ id }) => id === group);
  if (!found) throw new Error(`The sandbox has no group ${group}`);
  return found;
}

/**
 * Holds Latchkey's record against the sandbox's own memory: every code since the first that Latchkey saw, each once, in
 * order, each ended by Latchkey; nothing open; the lines without a gap. Gives how the codes were learned.
 */
export async function judged(at: Ground): Promise<Readonly<Record<string, number>>> {
  for (const { id } of at.groups) await settled(at, id);
  const posts = (await at.on.revocations()).length;
  const { rooms } = await keptIn(at.tab());
  const rows = (rooms.lineage ?? []).map((kept) => (kept as { row: Row }).row).sort((a, b) => a.seq - b.seq);
  const now = await at.on.groupsOf('demo');
  for (const { id, name, code: first } of at.groups) {
    const codes = now.find((group) => group.id === id)?.codes.map(({ code }) => code) ?? [];
    const own = rows.filter(({ group, event }) => group === id && event !== 'not-rotated');
    expect(
      own.map(({ code }) => code),
      `every code of ${name}`,
    ).toEqual(codes.slice(codes.indexOf(first)));
  }
  const events = rows.map(({ event }) => event).filter((event) => event !== 'first-seen' && event !== 'not-rotated');
  expect(events, 'a line for each request').toEqual(Array(posts).fill('retired'));
  expect(rooms.intents, 'what is still open').toEqual([]);
  // Learned after the window: it was closed too early, but for a request that a busy machine held back for so long.
  const late = rows.filter(({ how }) => how === 'late').length;
  expect(late, 'given up too early').toBeLessThanOrEqual(posts / 50);
  chained(rows);
  const { health } = await ask<{ health: string }>(at.tab(), 'record.check');
  expect(health).toBe('whole');
  return counted(rows.filter(({ event }) => event !== 'first-seen').map(({ event, how }) => `${event} by ${how}`));
}

function chained(rows: readonly Row[]): void {
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, nth) => nth + 1));
  const links = rows.slice(1).map(({ prev }) => prev);
  expect(links).toEqual(rows.slice(0, -1).map(({ hash }) => hash));
}

export function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
