import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';

/** The only way on for somebody who has lost the passphrase, in two steps. */
export function ForgetKeys({ onForgotten }: { readonly onForgotten: () => void }) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <section class="card stack">
      <h2>{say('keysForget')}</h2>
      <p>{say('keysForgetWhat')}</p>
      <div class="row buttons">
        <button
          ref={opener}
          type="button"
          class="button danger"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {say('keysForgetAsk')}
        </button>
      </div>
      {asking && <SecondStep keep={keep} onForgotten={onForgotten} />}
    </section>
  );
}

function SecondStep({ keep, onForgotten }: { readonly keep: () => void; readonly onForgotten: () => void }) {
  const { now, ask } = useAsking('vault.forget');
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);
  const forget = async () => {
    if (!(await ask())) return;
    announce(say('keysForgotten'));
    onForgotten();
  };
  return (
    <section
      ref={panel}
      class="stack removal"
      aria-label={say('keysForgetTitle')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && keep()}
    >
      <div>
        <h3>{say('keysForgetTitle')}</h3>
        <p>{say('keysForgetMeans')}</p>
      </div>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      <div class="row buttons">
        <button type="button" class="button danger primary" onClick={() => void forget()}>
          {say('keysForgetYes')}
        </button>
        <button type="button" class="button" onClick={keep}>
          {say('keysForgetNo')}
        </button>
      </div>
    </section>
  );
}
