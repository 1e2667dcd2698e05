import { useState } from 'preact/hooks';
import type { RecordState } from '../../../utils/model';
import { ago } from '../../../utils/times';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say, sayCount } from '../../../utils/words';
import { Rescued } from '../../popup/Rescued';
import { Icon } from '../../ui/Icon';
import { TroubleNotice } from '../../ui/Notice';
import { saveFile } from '../../ui/save-file';
import { ask } from '../../ui/use-ask';
import { BringBack } from './BringBack';
import { bytesWords } from './bytes-words';
import { Health } from './Health';
import { datedName } from './save-rows';
import { recordFile } from './saved-record';
import type { RecordNow } from './use-record';

interface KeepingProps {
  readonly record: RecordNow;
  readonly onBroughtBack: () => void;
}

/** The record as a thing: whether it is whole, and ways to check it, to save it and to bring it back. */
export function Keeping({ record, onBroughtBack }: KeepingProps) {
  const { state, trouble, busy, check, onState, again } = record;
  const saving = useSaving();
  return (
    <>
      {state && <Rescued rescued={state.rescued} onState={onState} />}
      <Health {...record} />
      {trouble && <TroubleNotice trouble={trouble} />}
      <section class="card stack" aria-label={say('recordKeeping')}>
        {state ? <Facts state={state} isChecking={busy === 'check'} /> : !trouble && <div class="skeleton line" />}
        <div class="row buttons">
          <button type="button" class="button" disabled={busy !== undefined} onClick={check}>
            {say('recordCheck')}
          </button>
          <button type="button" class="button" disabled={saving.isUnderWay} onClick={saving.save}>
            {say(saving.isUnderWay ? 'recordSaving' : 'recordSaveWhole')}
          </button>
          <BringBack
            onAdded={() => {
              again();
              onBroughtBack();
            }}
          />
        </div>
        {saving.trouble && <TroubleNotice trouble={saving.trouble} />}
      </section>
    </>
  );
}

function Facts({ state, isChecking }: { readonly state: RecordState; readonly isChecking: boolean }) {
  const { lineage, ledger, bytes, checkedAt, persisted, health } = state;
  const sizes = [
    sayCount('recordLinesOfCodes', lineage),
    sayCount('recordLinesOfHandOuts', ledger),
    ...(bytes === undefined ? [] : [bytesWords(bytes)]),
  ];
  return (
    <div class="record-facts">
      <p role="status" class={health}>
        {isChecking ? say('recordChecking') : <Verdict health={health} />}
      </p>
      <p class="small quiet-text">{sizes.join(' · ')}</p>
      <p class="small quiet-text">
        {checkedAt === undefined ? say('recordUnchecked') : say('recordChecked', ago(checkedAt, Date.now()))}{' '}
        {say(persisted ? 'recordPersisted' : 'recordNotPersisted')}
      </p>
    </div>
  );
}

function Verdict({ health }: Pick<RecordState, 'health'>) {
  if (health === 'damaged') return <b>⚠ {say('recordIsDamaged')}</b>;
  return (
    <b>
      <Icon name="check" />
      {say(health === 'whole' ? 'recordIsWhole' : 'recordIsRestored')}
    </b>
  );
}

/** Saving all lines as they are kept, seals included. */
function useSaving() {
  const [isUnderWay, setUnderWay] = useState(false);
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const save = async () => {
    setUnderWay(true);
    setTrouble(undefined);
    const now = Date.now();
    await recordFile((asked) => ask('record.rows', asked), now).then(
      (pieces) => saveFile(pieces, 'json', datedName('record', now, 'json')),
      (caught: unknown) => setTrouble(asTrouble(caught).facts),
    );
    setUnderWay(false);
  };
  return { isUnderWay, trouble, save };
}
