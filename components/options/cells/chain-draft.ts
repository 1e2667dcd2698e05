import type { GroupId } from '../../../utils/model/group';
import type { Chain, ChainView } from '../../../utils/over-time/model';
import type { Word } from '../../../utils/words';

export type ChainFaults = Partial<Readonly<Record<'name' | 'groups', Word>>>;

/** A new one, filled as launches are. */
export const freshChain: Chain = { id: '', name: '', groups: [], fill: { ceiling: 350, percent: 100 } };

/** Of a chain as a face sees it, what somebody said of it. */
export function chainOf({ id, name, groups, fill }: ChainView): Chain {
  return { id, name, groups, ...(fill && { fill }) };
}

/** What is wrong with it, by field. */
export function faultsIn({ name, groups }: Chain): ChainFaults {
  return {
    ...(name.trim() === '' && { name: 'chainNameMissing' as const }),
    ...(groups.length === 0 && { groups: 'chainGroupsMissing' as const }),
  };
}

/** The groups with one of them so many places further on; it stops at the ends. */
export function moved(groups: readonly GroupId[], group: GroupId, places: number): readonly GroupId[] {
  const from = groups.indexOf(group);
  if (from < 0) return groups;
  const to = Math.max(0, Math.min(groups.length - 1, from + places));
  return groups.toSpliced(from, 1).toSpliced(to, 0, group);
}
