import { useLayoutEffect, useRef } from 'preact/hooks';
import { cleanName } from '../../utils/handout/clean-name';
import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { announce } from '../ui/Announcer';
import { TroubleNotice } from '../ui/Notice';
import { useAsking } from '../ui/use-ask';

interface RemoveAccountProps {
  readonly account: AccountView;
  readonly keep: () => void;
  readonly removed: () => void;
}

/** The second step of removing: what will be forgotten, and what stays. */
export function RemoveAccount({ account, keep, removed }: RemoveAccountProps) {
  const { now, ask } = useAsking('account.remove');
  const name = cleanName(account.name);
  const title = say('accountRemoveTitle', name);
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);
  useLayoutEffect(() => {
    if (now.mood !== 'answered') return;
    announce(say('accountRemoved', name));
    document.querySelector('h1')?.focus();
    removed();
  }, [now.mood]);
  return (
    <section
      ref={panel}
      class="stack removal"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && keep()}
    >
      <div>
        <h3>{title}</h3>
        <p>{say(account.demo ? 'demoRemoveWhat' : 'accountRemoveWhat')}</p>
      </div>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      <div class="row buttons">
        <button type="button" class="button danger primary" onClick={() => void ask(account.id)}>
          {say('accountRemoveYes')}
        </button>
        <button type="button" class="button" onClick={keep}>
          {say('accountKeep')}
        </button>
      </div>
    </section>
  );
}
