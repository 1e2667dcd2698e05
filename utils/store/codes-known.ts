import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, InviteView, LineageRow } from '../model';
import { allOf, type Intent, reading, type Seen } from './database';
import { intent as legibleIntent, openOf } from './intents';
import { legible, lineageRow } from './rows';

interface OneGroup {
  readonly account: AccountId;
  readonly group: GroupId;
}

/** What we know of a group's invite, whichever account saw it. */
export async function recall(account: AccountId, group: GroupId): Promise<InviteView> {
  const [seen, all] = await Promise.all([lastSeen(group), intents()]);
  const born = seen && (await birthOf(seen));
  const open = openOf(all.filter((intent) => intent.group === group));
  return viewOf({ account, group }, born ? [born] : [], { seen, open });
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
  const rows = (await reading((db) => db.getAllFromIndex('lineage', 'group', allOf(group)))).reverse();
  const own = legible(rows.filter(isOwn), lineageRow).rows;
  const added = legible(
    rows.filter((row) => !isOwn(row)),
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

/** The newest line of a group's record. */
export async function newest(group: GroupId): Promise<LineageRow | undefined> {
  const top = await walkBack(group, () => true, isOwn);
  return top ?? (await history(group))[0];
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

const mostSteps = 64;

/**
 * The newest line that is looked for, from the end backwards: a group may have ten thousand. Where it is not near, all
 * are read at once, which is quicker than step by step. Undefined too where a line that must not be passed comes first.
 */
async function walkBack(
  group: GroupId,
  isIt: (row: LineageRow) => boolean,
  mayPass: (row: object) => boolean = () => true,
): Promise<LineageRow | undefined> {
  const near = await reading(async (db) => {
    const index = db.transaction('lineage').store.index('group');
    let cursor = await index.openCursor(allOf(group), 'prev');
    for (let step = 0; cursor && step < mostSteps; step += 1) {
      if (!mayPass(cursor.value)) return 'stop';
      const row = lineageRow(cursor.value);
      if (row && isIt(row)) return row;
      cursor = await cursor.continue();
    }
    return cursor ? 'far' : 'stop';
  });
  if (near === 'far') return (await history(group)).find(isIt);
  return near === 'stop' ? undefined : near;
}

/** Whether a line was written here, and not brought in from a file. */
function isOwn(row: object): boolean {
  return !('added' in row);
}
