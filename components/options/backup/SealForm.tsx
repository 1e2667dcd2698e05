import { useState } from 'preact/hooks';
import type { TroubleFacts } from '../../../utils/trouble';
import { troubleWords } from '../../../utils/wording';
import { say } from '../../../utils/words';
import { Field } from '../../ui/Field';
import { triedWords } from '../../ui/Unlock';
import { useFocusOnFault } from '../../ui/use-focus-on-fault';
import { useWait } from '../../ui/use-wait';
import { StrengthHint } from '../keys/StrengthHint';
import { strengthOf } from '../keys/strength';

export interface Typed {
  /** For the file. */
  readonly passphrase: string;
  /** The one that protects the keys here. */
  readonly own: string;
}

interface SealFormProps {
  readonly asksOwn: boolean;
  readonly trouble: TroubleFacts | undefined;
  readonly busy: boolean;
  readonly onTyped: (typed: Typed) => void;
}

/** A passphrase for the keys in a file, and the one that protects them here, once more. */
export function SealForm({ asksOwn, trouble, busy, onTyped }: SealFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [own, setOwn] = useState('');
  const [faults, setFaults] = useState<{ readonly next?: string; readonly again?: string }>({});
  const wrong = trouble?.kind === 'wrong-passphrase' ? trouble : undefined;
  const left = useWait(wrong?.waitMs ?? 0, wrong);
  const form = useFocusOnFault(faults, wrong);
  const submit = () => {
    const found = faultsIn(passphrase, again);
    setFaults(found);
    if (Object.keys(found).length === 0 && !busy && left <= 0) onTyped({ passphrase, own });
  };
  return (
    <form
      ref={form}
      class="stack"
      aria-label={say('backupWithKeys')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {asksOwn && (
        <Field
          label={say('passphraseOld')}
          kind="secret"
          value={own}
          onValue={setOwn}
          error={wrong && triedWords(wrong, left)}
          input={{ maxLength: 1_000 }}
        />
      )}
      <Field
        label={say('backupPassphrase')}
        kind="secret"
        value={passphrase}
        onValue={setPassphrase}
        error={faults.next}
        hint={<StrengthHint passphrase={passphrase} />}
        input={{ maxLength: 1_000 }}
      />
      <Field
        label={say('backupPassphraseAgain')}
        kind="secret"
        value={again}
        onValue={setAgain}
        error={faults.again}
        input={{ maxLength: 1_000 }}
      />
      <p class="quiet-text small">{say('backupPassphraseLost')}</p>
      <div class="row buttons">
        <button type="submit" class="button primary" aria-disabled={busy || left > 0}>
          {say(busy ? 'recordSaving' : 'backupSaveWithKeys')}
        </button>
      </div>
    </form>
  );
}

function faultsIn(passphrase: string, again: string) {
  if (strengthOf(passphrase) === 'short') {
    const { what, next } = troubleWords({ kind: 'short-passphrase' });
    return { next: `${what} ${next}` };
  }
  return passphrase === again ? {} : { again: say('passphraseDiffers') };
}
