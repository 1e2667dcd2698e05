import type { IDBPTransaction } from 'idb';
import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { CodeLife, LineageRow, RecordAsk, RecordPage } from '../model/record';
import { newestFirst, pageOf, type Way } from './browse';
import type { Lines } from './columns';
import { database, type Rooms, walking } from './database';
import { endingAmong, endOf, type Sought, soughtOf } from './life';
import { legible, lineageRow } from './rows';
import { givenUp, linesAt, placesOf, type Search, searching } from './searching';

/** What is looked for, as a test. */
export interface Wanted {
  readonly asked: RecordAsk;
  /** Every code of the group, or of all, where it is left out. */
  readonly fits?: (code: Sought) => boolean;
  /** Whoever may have seen a group's code last. */
  readonly accounts: readonly AccountId[];
}

/** The codes that any group has had, newest first: one for each line with which a code began. */
export function codeLives({ asked, fits, accounts }: Wanted): Promise<RecordPage<CodeLife>> {
  return walking(async () => {
    const page = fits ? await found(asked, fits) : await walked(asked);
    const rows = await livesOf(page.rows, accounts);
    return { ...page, rows: fits ? rows.filter(fits) : rows };
  });
}

/** Line by line from the end. */
function walked({ filter: { group }, before, limit }: RecordAsk): Promise<RecordPage<LineageRow>> {
  const way: Way = {
    open: async () => (await database()).transaction('lineage').store.index(group === undefined ? 'seq' : 'group'),
    ...{ under: group, first: limit + 1 },
  };
  return pageOf(newestFirst(way, before), limit, (line) => {
    const row = lineageRow(line);
    return row?.event === 'not-rotated' ? undefined : (row ?? 'broken');
  });
}

/** Out of the packed lines. */
async function found(asked: RecordAsk, fits: (code: Sought) => boolean): Promise<RecordPage<LineageRow>> {
  const search = await searching('lineage', asked);
  const endings = search && (await endingsIn(search));
  if (!search || !endings) return givenUp(asked);
  const { before = Infinity, limit } = asked;
  const seqs: number[] = [];
  const isThrough = await search.through((line) => {
    if (line.seq >= before || line.event === 'not-rotated') return undefined;
    if (fits(soughtOf(line, endingIn(endings, line)))) seqs.push(line.seq);
    return seqs.length > limit ? 'stop' : undefined;
  });
  if (!isThrough) return givenUp(asked);
  const { places, ...page } = await placesOf('lineage', search, { found: seqs, asked });
  const lines = await linesAt('lineage', places);
  return { ...page, rows: legible(lines, lineageRow).rows };
}

type Line = Lines['lineage'];
/** Lines by the code that they ended. There is mostly one, and a list for each would take its time. */
type Endings = Map<InviteCode, Line | readonly Line[]>;

async function endingsIn(search: Search<'lineage'>): Promise<Endings | undefined> {
  const endings: Endings = new Map();
  const isThrough = await search.through((line) => {
    if (line.old === undefined) return undefined;
    const known = endings.get(line.old);
    endings.set(line.old, known === undefined ? line : [known, line].flat());
    return undefined;
  });
  return isThrough ? endings : undefined;
}

function endingIn(endings: Endings, line: Line): Line | undefined {
  const known = endings.get(line.code);
  if (known === undefined) return undefined;
  if ('seq' in known && known.seq > line.seq) return known.group === line.group ? known : undefined;
  return endingAmong(
    line,
    [known].flat().filter(({ group }) => group === line.group),
  );
}

/** So many codes are looked up together. */
const atOnce = 250;

/** What is known of these codes; nothing of one whose life another line tells. */
async function livesOf(rows: readonly LineageRow[], accounts: readonly AccountId[]): Promise<CodeLife[]> {
  const lives: CodeLife[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const transaction = (await database()).transaction(['lineage', 'seen']);
    const told = rows.slice(from, from + atOnce).map((row) => lifeOf(row, { transaction, accounts }));
    lives.push(...(await Promise.all(told)).filter((life) => life !== undefined));
  }
  return lives;
}

interface Eyes {
  readonly transaction: Looking;
  readonly accounts: readonly AccountId[];
}

type Looking = IDBPTransaction<Rooms, ('lineage' | 'seen')[], 'readonly'>;

async function lifeOf(row: LineageRow, { transaction, accounts }: Eyes): Promise<CodeLife | undefined> {
  const lineage = transaction.objectStore('lineage');
  const mine = (lines: readonly object[]) => legible(lines, lineageRow).rows.filter(({ group }) => group === row.group);
  const [lines, endings] = await Promise.all([
    lineage.index('code').getAll(row.code).then(mine),
    lineage.index('old').getAll(row.code).then(mine),
  ]);
  const ending = endingAmong(row, endings);
  const others = lines.filter(({ id, event }) => id !== row.id && event !== 'not-rotated');
  const same = others.filter((other) => endingAmong(other, endings)?.at === ending?.at);
  if (same.some(({ at, seq }) => at < row.at || (at === row.at && seq < row.seq))) return undefined;
  const tried = lines.filter(({ event }) => event === 'not-rotated').map(({ at }) => at);
  const named = ending ? [] : await namedAt(row, { transaction, accounts });
  const lastSeen = Math.max(row.at, ending?.oldSeenAt ?? row.at, ...tried, ...named);
  const { seq, code, account, group, name, at, how } = row;
  const life = { ...{ seq, code, account, group, name, how, lastSeen }, firstSeen: at, attempts: tried.length };
  return ending ? { ...life, ended: endOf(ending) } : life;
}

/** When the accounts were last told this code. */
async function namedAt(row: LineageRow, { transaction, accounts }: Eyes): Promise<number[]> {
  const room = transaction.objectStore('seen');
  const who = [...new Set([row.account, ...accounts])];
  const seen = await Promise.all(who.map((account) => room.get([account, row.group])));
  return seen.flatMap((one) => (one?.code === row.code ? [one.seenAt] : []));
}
