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
  if (query) return <ById words={say('noneFound', query)} onAdd={onAdd} />;
  if (rolls.some(({ waiting }) => waiting)) return <PanelSkeleton />;
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
