import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { InviteView } from '../../utils/model';
import { say } from '../../utils/words';
import type { Choice } from './choice';
import { History } from './History';

interface AfterRowProps {
  readonly choice: Choice;
  readonly view: InviteView | undefined;
  readonly onRetire: () => void;
  readonly retire: Ref<HTMLButtonElement>;
}

/** What is done seldom: looking back, and the first step towards retiring. Far from Copy, and quiet. */
export function AfterRow({ choice, view, onRetire, retire }: AfterRowProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p class="after-row small">
        <button type="button" class="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('history')}
        </button>
        {view?.code && !view.open && (
          <button ref={retire} type="button" class="button quiet danger" onClick={onRetire}>
            {say('retireLink')}
          </button>
        )}
      </p>
      {open && <History key={view?.code} {...choice} />}
    </>
  );
}
