/** How a long list is cut: the height of one row in px, which the style sheet reads from the list, and how many show. */
export interface Rows {
  readonly rowPx: number;
  /** Rows in view; half a one tells that there are more. */
  readonly rowsShown: number;
}

const spare = 4;

/** The rows worth drawing: those in view, and a few before and after. `end` is exclusive. */
export function windowOf(
  scrollTop: number,
  count: number,
  { rowPx, rowsShown }: Rows,
): { readonly start: number; readonly end: number } {
  const first = Math.floor(scrollTop / rowPx);
  const start = Math.max(0, Math.min(first, count) - spare);
  return { start, end: Math.min(count, Math.max(first, 0) + Math.ceil(rowsShown) + spare) };
}

/** How far to scroll so that a row is wholly in view, moving no more than needed. */
export function scrollFor(row: number, scrollTop: number, { rowPx, rowsShown }: Rows): number {
  const top = row * rowPx;
  const lowest = top - (rowsShown - 1) * rowPx;
  return Math.max(0, Math.min(top, Math.max(scrollTop, lowest)));
}
