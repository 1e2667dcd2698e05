import * as v from 'valibot';
import { bareCode, type InviteCode } from '../../invite-link';
import type { RowsAdded, RowsPart } from '../../keeping/model';
import type { AccountId } from '../../model/account';
import type { Activity } from '../../over-time/model';
import { groupsWith, lastSeen } from '../../store/codes-known';
import { type Seen, writing } from '../../store/database';
import { addSaved, logLine } from '../../store/log';
import { weighRows } from '../../store/saved-rows';
import { addPoints, sizeRow } from '../../store/sizes';
import { accountHere, type Ids } from './accounts-in';
import { hasHappened, isDate, isRhythm } from './dates';

interface Rows {
  readonly part: RowsPart;
  readonly rows: readonly unknown[];
  readonly ids: Ids;
}

/** What would become of lines of the record. Nothing is written. */
export async function weigh(saved: { readonly lineage: readonly unknown[]; readonly ledger: readonly unknown[] }) {
  const [lineage, ledger] = [await weighRows('lineage', saved.lineage), await weighRows('ledger', saved.ledger)];
  const sum = (name: keyof RowsAdded) => lineage[name] + ledger[name];
  return { added: sum('added'), known: sum('known'), refused: sum('refused') };
}

/** Adds rows that are no part of the record, and are not here yet. */
export function add({ part, rows, ids }: Rows): Promise<RowsAdded> {
  return adders[part](rows, ids);
}

const adders: Readonly<Record<RowsPart, (rows: Rows['rows'], ids: Ids) => Promise<RowsAdded>>> = {
  async sizes(rows) {
    const good = rows.flatMap((row) => sizeRow(row) ?? []).filter(({ at }) => hasHappened(at, Date.now()));
    return counted(rows, good, await addPoints(good));
  },
  async activity(rows, ids) {
    const good = rows.flatMap((row) => pastLine(row) ?? []);
    return counted(rows, good, await addSaved(good.map((line) => withAccount(line, ids))));
  },
  async seen(rows, ids) {
    const good = rows.flatMap((row) => seenIn(row, ids) ?? []);
    return counted(rows, good, await addSeen(good));
  },
};

function pastLine(row: unknown): Activity | undefined {
  const line = logLine(row);
  if (!line || !hasHappened(line.at, Date.now()) || !isRhythm(line.rhythm)) return undefined;
  const { dueAt, between } = line;
  return [dueAt, between?.from, between?.to].every(isDate) ? line : undefined;
}

function counted(rows: readonly unknown[], good: readonly unknown[], added: number): RowsAdded {
  return { added, known: good.length - added, refused: rows.length - good.length };
}

function withAccount<Row extends { readonly account?: AccountId }>(row: Row, ids: Ids): Row {
  const account = row.account === undefined ? undefined : accountHere(ids, row.account);
  return account === undefined ? row : { ...row, account };
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const seen: v.GenericSchema<unknown, Seen> = v.object({
  ...{ account: text, group: text },
  code: v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value),
  seenAt: v.pipe(v.number(), v.minValue(0)),
});

function seenIn(row: unknown, ids: Ids): Seen | undefined {
  const parsed = v.safeParse(seen, row);
  if (!parsed.success) return undefined;
  const account = accountHere(ids, parsed.output.account);
  return account === undefined ? undefined : { ...parsed.output, account };
}

/** The links last seen, of groups of which none was seen here. Only codes that are in the record by now. */
async function addSeen(rows: readonly Seen[]): Promise<number> {
  const wanted: Seen[] = [];
  for (const row of rows) {
    const isNews = (await lastSeen(row.group)) === undefined && (await groupsWith([row.code])).size > 0;
    if (isNews) wanted.push({ ...row, seenAt: Math.min(row.seenAt, Date.now()) });
  }
  await writing(['seen'], async (transaction) => {
    for (const row of wanted) await transaction.objectStore('seen').put(row);
  });
  return wanted.length;
}
