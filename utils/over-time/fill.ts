import type { GroupId } from '../model/group';
import type { Care, Chain, Fill, Rules } from './model';

/** Members at which a group counts as full. */
export function limitOf({ ceiling, percent }: Fill): number {
  return Math.max(1, Math.ceil((ceiling * percent) / 100));
}

interface Wishes {
  readonly rules: Pick<Rules, 'fill'>;
  readonly cares: Readonly<Record<GroupId, Pick<Care, 'fill'>>>;
  readonly chains: readonly Chain[];
}

/** The chain that says where a group counts as full, if one does. Pure. */
export function rowOf(group: GroupId, chains: readonly Chain[]): Chain | undefined {
  return chains.find(({ groups, fill }) => fill && groups.includes(group));
}

/** Where a group counts as full: as its chain says, else as is said of itself, else by the rules. Pure. */
export function fillOf(group: GroupId, { rules, cares, chains }: Wishes): Fill {
  return rowOf(group, chains)?.fill ?? (Object.hasOwn(cares, group) ? cares[group]?.fill : undefined) ?? rules.fill;
}
