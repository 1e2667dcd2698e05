import { useRef } from 'preact/hooks';
import type { AccountView } from '../../../utils/model/account';
import { say } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { WorkProgress } from '../../ui/WorkProgress';
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
  const { stage, choose, go, leave, stop } = useBringing(again);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const back = () => {
    leave();
    opener.current?.focus();
  };
  const busy = stage.at === 'reading' || stage.at === 'bringing';
  return (
    <>
      <div class="row buttons">
        <button
          ref={opener}
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => !busy && field.current?.click()}
        >
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
      <Told stage={stage} onCancel={stage.at === 'bringing' ? stop : back} />
      {stage.at === 'planned' && (
        <Plan {...stage} locked={locked} onYes={(typed) => void go(stage, typed)} onNo={back} onUnlocked={again} />
      )}
      {stage.at === 'brought' && <BroughtIn brought={stage.brought} accounts={accounts} />}
    </>
  );
}

function Told({ stage, onCancel }: { readonly stage: Stage; readonly onCancel: () => void }) {
  if (stage.at === 'troubled') return <TroubleNotice trouble={stage.trouble} />;
  if (stage.at !== 'reading' && stage.at !== 'bringing') return null;
  const { at, done, of } = stage;
  const label = at === 'reading' ? say('backupReading') : say('backupBringing');
  if (of === 0) return <div role="status">{label}</div>;
  return <WorkProgress key={at} {...{ label, done, of, onCancel }} />;
}
