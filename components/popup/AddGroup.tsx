import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model/account';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { accountTitle } from '../ui/account-title';
import { Field } from '../ui/Field';
import { useAsking } from '../ui/use-ask';
import type { Choice } from './choice';

interface AddGroupProps {
  readonly accounts: readonly AccountView[];
  readonly onAdded: (choice: Choice) => void;
  readonly onCancel: () => void;
}

/** For groups that a gateway does not list. */
export function AddGroup({ accounts, onAdded, onCancel }: AddGroupProps) {
  const input = useRef<HTMLInputElement>(null);
  const adding = useAsking('group.add');
  const [text, setText] = useState('');
  const [account, setAccount] = useState(accounts[0]);
  useLayoutEffect(() => {
    input.current?.focus();
    // What led here may be gone; the search never is.
    return () => document.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }, []);
  const isAdding = adding.now.mood === 'waiting';
  const add = async (event: Event) => {
    event.preventDefault();
    const group = !isAdding && account && (await adding.ask({ account: account.id, group: text.trim() }));
    if (group) onAdded({ account, group });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form class="panel stack" onSubmit={add} onKeyDown={onKeyDown}>
      <h2>{say('addGroupTitle')}</h2>
      {accounts.length > 1 && <AccountField accounts={accounts} chosen={account} onChoose={setAccount} />}
      <Field
        label={say('groupId')}
        value={text}
        onValue={setText}
        hint={say('groupIdHint')}
        error={adding.now.mood === 'troubled' ? sentences(adding.now.trouble) : undefined}
        input={{ ref: input, required: true, dir: 'ltr', placeholder: '120363025246125486@g.us' }}
      />
      <div class="row end">
        <button type="button" class="button" onClick={onCancel}>
          {say('cancel')}
        </button>
        <button type="submit" class="button primary" disabled={!text.trim()} aria-disabled={isAdding}>
          {say('addGroup')}
        </button>
      </div>
    </form>
  );
}

interface AccountFieldProps {
  readonly accounts: readonly AccountView[];
  readonly chosen: AccountView | undefined;
  readonly onChoose: (account: AccountView | undefined) => void;
}

function AccountField({ accounts, chosen, onChoose }: AccountFieldProps) {
  const choose = (id: string) => onChoose(accounts.find((account) => account.id === id));
  return (
    <label class="field">
      <span class="label">{say('account')}</span>
      <select class="input" value={chosen?.id} onChange={(event) => choose(event.currentTarget.value)}>
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {accountTitle(account)}
          </option>
        ))}
      </select>
    </label>
  );
}

function sentences(trouble: Parameters<typeof troubleWords>[0]): string {
  const { what, next } = troubleWords(trouble);
  return `${what} ${next}`;
}
