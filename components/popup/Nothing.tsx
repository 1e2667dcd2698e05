import { say } from '../../utils/words';
import { HostNotAllowed } from '../ui/HostNotAllowed';
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

/** The way that is left where no list helps. */
function ById({ words, onAdd }: { readonly words: string; readonly onAdd: () => void }) {
  return (
    <div class="panel">
      <p class="quiet-text">{words}</p>
      <button type="button" class="button" onClick={onAdd}>
        {say('addGroupTitle')}
      </button>
    </div>
  );
}
