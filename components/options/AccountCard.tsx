import { useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { HostNotAllowed } from '../ui/HostNotAllowed';
import { SafeText } from '../ui/SafeText';
import { useAsking } from '../ui/use-ask';
import { CheckSteps } from './CheckSteps';
import { RemoveAccount } from './RemoveAccount';
import { shownServer } from './shown-server';

/** One account: what it is, whether its host may be reached, and what can be done with it. */
export function AccountCard({ account, again }: { readonly account: AccountView; readonly again: () => void }) {
  const { id, name, makeLabel, server, allowed } = account;
  const [removing, setRemoving] = useState(false);
  const remover = useRef<HTMLButtonElement>(null);
  const test = useAsking('account.test');
  const keep = () => {
    setRemoving(false);
    remover.current?.focus();
  };
  return (
    <li class="card stack account">
      <header>
        <h2>
          <SafeText text={name} instead={makeLabel} />
        </h2>
        <p class="quiet-text small">
          {name !== makeLabel && `${makeLabel} · `}
          <bdi>{shownServer(server)}</bdi> · {say(allowed ? 'accessGiven' : 'accessMissing')}
        </p>
      </header>
      {!allowed && <HostNotAllowed server={server} onAllowed={() => test.ask(id)} />}
      <CheckSteps now={test.now} />
      <div class="row buttons">
        <button type="button" class="button" aria-disabled={test.now.mood === 'waiting'} onClick={() => test.ask(id)}>
          {say(test.now.mood === 'rest' ? 'accountTest' : 'accountTestAgain')}
        </button>
        <a class="button" href={`#accounts/${id}`}>
          {say('change')}
        </a>
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
