export type Cell = string | number | boolean | readonly string[] | undefined;

/**
 * RFC 4180, with a line of headings. Cells that a spreadsheet would run as a formula begin with an apostrophe; lists
 * stand in one cell, with blanks between.
 */
export function csv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, Cell>>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])));
  return [columns, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** ISO 8601. Times come from strangers: one that no calendar has must not keep the rest from being saved. */
export function iso(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

// Also behind blanks or apostrophes, so that taking one apostrophe away always gives back what was there.
const formula = /^[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^'*[\t\r\n]/;

function cell(value: Cell): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
  const tame = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n']|^\s|\s$/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
