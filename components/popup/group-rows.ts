import type { Candidate } from '../../utils/find-groups';

/** The list of groups shows four and a half. */
export const groupRows = { rowPx: 44, rowsShown: 4.5 } as const;

/**
 * The id of one row, for `aria-activedescendant`: that of its group, since rows are drawn into what others stood in, and
 * who listens is told of another one only by another id.
 */
export function rowId(list: string, { chain, group }: Candidate): string {
  return `${list}-${(chain ?? group).id}`;
}
