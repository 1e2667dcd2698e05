import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import type { QueueRow } from '../../over-time/model';
import { nextJoinAt } from '../../over-time/queue-pace';
import type { QueueHead } from '../../store/care-items';
import { read, settingsItem } from '../../store/items';
import { find } from '../../store/joins';
import { changeRow, changeRows, rowsOf } from '../../store/queue';
import { readRoll } from '../../store/rolls';
import { isLocked } from '../../store/vault';
import { asTrouble, passes } from '../../trouble';
import { foundAlready, kept, over, stopOf } from './ends';
import { changeHead, headOf, isHalted, ring, wakeAt } from './heads';
import { isOpen, joinId, nextRetryAt, nextRow, turnOf } from './rules';
import { atItsTurn, type Ended, endedBy, NoCode, type Turn } from './turn';

/** A turn that takes longer was cut off: the bell looks. */
const turnMs = 60_000;

/** Goes on with one account's queue as far as its pace allows. `again` is called when it has its next turn. Never rejects. */
export async function run(account: AccountId, again: () => void): Promise<void> {
  await navigator.locks.request(`queue ${account}`, { ifAvailable: true }, async (lock) => {
    if (lock) await goOn(account, again).catch(() => wakeAt(account, Date.now() + turnMs, again).catch(asTrouble));
  });
}

async function goOn(account: AccountId, again: () => void): Promise<void> {
  await cutOff(account);
  await synced(account);
  const head = await headOf(account);
  if (head?.state === 'running' && !isHalted(account)) await foundIn(account);
  for (;;) {
    const head = await headOf(account);
    if (head?.state !== 'running' || isHalted(account)) return;
    // Unlocking comes back to it; until then a bell would ring for nothing.
    if (await isLocked()) return keptLocked(account, head);
    const now = Date.now();
    const rows = await rowsOf(account);
    const row = nextRow(rows, now);
    const retry = nextRetryAt(rows);
    if (!row && retry === undefined) return over(account, rows);
    const at = Math.max(turnOf(head, now), row ? 0 : (retry ?? 0));
    if (at > now) {
      if (head.nextAt !== at) await changeHead(account, (kept) => ({ ...kept, nextAt: at }));
      return wakeAt(account, at, again);
    }
    if (row) await turn(row, head);
  }
}

async function keptLocked(account: AccountId, head: QueueHead): Promise<void> {
  if (head.waits?.kind === 'vault-locked') return;
  await changeHead(account, (kept) => ({ ...kept, waits: { kind: 'vault-locked' } }));
}

async function turn(row: QueueRow, head: QueueHead): Promise<void> {
  const { account, id } = row;
  const stop = await stopOf(account);
  if (stop) return kept(row, { state: 'skipped', trouble: stop.trouble });
  await ring(Date.now() + turnMs);
  const taken = await changeRow(id, (one) => (one.state === 'waiting' ? { ...one, state: 'working' } : undefined));
  if (taken?.state !== 'working') return;
  const { joinsPerMinute } = await read(settingsItem);
  const way = wayOf(row, Math.min(head.perMinute, joinsPerMinute));
  const ended = await atItsTurn(row, way).catch(troubled);
  // Whatever it was that could not be done: it was because somebody said stop.
  if (ended.state === 'skipped' && !ended.sent && way.isOff()) return released(row);
  await kept(row, ended);
}

function wayOf(row: QueueRow, perMinute: number): Turn {
  const { account } = row;
  let wasOff = false;
  return {
    perMinute,
    // A turn that was called off stays so, also where somebody resumes at once.
    isOff: () => {
      wasOff ||= isHalted(account);
      return wasOff;
    },
    // Before it is sent: whoever dies over it does not come back with the next one at once.
    onJoin: async () => {
      const nextAt = nextJoinAt(Date.now(), perMinute, Math.random());
      await changeHead(account, (kept) => ({ ...kept, nextAt }));
    },
    isTaken: (group) => isTaken(row, group),
  };
}

/** What kept a row from being joined. The other account's troubles are none of the one's that joins. */
function troubled(caught: unknown): Ended {
  if (!(caught instanceof NoCode)) return { state: 'skipped', trouble: asTrouble(caught).facts };
  const { facts } = caught;
  return { state: 'skipped', trouble: facts, means: passes(facts.kind) ? 'later' : 'row', asked: true };
}

async function isTaken({ id, account }: QueueRow, group: GroupId): Promise<boolean> {
  const rows = await rowsOf(account);
  return rows.some((other) => other.id !== id && other.group === group && (other.state === 'asked' || isOpen(other)));
}

/** Groups that the account is in already, by its list: thousands of them at once, and nobody is asked. */
async function foundIn(account: AccountId): Promise<void> {
  const inside = new Set((await readRoll(account)).groups.map(({ id }) => id));
  const isFound = ({ state, trouble, group = '' }: QueueRow) => state === 'waiting' && !trouble && inside.has(group);
  if (!(await rowsOf(account)).some(isFound)) return;
  const now = Date.now();
  const found = await changeRows(account, (row) =>
    isFound(row) ? { ...row, state: 'already-in', at: now } : undefined,
  );
  await foundAlready(account, found.length);
}

/** Rows that a life of the background has died over: the join tells, and where there is none nothing was sent. */
async function cutOff(account: AccountId): Promise<void> {
  for (const row of await rowsOf(account)) {
    if (row.state !== 'working') continue;
    const join = await find(joinId(row));
    if (join) await kept(row, { ...endedBy(join), code: join.code });
    else await released(row);
  }
}

/** Puts a row back for which nothing was sent. */
async function released({ id, account }: QueueRow): Promise<void> {
  const head = await headOf(account);
  const state = head?.state === 'done' ? 'cancelled' : 'waiting';
  await changeRow(id, (row) => (row.state === 'working' ? { ...row, state } : undefined));
}

/** What was not known when a row ended may have been learned since. */
export async function synced(account: AccountId): Promise<void> {
  for (const row of await rowsOf(account)) {
    if (!isOpen(row)) continue;
    const last = await find(joinId({ ...row, tries: Math.max(0, row.tries - 1) }));
    const join = last?.state === 'joined' ? last : await find(joinId(row));
    if (join?.state !== 'joined' && join?.state !== 'left') continue;
    await changeRow(row.id, ({ trouble: _, ...one }) => ({ ...one, state: 'joined', at: Date.now() }));
  }
}
