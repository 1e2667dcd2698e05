import { useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { TryDemo } from '../ui/TryDemo';
import { RemoveAccount } from './RemoveAccount';

/** The demo among the accounts: what it is, what to try, and the way to be rid of it. */
export function DemoCard({ account, again }: { readonly account: AccountView; readonly again: () => void }) {
  const [removing, setRemoving] = useState(false);
  const remover = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setRemoving(false);
    remover.current?.focus();
  };
  return (
    <li class="card stack account">
      <header class="row">
        <h2>{say('demoIsOpen')}</h2>
        <DemoMark />
      </header>
      <p class="quiet-text small">{say('demoIsOpenWhat')}</p>
      <TryDemo />
      <div class="row buttons">
        <button
          ref={remover}
          type="button"
          class="button quiet danger last"
          aria-expanded={removing}
          onClick={() => setRemoving(!removing)}
        >
          {say('accountRemove')}
        </button>
      </div>
      {removing && <RemoveAccount account={account} keep={keep} removed={again} />}
    </li>
  );
}
