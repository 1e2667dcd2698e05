import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { InviteView } from '../model/invite';
import type { LineageRow } from '../model/record';
import { allOf, type Intent, reading, type Seen } from './database';
import { derivedNow } from './derived';
import { intent as legibleIntent, openOf } from './intents';
import { legible, lineageRow } from './rows';

interface OneGroup {
  readonly account: AccountId;
  readonly group: GroupId;
}

/** What we know of a group's invite, whichever account saw it. */
export async function recall(account: AccountId, group: GroupId): Promise<InviteView> {
  return (await remembered(group)).seenBy(account);
}

/** The same before it is known through whom one looks. */
export interface Remembered {
  readonly group: GroupId;
  seenBy(account: AccountId): InviteView;
}

export async function remembered(group: GroupId): Promise<Remembered> {
  const [{ seen, born }, all] = await Promise.all([lastSeenWithBirth(group), intents()]);
  const open = openOf(all.filter((intent) => intent.group === group));
  return { group, seenBy: (account) => viewOf({ account, group }, born ? [born] : [], { seen, open }) };
}

async function lastSeenWithBirth(group: GroupId) {
  const seen = await lastSeen(group);
  return { seen, born: seen && (await birthOf(seen)) };
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
    ...(seen && seen.account !== which.account && { through: seen.account }),
    ...(born && { since: born.at }),
    ...(born?.old && { previous: previousOf({ ...born, old: born.old }) }),
    ...(open && { open: openView(open) }),
  };
}

function previousOf(born: LineageRow & { readonly old: InviteCode }): NonNullable<InviteView['previous']> {
  const { old: code, at, event, oldSeenAt, reason } = born;
  const when = { code, at, byUs: event === 'retired' };
  return { ...when, ...(oldSeenAt !== undefined && { lastSeen: oldSeenAt }), ...(reason && { why: reason }) };
}

function openView({ id, code, sentAt, trouble }: Intent): NonNullable<InviteView['open']> {
  return { id, code, sentAt, ...(trouble && { trouble }) };
}

/** Every line of the record of a group that can be read, newest first, whichever account saw it. */
export async function history(group: GroupId): Promise<LineageRow[]> {
  return inOrder(await reading((db) => db.getAllFromIndex('lineage', 'group', allOf(group))));
}

/** The lines of a group's record that tell what became of a code, newest first; before them the group's newest line. */
export async function historyOf(group: GroupId, code: InviteCode): Promise<LineageRow[]> {
  const [last, rows] = await Promise.all([
    newest(group),
    reading(async (db) => {
      const { store } = db.transaction('lineage');
      const named = [store.index('code').getAll(code), store.index('old').getAll(code)];
      return new Map((await Promise.all(named)).flat().map((row) => [row.id, row]));
    }),
  ]);
  const others = [...rows.values()].filter((row) => row.group === group && row.id !== last?.id);
  return [...(last ? [last] : []), ...inOrder(others.toSorted((a, b) => a.seq - b.seq))];
}

/** Readable lines, newest first; they come in the order of their places. */
function inOrder(rows: readonly object[]): LineageRow[] {
  const down = rows.toReversed();
  const own = legible(down.filter(isOwn), lineageRow).rows;
  const added = legible(
    down.filter((row) => !isOwn(row)),
    lineageRow,
  ).rows;
  if (added.length === 0) return own;
  // What was brought in from a file came last and is older. Our own lines stay in the order in which they were written.
  const older = added.toSorted((a, b) => b.at - a.at);
  const merged: LineageRow[] = [];
  for (const row of own) {
    while (older[0] && older[0].at > row.at) merged.push(...older.splice(0, 1));
    merged.push(row);
  }
  return [...merged, ...older];
}

/** The newest line of a group's record: our own last one, unless what was brought in above it is newer. */
export async function newest(group: GroupId): Promise<LineageRow | undefined> {
  const isFresh = derivedNow();
  const last = await lastOf(group);
  if (!last || 'row' in last) return last?.row;
  const row = (await history(group))[0];
  // Read once more at the next question, that would be thousands of lines each time.
  if (row && isFresh())
    await reading((db) => db.put('tops', { group, top: last.top, id: row.id })).catch(() => undefined);
  return row;
}

/** The newest line, or only the place of the last one, where that tells nothing: it was brought in, or is broken. */
function lastOf(group: GroupId): Promise<{ readonly row: LineageRow } | { readonly top: number } | undefined> {
  return reading(async (db) => {
    const transaction = db.transaction(['lineage', 'tops']);
    const lineage = transaction.objectStore('lineage');
    const [cursor, known] = await Promise.all([
      lineage.index('group').openCursor(allOf(group), 'prev'),
      transaction.objectStore('tops').get(group),
    ]);
    if (!cursor) return undefined;
    const [, top] = cursor.key;
    const row = isOwn(cursor.value) ? cursor.value : known?.top === top && (await lineage.get(known.id));
    const legible = lineageRow(row);
    return legible ? { row: legible } : { top };
  });
}

/** Whose codes these are, or were; codes that no group of ours ever had are left out. */
export async function groupsWith(codes: readonly InviteCode[]): Promise<ReadonlyMap<InviteCode, GroupId>> {
  // Every code a group has had began a line of its own.
  const rows = await reading((db) => {
    const index = db.transaction('lineage').store.index('code');
    return Promise.all(codes.map((code) => index.get(code)));
  });
  return new Map(legible(rows, lineageRow).rows.map((row) => [row.code, row.group]));
}

/** Whether a line is the first that names its code. WhatsApp gives none out twice: what comes back comes out of a cache. */
export async function isFirst({ code, seq }: LineageRow): Promise<boolean> {
  const rows = await reading((db) => db.getAllFromIndex('lineage', 'code', code));
  return legible(rows, lineageRow).rows.every((row) => row.seq >= seq);
}

/** Revocations whose outcome is not known yet. */
export async function openIntents(): Promise<Intent[]> {
  return (await intents()).filter(({ unchangedAt }) => unchangedAt === undefined);
}

/** Revocations that are held for not having happened, and are to be looked at once more. */
export async function lateIntents(): Promise<Intent[]> {
  return (await intents()).filter(({ unchangedAt }) => unchangedAt !== undefined);
}

export async function intents(): Promise<Intent[]> {
  return legible(await reading((db) => db.getAll('intents')), legibleIntent).rows;
}

/** What was last seen of a group: where accounts saw different codes, the one that the record ends with. */
export async function lastSeen(group: GroupId): Promise<Seen | undefined> {
  const all = (await everSeen(group)).toSorted((one, other) => other.seenAt - one.seenAt);
  if (new Set(all.map(({ code }) => code)).size < 2) return all[0];
  const last = await newest(group);
  return all.find(({ code }) => code === last?.code) ?? all[0];
}

/** What each account last saw of a group. Goes from account to account: each may have seen thousands of groups. */
export function everSeen(group: GroupId): Promise<Seen[]> {
  return reading(async (db) => {
    const found: Seen[] = [];
    let cursor = await db.transaction('seen').store.openCursor();
    while (cursor) {
      const [account, here] = cursor.key;
      if (here === group) found.push(cursor.value);
      cursor = await cursor.continue(here < group ? [account, group] : [account, '\uffff']);
    }
    return found;
  });
}

export function seenBy({ account, group }: OneGroup): Promise<Seen | undefined> {
  return reading((db) => db.get('seen', [account, group]));
}

/** The line with which a code began; our own rather than one out of a file. By its code, since a group may have many. */
async function birthOf({ group, code }: Seen): Promise<LineageRow | undefined> {
  const rows = await reading((db) => db.getAllFromIndex('lineage', 'code', code));
  const births = (some: readonly object[]) =>
    legible(some, lineageRow)
      .rows.filter((row) => row.group === group && row.event !== 'not-rotated')
      .toSorted((a, b) => b.seq - a.seq);
  return births(rows.filter(isOwn))[0] ?? births(rows)[0];
}

/** Whether a line was written here, and not brought in from a file. */
function isOwn(row: object): boolean {
  return !('added' in row);
}
