import { awake } from '../../bridge/awake';
import type { InviteCode } from '../../invite-link';
import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import type { QueueRow, QueueView } from '../../over-time/model';
import { leftMs } from '../../over-time/queue-pace';
import { queuesItem } from '../../store/care-items';
import { policyNow, read, settingsItem } from '../../store/items';
import { changeRows, dropRows, enqueue, rowsOf, type Wanted } from '../../store/queue';
import { readRoll } from '../../store/rolls';
import { asTrouble, Trouble } from '../../trouble';
import * as activity from '../care/activity';
import * as alerts from '../care/alerts';
import * as links from '../links';
import { groupsNow } from '../membership';
import { mustBeAllowed } from '../policy/bars';
import { accountOf } from '../within';
import { changeHead, cleared, dropHead, freshHead, halt, headOf, keepHead, letGo } from './heads';
import { isOpen, isOver, turnOf } from './rules';
import { run, synced } from './run';

/** Joins what is next in every queue that runs, and sets the bell. At each start and bell. Never rejects. */
export function goOn(): Promise<void> {
  return awake(async () => {
    const accounts = Object.keys(await read(queuesItem));
    await Promise.all(accounts.map((account) => run(account, () => void goOn())));
  }).catch(() => undefined);
}

export async function list(): Promise<readonly QueueView[]> {
  const heads = Object.entries(await read(queuesItem));
  const now = Date.now();
  // A bell may fail to ring, as where the clock was set back: whoever looks on should not have to wait for it.
  if (heads.some(([, head]) => head.state === 'running' && turnOf(head, now) <= now)) void goOn();
  return (await Promise.all(heads.map(([account]) => viewOf(account)))).filter((view) => view !== undefined);
}

async function viewOf(account: AccountId): Promise<QueueView | undefined> {
  await synced(account).catch(asTrouble);
  const [head, rows, { joinsPerMinute }] = await Promise.all([headOf(account), rowsOf(account), read(settingsItem)]);
  if (!head) return undefined;
  const open = rows.filter((row) => !isOver(row)).length;
  return { account, ...head, rows, leftMs: leftMs(open, Math.min(head.perMinute, joinsPerMinute)) };
}

interface Wish {
  readonly account: AccountId;
  readonly codes: readonly InviteCode[];
  readonly groupsOf?: AccountId;
}

/** A queue that is new, or has come to its end, waits for a person to begin. */
export async function add({ account, codes, groupsOf }: Wish) {
  await mustBeAllowed('mayJoin');
  const { name } = await accountOf(account);
  const wanted = [...(await named(codes)), ...(groupsOf === undefined ? [] : await groupsOfOther(account, groupsOf))];
  const head = await headOf(account);
  if (!head || head.state === 'done')
    await keepHead(account, { ...freshHead, perMinute: (head ?? freshHead).perMinute });
  const added = await enqueue(account, wanted, Date.now());
  if (added > 0)
    await activity.logged({ what: 'plan', how: 'changed', name, account, accountName: name, count: added });
  const queue = (await viewOf(account)) ?? { account, ...freshHead, rows: [] };
  void goOn();
  return { queue, added, known: wanted.length - added };
}

/** Codes with what is remembered of their groups. One that its group no longer has says nothing about which it leads to. */
async function named(codes: readonly InviteCode[]): Promise<Wanted[]> {
  const distinct = [...new Set(codes)];
  const sights = new Map((await links.recall(distinct)).map((sight) => [sight.code, sight]));
  return distinct.map((code) => {
    const { id, name, verdict } = sights.get(code) ?? {};
    const group = verdict === 'retired' ? undefined : id;
    return { code, ...(group !== undefined && { group }), ...(name && { name }) };
  });
}

/** The groups of another account, as last listed: it may be lost, and that is what this is for. */
async function groupsOfOther(account: AccountId, via: AccountId): Promise<Wanted[]> {
  if (via === account) return [];
  const { listedAt } = await readRoll(via);
  if (listedAt === undefined) await groupsNow(via).catch(asTrouble);
  const { groups } = await readRoll(via);
  return groups.map(({ id, name }): Wanted => ({ via, group: id as GroupId, name }));
}

type Deed = 'pause' | 'resume' | 'cancel' | 'clear' | { readonly perMinute: number };

export async function change({ account, deed }: { account: AccountId; deed: Deed }): Promise<readonly QueueView[]> {
  if (deed === 'pause' || deed === 'cancel') halt(account);
  const head = await headOf(account);
  if (!head) throw new Trouble('no-account');
  if (deed === 'resume') await mustBeAllowed('mayJoin');
  if (typeof deed === 'object') await mayPace(deed.perMinute);
  if (typeof deed === 'object') await changeHead(account, (kept) => ({ ...kept, ...deed }));
  else await deeds[deed](account);
  if (deed !== 'pause' && deed !== 'cancel') void goOn();
  return list();
}

/** Throws `policy-sets` where an administrator has set another pace. */
async function mayPace(perMinute: number): Promise<void> {
  const { queuePerMinute = perMinute } = await policyNow();
  if (queuePerMinute !== perMinute) throw new Trouble('policy-sets');
}

const deeds: Readonly<Record<Exclude<Deed, object>, (account: AccountId) => Promise<void>>> = {
  async pause(account) {
    await changeHead(account, (head) => (head.state === 'running' ? { ...head, state: 'paused' } : head));
    await said(account, 'paused');
  },
  async resume(account) {
    const { stop } = (await headOf(account)) ?? freshHead;
    const waitMs = (stop?.until ?? 0) - Date.now();
    if (stop && waitMs > 0) throw new Trouble(stop.trouble.kind, { ...stop.trouble, waitMs });
    await changeHead(account, (head) => ({ ...cleared(head), state: 'running' }));
    letGo(account);
    await alerts.calm('queue-stopped', account);
    await alerts.calm('queue-done', account);
    await said(account, 'resumed');
  },
  async cancel(account) {
    await changeHead(account, ({ nextAt: _, ...head }) => ({ ...cleared(head), state: 'done' }));
    await changeRows(account, letGoOf);
    await alerts.calm('queue-stopped', account);
    await said(account, 'skipped');
  },
  async clear(account) {
    await dropRows(account, isOver);
    if ((await rowsOf(account)).length === 0) await dropHead(account);
  },
};

/** A row as it is once the rest of its queue is let go. What may have been joined is not called cancelled. */
function letGoOf(row: QueueRow): QueueRow | undefined {
  if (row.state !== 'waiting') return undefined;
  const { trouble: _, ...rest } = row;
  return isOpen(row) ? { ...row, state: 'unknown', at: Date.now() } : { ...rest, state: 'cancelled', at: Date.now() };
}

async function said(account: AccountId, how: 'paused' | 'resumed' | 'skipped'): Promise<void> {
  const name = await accountOf(account).then(
    (one) => one.name,
    () => '',
  );
  await activity.logged({ what: 'said', how, name, account, accountName: name, why: 'queue' });
}

/** Forgets the queue of an account that is removed. */
export async function forget(account: AccountId): Promise<void> {
  halt(account);
  await dropHead(account);
  await dropRows(account, () => true);
}
