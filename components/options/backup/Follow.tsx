import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SyncState } from '../../../utils/keeping/model';
import { say, sayCount } from '../../../utils/words';
import { Notice, TroubleNotice } from '../../ui/Notice';
import { Switch } from '../../ui/Switch';
import { useAsking } from '../../ui/use-ask';
import { useAsk } from '../../ui/use-asked';
import { Changes } from './Plan';

/** Settings may follow through the browser's own synchronised storage; off until somebody says so. */
export function Follow({ again }: { readonly again: () => void }) {
  const first = useAsk('sync.state');
  const turning = useAsking('sync.turn');
  const erasing = useAsking('sync.erase');
  const [asked, setAsked] = useState(false);
  const [latest, setLatest] = useState<SyncState>();
  const place = useRef<HTMLElement>(null);
  const state = latest ?? first.now.before;
  const taken = (next: SyncState | undefined) => {
    setAsked(false);
    if (next) setLatest(next);
    again();
    focusSwitch();
  };
  // What was pressed below it is gone then.
  const focusSwitch = () => place.current?.querySelector('input')?.focus();
  const leave = () => {
    setAsked(false);
    focusSwitch();
  };
  const turn = (on: boolean) => void turning.ask(on).then(taken);
  const wish = (on: boolean) => (on && state && state.changes.length > 0 ? setAsked(true) : turn(on));
  const trouble = [first.now, turning.now, erasing.now].find((now) => now.mood === 'troubled');
  return (
    <section ref={place} class="card stack" aria-labelledby="backup-follow">
      <h2 id="backup-follow">{say('followTitle')}</h2>
      <p>{say('followWhat')}</p>
      {trouble?.mood === 'troubled' && <TroubleNotice trouble={trouble.trouble} />}
      {!state && !trouble && <div class="skeleton line" />}
      {state && !state.supported && <Notice tone="info">{say('followMissing')}</Notice>}
      {state?.supported && (
        <Switch label={say('followSwitch')} hint={say('followHint')} on={state.on} onSwitch={wish} />
      )}
      {asked && state && <Asked state={state} onYes={() => turn(true)} onNo={leave} />}
      {state && <Standing state={state} onErase={() => void erasing.ask().then(taken)} />}
    </section>
  );
}

/** Both sides differ: what is above will win, and that is said first. */
function Asked(props: { readonly state: SyncState; readonly onYes: () => void; readonly onNo: () => void }) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} class="stack backup-plan" aria-label={say('followSwitch')} tabIndex={-1}>
      <p>
        <b>{say('followAbove')}</b> {say('followAboveNext')}
      </p>
      <Changes changes={props.state.changes} />
      <div class="row buttons">
        <button type="button" class="button primary" onClick={props.onYes}>
          {say('followYes')}
        </button>
        <button type="button" class="button" onClick={props.onNo}>
          {say('cancel')}
        </button>
      </div>
    </section>
  );
}

function Standing({ state, onErase }: { readonly state: SyncState; readonly onErase: () => void }) {
  const { on, above, tooLong, trouble } = state;
  return (
    <>
      {trouble && <Notice tone="heed">{say(trouble === 'full' ? 'followFull' : 'followFailed')}</Notice>}
      {on && tooLong.length > 0 && <Notice tone="heed">{say('followTooLong')}</Notice>}
      {!on && above > 0 && (
        <div class="row buttons">
          <span class="quiet-text small">{sayCount('followLeft', above)}</span>
          <button type="button" class="button last" onClick={onErase}>
            {say('followErase')}
          </button>
        </div>
      )}
    </>
  );
}
