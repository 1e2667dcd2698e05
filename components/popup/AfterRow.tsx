import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isolated } from '../../utils/handout/clean-name';
import type { InviteView } from '../../utils/model';
import { say } from '../../utils/words';
import { type Choice, type Holder, retiresInstead } from './choice';
import { History } from './History';
import { openOptionsAt } from './options-page';

interface AfterRowProps {
  readonly choice: Choice;
  readonly view: InviteView | undefined;
  readonly onRetire: () => void;
  readonly onThrough: (holder: Holder) => void;
  readonly retire: Ref<HTMLButtonElement>;
}

/** What is done seldom: looking back, and the first step towards retiring. Far from Copy, and quiet. */
export function AfterRow({ choice, view, onRetire, onThrough, retire }: AfterRowProps) {
  const id = useId();
  const { copyOnly } = choice.account;
  const [open, setOpen] = useState(false);
  return (
    <>
      <p class="after-row small">
        <button type="button" class="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('history')}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => openOptionsAt(`over-time/${encodeURIComponent(choice.group.id)}`)}
        >
          {say('lookAfterGroup')}
        </button>
        {view?.code && !view.open && (
          <button
            ref={retire}
            type="button"
            class="button quiet danger"
            aria-disabled={copyOnly}
            aria-describedby={copyOnly ? id : undefined}
            onClick={() => !copyOnly && onRetire()}
          >
            {say('retireLink')}
          </button>
        )}
      </p>
      {copyOnly && view?.code && !view.open && <CopyOnly id={id} choice={choice} onThrough={onThrough} />}
      {open && <History key={view?.code} {...choice} />}
    </>
  );
}

interface CopyOnlyProps extends Pick<AfterRowProps, 'choice' | 'onThrough'> {
  readonly id: string;
}

/** Why nothing can be retired here, and who can. */
function CopyOnly({ id, choice, onThrough }: CopyOnlyProps) {
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
