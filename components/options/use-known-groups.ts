import { useMemo } from 'preact/hooks';
import { type Candidate, candidates } from '../../utils/find-groups';
import type { GroupId } from '../../utils/model/group';
import type { Overview } from '../../utils/model/overview';
import { useRolls } from '../popup/use-rolls';

export interface KnownGroups {
  /** The groups of all accounts, each once. */
  readonly all: readonly Candidate[];
  /** Whether more may come. */
  readonly waiting: boolean;
  /** A group's name; empty where no list has it. */
  readonly nameOf: (group: GroupId) => string;
}

/** The groups of all accounts as last listed; an account that was never listed is asked. */
export function useKnownGroups({ accounts, used, primaries }: Overview): KnownGroups {
  const { all: rolls } = useRolls(accounts);
  return useMemo(() => {
    const all = candidates({ accounts, rolls: rolls.flatMap(({ roll }) => roll ?? []), used, primaries });
    const names = new Map(all.map(({ group }) => [group.id, group.name]));
    return { all, waiting: rolls.some(({ waiting }) => waiting), nameOf: (id) => names.get(id) ?? '' };
  }, [accounts, rolls, used, primaries]);
}
