/** Height of one row in px; the style sheet reads it from the list. */
export const rowPx = 44;
/** Rows in view; the half one tells that there are more. */
export const rowsShown = 4.5;
const spare = 4;

/** The rows worth drawing: those in view, and a few before and after. `end` is exclusive. */
export function windowOf(scrollTop: number, count: number): { readonly start: number; readonly end: number } {
  const first = Math.floor(scrollTop / rowPx);
  const start = Math.max(0, Math.min(first, count) - spare);
  return { start, end: Math.min(count, Math.max(first, 0) + Math.ceil(rowsShown) + spare) };
}

/** How far to scroll so that a row is wholly in view, moving no more than needed. */
export function scrollFor(row: number, scrollTop: number): number {
  const top = row * rowPx;
  const lowest = top - (rowsShown - 1) * rowPx;
  return Math.max(0, Math.min(top, Math.max(scrollTop, lowest)));
}
