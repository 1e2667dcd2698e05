import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { InviteView } from '../../utils/model/invite';
import { say } from '../../utils/words';
import type { Choice, Holder } from './choice';
import { CopyOnly, History, NotRetired } from './on-demand';
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
  const { copyOnly, rights } = choice.account;
  const mayRetire = rights?.mayRetire ?? true;
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
        {mayRetire && view?.code && !view.open && (
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
      {!mayRetire && <NotRetired />}
      {mayRetire && copyOnly && view?.code && !view.open && <CopyOnly id={id} choice={choice} onThrough={onThrough} />}
      {open && <History key={view?.code} {...choice} />}
    </>
  );
}
