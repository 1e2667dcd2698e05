import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../utils/words';
import { Field } from '../../ui/Field';
import { Notice, TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';
import { useFocusOnFault } from '../../ui/use-focus-on-fault';
import { useSavingBackup } from './SaveBackup';

/** Forgets everything, after a word was typed; a backup is offered first. */
export function ForgetAll() {
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsked(false);
    opener.current?.focus();
  };
  return (
    <section class="card stack" aria-labelledby="backup-forget">
      <h2 id="backup-forget">{say('forgetTitle')}</h2>
      <p>{say('forgetWhat')}</p>
      <div class="row buttons">
        <button
          ref={opener}
          type="button"
          class="button danger"
          aria-expanded={isAsked}
          onClick={() => setAsked(!isAsked)}
        >
          {say('forgetBegin')}
        </button>
      </div>
      {isAsked && <Step keep={keep} />}
    </section>
  );
}

function Step({ keep }: { readonly keep: () => void }) {
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  const saving = useSavingBackup();
  const { now, ask } = useAsking('everything.forget');
  const form = useFocusOnFault(tries);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const word = say('forgetWord');
  const isTyped = same(typed, word);
  const busy = now.mood === 'waiting' || now.mood === 'answered';
  return (
    <form
      ref={form}
      class="stack removal"
      aria-label={say('forgetTitle')}
      onKeyDown={(event) => event.key === 'Escape' && keep()}
      onSubmit={(event) => {
        event.preventDefault();
        setTries(tries + 1);
        if (isTyped && !busy) void ask('everything');
      }}
    >
      <div>
        <h3>{say('forgetSure')}</h3>
        <p>{say('forgetMeans')}</p>
      </div>
      <div class="row buttons">
        <button type="button" class="button" aria-disabled={saving.isUnderWay} onClick={() => void saving.save()}>
          {say(saving.isUnderWay ? 'recordSaving' : 'forgetSaveFirst')}
        </button>
      </div>
      {saving.trouble && <TroubleNotice trouble={saving.trouble} />}
      <Field
        label={say('forgetType', word)}
        value={typed}
        onValue={setTyped}
        error={tries > 0 && !isTyped ? say('forgetTypeFault', word) : undefined}
        input={{ maxLength: 100 }}
      />
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {now.mood === 'answered' && <Notice tone="good">{say('forgetDone')}</Notice>}
      <div class="row buttons">
        <button type="submit" class="button danger primary" aria-disabled={busy}>
          {say('forgetYes')}
        </button>
        <button type="button" class="button" onClick={keep}>
          {say('forgetNo')}
        </button>
      </div>
    </form>
  );
}

/** Whatever the case, and whatever stands around it. */
function same(typed: string, word: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').trim().toLocaleLowerCase();
  return bare(typed) === bare(word);
}
