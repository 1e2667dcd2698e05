import * as v from 'valibot';
import type { RecordPart } from '../model/record';
import { reading } from './database';
import { appending } from './record';
import { type LineOf, ledgerRow, lineageRow, type RowOf } from './rows';

/** What became of rows that were to be added. */
export interface Added {
  readonly added: number;
  /** Here already, by their id. */
  readonly known: number;
  /** Not a row of ours, or one that cannot be. */
  readonly refused: number;
}

const mostText = 10_000;
const dayMs = 86_400_000;
const anything = v.record(v.string(), v.unknown());

/** Adds rows of a saved record that we do not have, at the end and in their order. All of them or, with a Trouble, none. */
export async function addRows<Part extends RecordPart>(
  part: Part,
  saved: readonly unknown[],
  now = Date.now(),
): Promise<Added> {
  const lines = saved.map((row) => lineIn(part, row, now)).filter((line) => line !== undefined);
  if (lines.length === 0) return { added: 0, known: 0, refused: saved.length };
  return appending(part, [], async (pen) => {
    const fresh = await unknown(part, lines);
    await pen(fresh.map((line) => ({ ...line, added: now })));
    return { added: fresh.length, known: lines.length - fresh.length, refused: saved.length - lines.length };
  });
}

/** What would become of them, without adding any. */
export async function weighRows(part: RecordPart, saved: readonly unknown[], now = Date.now()): Promise<Added> {
  const lines = saved.map((row) => lineIn(part, row, now)).filter((line) => line !== undefined);
  const fresh = await unknown(part, lines);
  return { added: fresh.length, known: lines.length - fresh.length, refused: saved.length - lines.length };
}

/** A row of a file as a line to be added; undefined where it cannot be one. Pure. */
export function lineIn<Part extends RecordPart>(part: Part, row: unknown, now: number): LineOf<Part> | undefined {
  const open = v.safeParse(anything, row);
  if (!open.success) return undefined;
  const parsed = part === 'lineage' ? lineageLine(open.output) : ledgerRow({ ...open.output, seq: 1 });
  if (!parsed || !isPlausible(parsed, now)) return undefined;
  const { seq: _, ...line } = parsed;
  return line as unknown as LineOf<Part>;
}

function lineageLine(row: Record<string, unknown>): RowOf<'lineage'> | undefined {
  const placed = { ...row, seq: 1 };
  const parsed = lineageRow(placed) ?? lineageRow({ ...placed, how: 'imported' });
  if (!parsed) return undefined;
  const needsOld = parsed.event === 'retired' || parsed.event === 'changed-elsewhere';
  return needsOld && !parsed.old ? undefined : parsed;
}

function isPlausible(row: RowOf<RecordPart>, now: number): boolean {
  const texts = Object.values(row).filter((value) => typeof value === 'string');
  return row.id !== '' && row.at >= 0 && row.at <= now + dayMs && texts.every(({ length }) => length <= mostText);
}

async function unknown<Line extends { readonly id: string }>(part: RecordPart, lines: readonly Line[]) {
  const ids = lines.map(({ id }) => id);
  const known = await idsHere(part, ids);
  const first = new Map(ids.map((id, nth) => [id, nth] as const).reverse());
  return lines.filter(({ id }, nth) => !known.has(id) && first.get(id) === nth);
}

/** Which of these are here. One look is enough where they lie close together, as in a list that is sorted by them. */
async function idsHere(part: RecordPart, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const sorted = ids.toSorted();
  const [least, greatest] = [sorted.at(0), sorted.at(-1)];
  if (least === undefined || greatest === undefined) return new Set();
  return reading(async (db) => {
    const { store } = db.transaction(part);
    const most = 2 * ids.length;
    const near = await store.getAllKeys(IDBKeyRange.bound(least, greatest), most);
    if (near.length < most) return new Set(near);
    const found = await Promise.all(ids.map((id) => store.getKey(id)));
    return new Set(found.filter((id) => id !== undefined));
  });
}
