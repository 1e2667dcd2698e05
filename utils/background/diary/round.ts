import { afterTrouble } from '../../over-time/after-trouble';
import { type Circumstances, due } from '../../over-time/due';
import type { Deed, Entry } from '../../over-time/model';
import { runningSince } from '../../store/browser-life';
import { diaryItem, rulesItem } from '../../store/care-items';
import { read } from '../../store/items';
import { summary } from '../../store/ledger';
import { recall } from '../../store/lineage';
import { isLocked } from '../../store/vault';
import type { Trouble, TroubleKind } from '../../trouble';
import { watchersOf } from '../watch/rounds';
import { keep, settleTaken } from './appointments';
import { changeLines, isStill, lineOf } from './lines';
import { following, withDue } from './planning';
import * as telling from './telling';

interface Decided {
  readonly line: Entry;
  readonly deed: Deed;
}

/** Sees to everything whose time has come: settles, asks, puts off, and does what may be done. */
export async function round(): Promise<void> {
  await settleTaken();
  await release();
  const moment = await momentNow();
  const runs = await decided(moment);
  const doers = await watchersOf(runs.flatMap(({ group }) => group ?? []));
  const whose = runs.map((line) => [line.account ?? doers.get(line.group ?? ''), line] as const);
  // One gateway that hangs keeps no other waiting, and none is asked two things at once.
  const lanes = Map.groupBy(whose, ([account]) => account).values();
  await Promise.all(
    [...lanes].map((lane) =>
      oneByOne(
        lane.map(([, line]) => line),
        moment,
      ),
    ),
  );
}

/** The keys are there again: what has waited for them has its turn now. */
async function release(): Promise<void> {
  const isWaiting = (await read(diaryItem)).some(({ hold }) => hold?.why === 'locked');
  if (!isWaiting || (await isLocked())) return;
  const now = Date.now();
  await changeLines((line) => {
    const { hold, ...rest } = line;
    if (hold?.why !== 'locked') return undefined;
    return { ...rest, dueAt: now, moved: { from: line.moved?.from ?? hold.dueAt, why: 'trouble' } };
  });
  await telling.unlocked();
}

async function momentNow(): Promise<Circumstances> {
  const [rules, now] = [await read(rulesItem), Date.now()];
  return { now, since: await runningSince(now), rules, zone: rules.zone };
}

/** Decides about every line; what is to be asked or put off is written down. Gives those that are to be done. */
async function decided(moment: Circumstances): Promise<Entry[]> {
  const ripe = await ripeLines(moment);
  const known = new Map(ripe.map((one) => [one.line.id, one]));
  const changed = await changeLines((line) => {
    const one = known.get(line.id);
    return one && isStill(line, one.line) ? written(one, moment) : undefined;
  });
  for (const line of changed) await telling.heldBack(line);
  return ripe.flatMap(({ line, deed }) => (deed.do === 'run' ? [line] : []));
}

async function ripeLines(moment: Circumstances): Promise<Decided[]> {
  const ripe: Decided[] = [];
  for (const line of await read(diaryItem)) {
    const deed = await deedFor(line, moment);
    if (deed.do !== 'rest') ripe.push({ line, deed });
  }
  return ripe;
}

async function deedFor(line: Entry, moment: Circumstances): Promise<Deed> {
  const deed = due(line, moment);
  if (deed.do === 'rest' || line.duty === 'watch') return deed;
  // The end of a campaign that keeps its links harms nobody, however late.
  if (line.group === undefined) return { do: 'run' };
  return due(line, { ...moment, ...(await linkNow(line.group)) });
}

async function linkNow(group: string): Promise<Pick<Circumstances, 'changedAt' | 'printed'>> {
  const { code, previous } = await recall('', group);
  const printed = code !== undefined && (await summary(group, code)).printed.length > 0;
  return { printed, ...(previous && { changedAt: previous.at }) };
}

/** A line that is asked about has its next appointment all the same, for when it was answered. Pure. */
function written({ line, deed }: Decided, moment: Circumstances): Entry | undefined {
  const { now } = moment;
  const { dueAt = now, moved } = line;
  if (deed.do === 'move') return { ...line, dueAt: deed.to, moved: { from: moved?.from ?? dueAt, why: deed.why } };
  if (deed.do !== 'ask') return undefined;
  const { trouble: _, ...rest } = line;
  const held: Entry = { ...rest, hold: { why: deed.why, dueAt: moved?.from ?? dueAt, since: now } };
  return withDue(held, following(held, moment));
}

/** What a gateway says of itself is not asked of it again for the next group. */
const ofTheGateway: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['unreachable', 'timed-out', 'slow-down', 'session-down', 'no-network', 'no-such-host', 'closed-port'] as const),
  ...(['vault-locked', 'no-permission', 'key-refused', 'no-session'] as const),
]);

/** So many in a row that were sent and told nothing: the gateway has come to a stop. */
const mostUnsettled = 2;

async function oneByOne(lines: readonly Entry[], moment: Circumstances): Promise<void> {
  let unsettled = 0;
  for (const [nth, line] of lines.entries()) {
    const trouble = await turn(line, moment);
    unsettled = trouble?.kind === 'unsettled' ? unsettled + 1 : 0;
    if (!trouble || !(ofTheGateway.has(trouble.kind) || unsettled >= mostUnsettled)) continue;
    return share(lines.slice(nth + 1), trouble);
  }
}

/** What was decided a while ago is looked at anew; having waited for its turn makes nothing late. */
async function turn(then: Entry, moment: Circumstances): Promise<Trouble | undefined> {
  const line = await lineOf(then.id);
  if (!line || !isStill(line, then) || line.dueAt === undefined) return undefined;
  const deed = await deedFor(line, { ...moment, now: Date.now() });
  const may = deed.do === 'run' || (deed.do === 'ask' && deed.why === 'overdue');
  return may ? keep(line, { dueAt: line.dueAt }) : undefined;
}

/** The rest of a gateway's appointments fare as the one that has just failed. */
async function share(lines: readonly Entry[], { facts }: Trouble): Promise<void> {
  const now = Date.now();
  const trouble = facts.kind === 'unsettled' ? { kind: 'busy' as const } : facts;
  const known = new Map(lines.map((line) => [line.id, line]));
  const changed = await changeLines((line) => {
    const then = known.get(line.id);
    return then && isStill(line, then) ? afterTrouble(line, trouble, now) : undefined;
  });
  for (const line of changed) await telling.heldBack(line);
}
