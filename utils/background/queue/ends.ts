import type { AccountId } from '../../model/account';
import type { Activity, QueueRow } from '../../over-time/model';
import { joinsSince } from '../../store/joins';
import { changeRow, rowsOf } from '../../store/queue';
import type { TroubleFacts } from '../../trouble';
import { logged } from '../care/activity';
import * as alerts from '../care/alerts';
import { interestMs, stopIn } from '../joining-rules';
import { opened } from '../opened';
import { accountOf } from '../within';
import { changeHead, cleared, headOf, isHalted } from './heads';
import { consequence, lookGapMs, mostTries, postponed, waitFor } from './rules';
import type { Ended } from './turn';

const dayMs = 86_400_000;

/** Keeps how a row's turn has ended, and draws from it what it means for the rest of the queue. */
export async function kept(row: QueueRow, ended: Ended): Promise<void> {
  const { trouble, state } = ended;
  const isNo = trouble && (state === 'skipped' || state === 'refused');
  const means = isNo ? (ended.means ?? consequence(trouble)) : 'row';
  if (isNo && (means === 'stop' || means === 'wait' || means === 'pause'))
    return held(row, { ...ended, trouble, means });
  if ((isNo && means === 'later') || isUnsettled(ended)) return later(row, ended);
  return finished(row, ended);
}

/** Whether the list of groups will tell, once a late request can do nothing any more. */
function isUnsettled({ state, sent, group, approval }: Ended): boolean {
  return state === 'unknown' && sent === true && group !== undefined && !approval;
}

type Held = Ended & { readonly trouble: TroubleFacts; readonly means: 'stop' | 'wait' | 'pause' };

/** It is nothing about this row: it goes back to its place, and the queue stops, waits or pauses. */
async function held(row: QueueRow, { trouble, means, sent, code }: Held): Promise<void> {
  const { account } = row;
  await back(row, { ...row, ...(code && { code }), tries: row.tries + (sent ? 1 : 0) });
  if (means === 'stop') return stopped(account, trouble);
  const now = Date.now();
  await changeHead(account, (head) => {
    if (means === 'pause') return head.state === 'running' ? { ...head, state: 'paused', waits: trouble } : head;
    const waits = waitFor(trouble, head.waits);
    // Our own pace is no trouble to speak of.
    return { ...head, nextAt: now + waits.waitMs, ...(trouble.kind !== 'too-soon' && { waits }) };
  });
  if (means === 'pause') await told(account, { how: 'paused', trouble });
}

/** Puts a row back as it is to be; where the queue was let go meanwhile, the row is let go with it. */
async function back(row: QueueRow, next: QueueRow): Promise<void> {
  const isLetGo = (await headOf(row.account))?.state === 'done';
  const left = next.trouble?.kind === 'unsettled' ? 'unknown' : 'cancelled';
  const state = isLetGo ? left : 'waiting';
  await changeRow(row.id, () => ({ ...next, state }));
}

/** WhatsApp has had enough: only a person goes on, and not before the time. */
async function stopped(account: AccountId, trouble: TroubleFacts): Promise<void> {
  const stop = (await stopOf(account)) ?? { until: Date.now() + Math.max(dayMs, trouble.waitMs ?? 0), trouble };
  await changeHead(account, ({ nextAt: _, ...head }) =>
    head.state === 'running' || head.state === 'paused' ? { ...cleared(head), state: 'stopped', stop } : head,
  );
  await alerts.raise({ kind: 'queue-stopped', subject: account, account, name: await nameOf(account), trouble });
  await told(account, { how: 'paused', trouble });
}

/** WhatsApp's word that the account has joined enough, whoever heard it. */
export async function stopOf(account: AccountId) {
  const now = Date.now();
  const stop = stopIn(await joinsOf(account, now), now);
  return stop?.trouble.kind === 'slow-down' ? undefined : stop;
}

async function joinsOf(account: AccountId, now: number) {
  return (await joinsSince(now - interestMs)).filter((one) => one.account === account);
}

/** This row may go another time; after three times it is over. */
async function later(row: QueueRow, ended: Ended): Promise<void> {
  const { account } = row;
  const now = Date.now();
  const { waits } = (await headOf(account)) ?? {};
  const isOpen = isUnsettled(ended);
  const isRow = isOpen || ended.sent === true || ended.means !== undefined;
  // While everything fails alike, one row is not to be blamed for it.
  const hasCounted = isRow || ((!waits || row.trouble !== undefined) && (await isUp(account)));
  const trouble = isOpen || !ended.trouble ? ({ kind: 'unsettled' } as const) : ended.trouble;
  const next = postponed(withSeen(row, ended), { trouble, hasCounted, now });
  if (next.tries >= mostTries) return finished(row, { ...ended, state: ended.sent ? ended.state : 'unknown' });
  await back(row, next);
  const isGateway = !isOpen && ended.means === undefined && trouble.kind !== 'locked';
  await changeHead(account, (head) => {
    if (!isGateway) return ended.sent ? head : { ...head, nextAt: now + lookGapMs };
    const grown = waitFor(trouble, head.waits);
    return { ...head, waits: grown, nextAt: now + grown.waitMs };
  });
}

/** Whether the gateway answers at all, and is in touch with WhatsApp. */
async function isUp(account: AccountId): Promise<boolean> {
  const session = async () => (await opened(account)).gateway.session();
  return (
    !isHalted(account) &&
    session().then(
      ({ working }) => working,
      () => false,
    )
  );
}

async function finished(row: QueueRow, ended: Ended): Promise<void> {
  const { account, id } = row;
  const { trouble: _, ...rest } = withSeen(row, ended);
  const { state, trouble, sent, asked } = ended;
  const isDouble = (await rowsOf(account)).some((other) => other.id !== id && isSameGroup(other, rest.group));
  const { group, ...alone } = rest;
  const next: QueueRow = {
    ...(isDouble && row.group === undefined ? alone : rest),
    ...{ state, at: Date.now(), ...(trouble && { trouble }) },
  };
  await changeRow(id, () => next);
  await changeHead(account, ({ waits: __, ...head }) => ({
    ...head,
    ...(asked && !sent && { nextAt: Date.now() + lookGapMs }),
  }));
  await logged({ ...(await lineOf(next)), ...(group !== undefined && { group }), ...(trouble && { trouble }) });
}

function isSameGroup(other: QueueRow, group: QueueRow['group']): boolean {
  return group !== undefined && other.group === group && other.state !== 'cancelled';
}

/** A row with what was learned of it. */
function withSeen(row: QueueRow, { code, group, name }: Ended): QueueRow {
  return {
    ...row,
    ...(code !== undefined && { code }),
    ...(group !== undefined && row.group === undefined && { group }),
    ...(name && { name }),
  };
}

const hows: Readonly<Record<Ended['state'], Activity['how']>> = {
  ...({ joined: 'done', asked: 'asked', 'already-in': 'skipped', skipped: 'skipped' } as const),
  ...({ refused: 'failed', unknown: 'unsettled' } as const),
};

async function lineOf({ account, name = '', code, state }: QueueRow) {
  const how = state === 'waiting' || state === 'working' || state === 'cancelled' ? 'skipped' : hows[state];
  const accountName = await nameOf(account);
  return { what: 'join', how, name, account, accountName, why: state, ...(code && { code }) } as const;
}

/** So many groups need no joining. */
export async function foundAlready(account: AccountId, count: number): Promise<void> {
  const name = await nameOf(account);
  await logged({ what: 'join', how: 'skipped', name, account, accountName: name, why: 'already-in', count });
}

/** Nothing is left to join. */
export async function over(account: AccountId, rows: readonly QueueRow[]): Promise<void> {
  await changeHead(account, ({ nextAt: _, ...head }) =>
    head.state === 'running' ? { ...cleared(head), state: 'done' } : head,
  );
  const [count, of] = [rows.filter(({ state }) => state === 'joined').length, rows.length];
  if (of > 0)
    await alerts.raise({ kind: 'queue-done', subject: account, account, name: await nameOf(account), count, of });
}

async function told(account: AccountId, line: Pick<Activity, 'how'> & { trouble: TroubleFacts }): Promise<void> {
  const name = await nameOf(account);
  await logged({ what: 'join', name, account, accountName: name, why: 'queue', ...line });
}

async function nameOf(account: AccountId): Promise<string> {
  return accountOf(account).then(
    ({ name }) => name,
    () => '',
  );
}
