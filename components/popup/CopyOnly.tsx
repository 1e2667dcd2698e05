import { isolated } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';
import type { Choice, Holder } from './choice';
import { retiresInstead } from './choice-others';

interface CopyOnlyProps {
  readonly id: string;
  readonly choice: Choice;
  readonly onThrough: (holder: Holder) => void;
}

/** Why nothing can be retired here, and who can. */
export function CopyOnly({ id, choice, onThrough }: CopyOnlyProps) {
  const other = retiresInstead(choice);
  return (
    <div class="copy-only small">
      <p id={id} class="quiet-text">
        {say('copyOnlyRetire', isolated(choice.account.name))}
      </p>
      {other && (
        <button type="button" class="button" onClick={() => onThrough(other)}>
          {say('useInstead', isolated(other.account.name))}
        </button>
      )}
    </div>
  );
}
