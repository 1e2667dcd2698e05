import { useLayoutEffect, useRef } from 'preact/hooks';
import { cleanName } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';
import { announce } from '../ui/Announcer';
import { TroubleNotice } from '../ui/Notice';
import { useAsking } from '../ui/use-ask';

export interface RemovalProps {
  readonly question: 'account.remove' | 'campaign.remove' | 'cell.remove';
  readonly id: string;
  readonly name: string;
  /** What goes, and what stays. */
  readonly what: string;
  readonly keep: () => void;
  readonly removed: () => void;
}

/** The second step of removing something: what will be forgotten, and what stays. */
export function Removal({ question, id, name, what, keep, removed }: RemovalProps) {
  const { now, ask } = useAsking(question);
  const title = say('accountRemoveTitle', cleanName(name));
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);
  useLayoutEffect(() => {
    if (now.mood !== 'answered') return;
    announce(say('accountRemoved', cleanName(name)));
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
        <p>{what}</p>
      </div>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      <div class="row buttons">
        <button type="button" class="button danger primary" onClick={() => void ask(id)}>
          {say('accountRemoveYes')}
        </button>
        <button type="button" class="button" onClick={keep}>
          {say('accountKeep')}
        </button>
      </div>
    </section>
  );
}
