import { useRef } from 'preact/hooks';
import type { AccountView } from '../../../utils/model';
import { say } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { BroughtIn } from './BroughtIn';
import { Plan } from './Plan';
import { type Stage, useBringing } from './use-bringing';

interface BringInProps {
  readonly accounts: readonly AccountView[];
  /** Whether the keys are locked now. */
  readonly locked: boolean;
  readonly again: () => void;
}

/** Brings a backup in: what it would change is shown first. */
export function BringIn({ accounts, locked, again }: BringInProps) {
  const { stage, choose, go, leave } = useBringing(again);
  const field = useRef<HTMLInputElement>(null);
  const busy = stage.at === 'reading' || stage.at === 'bringing';
  return (
    <>
      <div class="row buttons">
        <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && field.current?.click()}>
          {say('backupChoose')}
        </button>
      </div>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('backupChoose')}
        onChange={({ currentTarget }) => {
          void choose(currentTarget.files?.[0]);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Told stage={stage} />
      {stage.at === 'planned' && (
        <Plan {...stage} locked={locked} onYes={(typed) => void go(stage, typed)} onNo={leave} onUnlocked={again} />
      )}
      {stage.at === 'brought' && <BroughtIn brought={stage.brought} accounts={accounts} />}
    </>
  );
}

function Told({ stage }: { readonly stage: Stage }) {
  if (stage.at === 'troubled') return <TroubleNotice trouble={stage.trouble} />;
  if (stage.at !== 'reading' && stage.at !== 'bringing') return null;
  const { done, of } = stage;
  const words = stage.at === 'reading' ? say('backupReading') : say('backupBringing');
  return (
    <div class="bring-back" role="status">
      {of > 0 ? `${words} ${say('recordBringing', done, of)}` : words}
      {of > 0 && <progress value={done} max={of} aria-label={words} />}
    </div>
  );
}
