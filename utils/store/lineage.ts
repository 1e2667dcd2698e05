import type { IDBPTransaction } from 'idb';
import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, InviteView, LineageRow } from '../model';
import type { TroubleFacts } from '../trouble';
import { allOf, database, type Intent, type Rooms, type Seen } from './database';

/** A code as the gateway has just named it. */
export interface Sighting {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly code: InviteCode;
  readonly now: number;
}

type Writing = IDBPTransaction<Rooms, ('seen' | 'intents' | 'lineage')[], 'readwrite'>;

/** What we know of a group's invite. */
export async function recall(account: AccountId, group: GroupId): Promise<InviteView> {
  const db = await database();
  const [seen, rows, intents] = await Promise.all([
    db.get('seen', [account, group]),
    db.getAllFromIndex('lineage', 'group', allOf(group)),
    db.getAll('intents'),
  ]);
  return viewOf({ account, group }, rows, { seen, open: intents.find((intent) => intent.group === group) });
}

/** Puts what three stores know into one view. Pure. */
export function viewOf(
  which: Pick<InviteView, 'account' | 'group'>,
  rows: readonly LineageRow[],
  { seen, open }: { readonly seen: Seen | undefined; readonly open: Intent | undefined },
): InviteView {
  const born = rows.find(({ code, event }) => code === seen?.code && event !== 'not-rotated');
  return {
    ...which,
    ...(seen && { code: seen.code, seenAt: seen.seenAt }),
    ...(born && { since: born.at }),
    ...(born?.old && { previous: { code: born.old, at: born.at, byUs: born.event === 'retired' } }),
    ...(open && { open: openView(open) }),
  };
}

function openView({ id, code, sentAt, trouble }: Intent): NonNullable<InviteView['open']> {
  return { id, code, sentAt, ...(trouble && { trouble }) };
}

/** Every line of the record of a group, newest first, whichever account saw it. */
export async function history(group: GroupId): Promise<LineageRow[]> {
  const rows = await (await database()).getAllFromIndex('lineage', 'group', allOf(group));
  return rows.reverse();
}

/** Whose codes these are, or were; codes that no group of ours ever had are left out. */
export async function groupsWith(codes: readonly InviteCode[]): Promise<ReadonlyMap<InviteCode, GroupId>> {
  // Every code a group has had began a line of its own.
  const index = (await database()).transaction('lineage').store.index('code');
  const rows = await Promise.all(codes.map((code) => index.get(code)));
  return new Map(rows.flatMap((row) => (row ? [[row.code, row.group] as const] : [])));
}

/** Notes that the gateway named this code. A code we did not know gets a line in the record. */
export async function sighted(sighting: Sighting): Promise<void> {
  const transaction = await writing();
  const last = await lastOf(transaction, sighting.group);
  if (last?.code !== sighting.code) {
    await append(transaction, {
      ...lineOf(sighting),
      event: last ? 'changed-elsewhere' : 'first-seen',
      how: 'read',
      ...(last && { old: last.code }),
    });
  }
  await put(transaction, sighting);
  await transaction.done;
}

/** Writes a revocation down before it is sent. */
export async function begin(intent: Omit<Intent, 'reserve'>): Promise<void> {
  const transaction = await writing();
  await transaction.objectStore('intents').put({ ...intent, reserve: '·'.repeat(2048) });
  await transaction.done;
}

/** Notes what went wrong with a revocation's answer; it stays open. */
export async function doubted(id: string, trouble: TroubleFacts): Promise<void> {
  const transaction = await writing();
  const intent = await transaction.objectStore('intents').get(id);
  if (intent) await transaction.objectStore('intents').put({ ...intent, trouble });
  await transaction.done;
}

/** Ends a revocation and writes its line, in one transaction. A second ending of the same intent changes nothing. */
export async function settled(
  intent: Intent,
  ending: { readonly code: InviteCode; readonly how: LineageRow['how']; readonly now: number },
): Promise<void> {
  const transaction = await writing();
  if (await transaction.objectStore('intents').get(intent.id)) {
    const rotated = ending.code !== intent.code;
    await append(transaction, {
      ...lineOf({ ...intent, ...ending }),
      id: intent.id,
      event: rotated ? 'retired' : 'not-rotated',
      how: ending.how,
      ...(rotated && { old: intent.code }),
      ...(intent.reason && { reason: intent.reason }),
    });
    await put(transaction, { ...intent, ...ending });
    await transaction.objectStore('intents').delete(intent.id);
  }
  await transaction.done;
}

export async function openIntents(): Promise<Intent[]> {
  return (await database()).getAll('intents');
}

/** Forgets what an account saw. The record of codes stays. */
export async function forgetSeen(account: AccountId): Promise<void> {
  const transaction = (await database()).transaction(['seen', 'rolls'], 'readwrite');
  await transaction.objectStore('seen').delete(IDBKeyRange.bound([account, ''], [account, '\uffff']));
  await transaction.objectStore('rolls').delete(account);
  await transaction.done;
}

async function writing(): Promise<Writing> {
  return (await database()).transaction(['seen', 'intents', 'lineage'], 'readwrite', { durability: 'strict' });
}

async function lastOf(transaction: Writing, group: GroupId): Promise<LineageRow | undefined> {
  return (await transaction.objectStore('lineage').index('group').openCursor(allOf(group), 'prev'))?.value;
}

async function append(transaction: Writing, line: Omit<LineageRow, 'seq'>): Promise<void> {
  const lineage = transaction.objectStore('lineage');
  const last = await lineage.index('seq').openCursor(null, 'prev');
  await lineage.put({ ...line, seq: (last?.value.seq ?? 0) + 1 });
}

async function put(transaction: Writing, { account, group, code, now }: Omit<Sighting, 'name'>): Promise<void> {
  await transaction.objectStore('seen').put({ account, group, code, seenAt: now });
}

function lineOf({
  account,
  group,
  name,
  code,
  now,
}: Sighting): Pick<LineageRow, 'id' | 'at' | 'account' | 'group' | 'name' | 'code'> {
  return { id: crypto.randomUUID(), at: now, account, group, name, code };
}
