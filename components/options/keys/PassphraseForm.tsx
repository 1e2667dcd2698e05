import { useLayoutEffect, useState } from 'preact/hooks';
import { say, type Word } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { Field } from '../../ui/Field';
import { TroubleNotice } from '../../ui/Notice';
import { useFocusOnFault } from '../../ui/use-focus-on-fault';
import { StrengthHint } from './StrengthHint';
import { type Deed, useProtecting } from './use-protecting';

const words: Readonly<Record<Deed, readonly [yes: Word, done: Word]>> = {
  set: ['passphraseSet', 'passphraseIsSet'],
  change: ['passphraseChange', 'passphraseIsSet'],
  remove: ['passphraseRemove', 'passphraseRemoved'],
};

interface PassphraseFormProps {
  readonly deed: Deed;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Sets, changes or removes the passphrase. */
export function PassphraseForm({ deed, onDone, onCancel }: PassphraseFormProps) {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const protecting = useProtecting(deed);
  const [tries, setTries] = useState(0);
  const form = useFocusOnFault(tries);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [yes, done] = words[deed];
  const submit = async () => {
    if (!(await protecting.protect({ old, next, again }))) return setTries(tries + 1);
    announce(say(done));
    onDone();
  };
  const { faults, trouble, busy } = protecting;
  return (
    <form
      ref={form}
      class="card stack"
      aria-label={say(yes)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {deed !== 'set' && <Secret label="passphraseOld" value={old} onValue={setOld} error={faults.old} />}
      {deed !== 'remove' && (
        <>
          <Field
            label={say('passphraseNew')}
            kind="secret"
            value={next}
            onValue={setNext}
            error={faults.next}
            hint={<StrengthHint passphrase={next} />}
            input={{ maxLength: 1_000 }}
          />
          <Secret label="passphraseAgain" value={again} onValue={setAgain} error={faults.again} />
          <p class="quiet-text small">{say('passphraseLost')}</p>
        </>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div class="row buttons">
        <button type="submit" class={`button primary ${deed === 'remove' ? 'danger' : ''}`} aria-disabled={busy}>
          {say(busy ? 'passphraseWorking' : yes)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

interface SecretProps {
  readonly label: Word;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error: string | undefined;
}

function Secret({ label, ...rest }: SecretProps) {
  return <Field label={say(label)} kind="secret" input={{ maxLength: 1_000 }} {...rest} />;
}
