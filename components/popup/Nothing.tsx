import { say } from '../../utils/words';
import { HostNotAllowed } from '../ui/HostNotAllowed';
import { ById } from './ById';
import { PanelSkeleton } from './PanelSkeleton';
import type { RollNow } from './use-rolls';

interface NothingProps {
  readonly query: string;
  readonly rolls: readonly RollNow[];
  readonly onAllowed: () => void;
  readonly onAdd: () => void;
}

/** No group to show: none found, none listed, none allowed yet, or none here yet. */
export function Nothing({ query, rolls, onAllowed, onAdd }: NothingProps) {
  const barred = rolls.find(({ account, roll }) => !account.allowed && !roll?.groups.length);
  // Nobody knows what is not there before the groups have come for the first time.
  const isToCome = rolls.some(({ waiting, roll }) => waiting && (!query || roll?.listedAt === undefined));
  if (isToCome) return <PanelSkeleton />;
  if (query) return <ById words={say('noneFound', query)} onAdd={onAdd} />;
  if (barred) {
    return (
      <div class="panel">
        <HostNotAllowed server={barred.account.server} onAllowed={onAllowed} />
      </div>
    );
  }
  if (rolls.every(({ trouble }) => trouble)) return null;
  return <ById words={say('noGroups')} onAdd={onAdd} />;
}
