import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordPart, RecordState } from '../../../utils/model/record';
import { ago } from '../../../utils/times';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say, sayCount } from '../../../utils/words';
import { Rescued } from '../../popup/Rescued';
import { Icon } from '../../ui/Icon';
import { TroubleNotice } from '../../ui/Notice';
import { RestingButton } from '../../ui/RestingButton';
import { saveFile } from '../../ui/save-file';
import { ask } from '../../ui/use-ask';
import { WorkProgress } from '../../ui/WorkProgress';
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
  const saving = useSaving((state?.lineage ?? 0) + (state?.ledger ?? 0));
  return (
    <>
      {state && <Rescued rescued={state.rescued} onState={onState} />}
      <Health {...record} />
      {trouble && <TroubleNotice trouble={trouble} />}
      <section class="card stack" aria-label={say('recordKeeping')}>
        {state ? <Facts state={state} isChecking={busy === 'check'} /> : !trouble && <div class="skeleton line" />}
        <div class="row buttons">
          <RestingButton resting={busy !== undefined} onClick={check}>
            {say('recordCheck')}
          </RestingButton>
          <RestingButton resting={saving.done !== undefined} onClick={saving.save}>
            {say('recordSaveWhole')}
          </RestingButton>
          <BringBack
            onAdded={() => {
              again();
              onBroughtBack();
            }}
          />
        </div>
        {saving.done !== undefined && (
          <WorkProgress label={say('recordSaving')} done={saving.done} of={saving.of} onCancel={saving.cancel} />
        )}
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

/** Saving all lines as they are kept, seals included; `of` is how many there are. */
function useSaving(of: number) {
  const [done, setDone] = useState<number>();
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);
  const save = async () => {
    under.current = new AbortController();
    const { signal } = under.current;
    let sum = 0;
    const rows = async (asked: Parameters<typeof askRows>[0]) => {
      signal.throwIfAborted();
      const some = await askRows(asked);
      sum += some.length;
      if (!signal.aborted) setDone(sum);
      return some;
    };
    setDone(0);
    setTrouble(undefined);
    const now = Date.now();
    await recordFile(rows, now).then(
      (pieces) => signal.aborted || saveFile(pieces, 'json', datedName('record', now, 'json')),
      (caught: unknown) => signal.aborted || setTrouble(asTrouble(caught).facts),
    );
    if (!signal.aborted) setDone(undefined);
  };
  const cancel = () => {
    under.current?.abort();
    setDone(undefined);
  };
  return { done, of, trouble, save, cancel };
}

const askRows = (asked: { readonly part: RecordPart; readonly after: number }) => ask('record.rows', asked);
