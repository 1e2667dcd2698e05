import { say } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';
import { useCopying } from '../../ui/use-copying';

/** What helps to find a fault: shown first, then copied. */
export function DebugInfo() {
  const { now, ask, rest } = useAsking('debug.info');
  const copying = useCopying();
  const text = now.before;
  return (
    <section class="card stack" aria-labelledby="backup-debug">
      <h2 id="backup-debug">{say('debugTitle')}</h2>
      <p class="quiet-text">{say('debugWhat')}</p>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {text && (
        <textarea
          class="input debug-info"
          dir="ltr"
          readOnly
          rows={16}
          spellcheck={false}
          aria-label={say('debugPreview')}
          value={text}
        />
      )}
      {copying.refused && <TroubleNotice trouble={{ kind: 'clipboard-refused' }} />}
      <div class="row buttons">
        {text && (
          <button type="button" class="button primary" onClick={() => copying.copy(text)}>
            {say(copying.done === text ? 'copied' : 'debugCopy')}
          </button>
        )}
        <button
          key="switch"
          type="button"
          class="button"
          aria-expanded={text !== undefined}
          aria-disabled={now.mood === 'waiting'}
          onClick={() => (text ? rest() : void ask())}
        >
          {say(text ? 'hide' : 'debugShow')}
        </button>
      </div>
    </section>
  );
}
