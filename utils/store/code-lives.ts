import type { InviteCode } from '../invite-link';
import type { AccountId, CodeLife, LineageRow, RecordAsk, RecordPage } from '../model';
import { type Given, newestFirst, pageOf, type Way } from './browse';
import { database, walking } from './database';
import { lineageRow } from './rows';

/** What is looked for, as a test. */
export interface Wanted {
  readonly asked: RecordAsk;
  readonly fits: (life: CodeLife) => boolean;
  /** Whoever may have seen a group's code last. */
  readonly accounts: readonly AccountId[];
}

/** A code that is wanted, with the line with which it began. */
interface Found {
  readonly seq: number;
  readonly row: LineageRow;
  readonly life: CodeLife;
}

/** The codes that any group has had, newest first: one for each line with which a code began. */
export function codeLives({ asked, fits, accounts }: Wanted): Promise<RecordPage<CodeLife>> {
  const endings: Endings = new Map();
  const give = async (line: unknown): Promise<Given<Found>> => {
    const row = lineageRow(line);
    if (!row) return 'broken';
    if (row.event === 'not-rotated') return undefined;
    const life = lifeOf(row, await endingOf(row, endings));
    return fits(life) ? { seq: row.seq, row, life } : undefined;
  };
  return walking(async () => {
    const page = await pageOf(newestFirst(wayThrough(asked.filter.group), asked.before), asked.limit, give);
    const rows = await Promise.all(page.rows.map((found) => told(found, accounts)));
    return { ...page, rows: rows.filter((life) => life !== undefined) };
  });
}

function wayThrough(group: string | undefined): Way {
  return {
    open: async () => (await database()).transaction('lineage').store.index(group === undefined ? 'seq' : 'group'),
    under: group,
  };
}

/** Lines that ended a code, by whose code it was, until the walk comes to the line with which that code began. */
type Endings = Map<string, LineageRow>;

const keyOf = ({ group }: LineageRow, code: InviteCode) => `${group} ${code}`;

/** The line that ended a code. In a walk from the newest it has mostly been passed already. */
async function endingOf(row: LineageRow, passed: Endings): Promise<LineageRow | undefined> {
  const key = keyOf(row, row.code);
  const ending = passed.get(key);
  passed.delete(key);
  if (row.old) passed.set(keyOf(row, row.old), row);
  return ending ?? endingAmong(row, await linesWith('old', row));
}

/** The next line that names the code as the one until then; of lines brought back later, the next in time. Pure. */
export function endingAmong(row: LineageRow, lines: readonly LineageRow[]): LineageRow | undefined {
  const later = lines.filter(({ seq }) => seq > row.seq);
  if (later.length > 0) return later.reduce((first, line) => (line.seq < first.seq ? line : first));
  const broughtBack = lines.filter(({ id, at }) => id !== row.id && at >= row.at);
  return broughtBack.toSorted((a, b) => a.at - b.at)[0];
}

/** The readable lines of the same group that name the code in this place. */
async function linesWith(place: 'code' | 'old', { group, code }: LineageRow): Promise<LineageRow[]> {
  const lines = await (await database()).getAllFromIndex('lineage', place, code);
  return lines.flatMap((line) => {
    const row = lineageRow(line);
    return row?.group === group ? [row] : [];
  });
}

function lifeOf(row: LineageRow, ending: LineageRow | undefined): CodeLife {
  const { seq, code, account, group, name, at, how } = row;
  const lastSeen = Math.max(at, ending?.oldSeenAt ?? at);
  return { ...{ seq, code, account, group, name, how, lastSeen }, firstSeen: at, attempts: 0, ...endOf(ending) };
}

function endOf(ending: LineageRow | undefined): Pick<CodeLife, 'ended'> {
  if (!ending) return {};
  const { at, code, reason, event } = ending;
  const how = event === 'retired' ? 'retired' : 'changed-elsewhere';
  return { ended: { at, event: how, next: code, ...(reason && { reason }) } };
}

/** What costs a look of its own, for a code that is shown; nothing where another line tells the same life. */
async function told({ row, life }: Found, accounts: readonly AccountId[]): Promise<CodeLife | undefined> {
  const lines = await linesWith('code', row);
  const others = lines.filter(({ id, event }) => id !== row.id && event !== 'not-rotated');
  const began = await Promise.all(others.map(async (other) => ({ other, until: await endingLater(other) })));
  const same = began.filter(({ until }) => until?.at === life.ended?.at).map(({ other }) => other);
  if (same.some(({ at, seq }) => at < row.at || (at === row.at && seq < row.seq))) return undefined;
  const tried = lines.filter(({ event }) => event === 'not-rotated').map(({ at }) => at);
  const named = life.ended ? [] : await namedAt(row, accounts);
  return { ...life, attempts: tried.length, lastSeen: Math.max(life.lastSeen, ...tried, ...named) };
}

async function endingLater(row: LineageRow): Promise<LineageRow | undefined> {
  return endingAmong(row, await linesWith('old', row));
}

/** When the accounts were last told this code. */
async function namedAt(row: LineageRow, accounts: readonly AccountId[]): Promise<number[]> {
  const db = await database();
  const who = [...new Set([row.account, ...accounts])];
  const seen = await Promise.all(who.map((account) => db.get('seen', [account, row.group])));
  return seen.flatMap((one) => (one?.code === row.code ? [one.seenAt] : []));
}
