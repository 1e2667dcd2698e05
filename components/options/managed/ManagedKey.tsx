import { useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/model/account';
import { say } from '../../../utils/words';
import { Field } from '../../ui/Field';
import { askHostAccess } from '../../ui/host-access';
import { TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';
import { faultWords } from '../fault-words';
import { fieldWords } from '../field-words';
import { SetWords } from './SetWords';

interface ManagedKeyProps {
  readonly account: AccountView;
  /** The key is kept: it can be tested now. */
  readonly onKept: () => void;
}

/** What the user of an account has a say in that an administrator has set: the key, where the policy asks for it. */
export function ManagedKey({ account, onKept }: ManagedKeyProps) {
  const [name] = account.managed?.asks ?? [];
  const isKept = name !== undefined && account.secrets.includes(name);
  const [isOpen, setOpen] = useState(false);
  const kept = () => {
    setOpen(false);
    onKept();
  };
  if (name === undefined) return <SetWords words={say('managedKeyGiven')} />;
  return (
    <>
      <SetWords words={say(isKept ? 'managedKeyKept' : 'managedKeyAsk')} />
      {isKept && !isOpen ? (
        <div class="row buttons">
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {say('managedKeyChange')}
          </button>
        </div>
      ) : (
        <KeyForm account={account} name={name} onKept={kept} />
      )}
    </>
  );
}

function KeyForm({ account, name, onKept }: ManagedKeyProps & { readonly name: string }) {
  const [typed, setTyped] = useState('');
  const saving = useAsking('account.save');
  const { label, hint } = fieldWords(account.make, name);
  const trouble = saving.now.mood === 'troubled' ? saving.now.trouble : undefined;
  const { id, make, name: called, server, fields } = account;
  const save = async () => {
    // In the click itself: browsers ask for a host at no other time.
    const access = account.allowed ? Promise.resolve(true) : askHostAccess(server);
    const draft = { id, make, name: called, server, fields, secrets: { [name]: typed } };
    const isKept = await access.then(() => saving.ask(draft));
    if (isKept) onKept();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <Field
        label={label}
        kind="secret"
        value={typed}
        onValue={setTyped}
        hint={hint}
        error={trouble?.field ? faultWords(trouble, typed) : undefined}
        input={{ name }}
      />
      {trouble && !trouble.field && <TroubleNotice trouble={trouble} />}
      <div class="row buttons">
        <button
          type="submit"
          class="button primary"
          aria-disabled={saving.now.mood === 'waiting'}
          onClick={() => saving.now.mood === 'waiting' || void save()}
        >
          {say('managedKeySave')}
          <span class="visually-hidden"> {called}</span>
        </button>
      </div>
    </form>
  );
}
