/** The list of groups shows four and a half. */
export const groupRows = { rowPx: 44, rowsShown: 4.5 } as const;

/** The id of one row, for `aria-activedescendant`. */
export function rowId(list: string, place: number): string {
  return `${list}-${place}`;
}
