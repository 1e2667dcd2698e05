import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import type { LineageRow, RecordPart } from '../model/record';
import type { LedgerRow } from './ledger';

/** A row of a part of the record. */
export type RowOf<Part extends RecordPart> = Part extends 'lineage' ? LineageRow : LedgerRow;

type WithoutPlace<Row> = Row extends unknown ? Omit<Row, 'seq'> : never;

/** A row before it has its place. */
export type LineOf<Part extends RecordPart> = WithoutPlace<RowOf<Part>>;

const text = v.string();
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const ms = v.pipe(v.number(), v.finite());
const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value);

export const shapeNames = ['link', 'rich', 'button', 'source', 'markdown', 'qr', 'png', 'svg'] as const;

const lineageShape: v.GenericSchema<unknown, LineageRow> = v.object({
  ...{ id: text, seq, at: ms, account: text, group: text, name: text },
  event: v.picklist(['first-seen', 'retired', 'changed-elsewhere', 'not-rotated']),
  code,
  old: v.exactOptional(code),
  oldSeenAt: v.exactOptional(ms),
  how: v.picklist(['read', 'reply', 'reconciled', 'late', 'imported']),
  reason: v.exactOptional(text),
});

const ledgerShape: v.GenericSchema<unknown, LedgerRow> = v.variant('kind', [
  v.object({
    kind: v.literal('given'),
    ...{ id: text, seq, at: ms, account: text, group: text, name: text, code },
    shape: v.picklist(shapeNames),
  }),
  v.object({
    kind: v.literal('named'),
    ...{ id: text, seq, at: ms, of: text, label: text, printed: v.boolean() },
  }),
]);

/** A row as the store gave it; undefined where it is broken. Its seal is left out. */
export function lineageRow(row: unknown): LineageRow | undefined {
  const parsed = v.safeParse(lineageShape, row);
  return parsed.success ? parsed.output : undefined;
}

/** The same for the ledger. */
export function ledgerRow(row: unknown): LedgerRow | undefined {
  const parsed = v.safeParse(ledgerShape, row);
  return parsed.success ? parsed.output : undefined;
}

/** What can be read of rows, and how many cannot. */
export function legible<Row>(
  rows: readonly unknown[],
  parse: (row: unknown) => Row | undefined,
): { readonly rows: Row[]; readonly broken: number } {
  const read = rows.map(parse).filter((row) => row !== undefined);
  return { rows: read, broken: rows.length - read.length };
}
