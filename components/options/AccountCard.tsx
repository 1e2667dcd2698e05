import type { AccountView } from '../../utils/model/account';
import { say } from '../../utils/words';
import { HostNotAllowed } from '../ui/HostNotAllowed';
import { askReasons } from '../ui/host-access';
import { SafeText } from '../ui/SafeText';
import { AccountFoot } from './AccountFoot';
import { CheckSteps } from './CheckSteps';
import { ManagedKey } from './managed/ManagedKey';
import { PlainHttp } from './PlainHttp';
import { shownServer } from './shown-server';
import { useCheck } from './use-check';

/** One account: what it is, whether its host may be reached, and what can be done with it. */
export function AccountCard({ account, again }: { readonly account: AccountView; readonly again: () => void }) {
  const { id, name, makeLabel, server, allowed, copyOnly, managed } = account;
  const test = useCheck();
  const ask = () => {
    askReasons();
    void test.ask(id);
  };
  const tested = () => {
    again();
    void test.ask(id);
  };
  const isKeyless = managed?.asks.some((name) => !account.secrets.includes(name)) ?? false;
  const check = (
    <button type="button" class="button" aria-disabled={test.now.mood === 'waiting'} onClick={ask}>
      {say(test.now.mood === 'rest' ? 'accountTest' : 'accountTestAgain')}
    </button>
  );
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
        {copyOnly && (
          <p class="small">
            <b>{say('copyOnly')}</b> <span class="quiet-text">{say('copyOnlyHint')}</span>
          </p>
        )}
      </header>
      <PlainHttp server={server} />
      {!allowed && !isKeyless && <HostNotAllowed server={server} onAllowed={() => void test.ask(id)} />}
      <CheckSteps now={test.now} />
      {managed ? (
        <>
          <ManagedKey account={account} onKept={tested} />
          {!isKeyless && <div class="row buttons">{check}</div>}
        </>
      ) : (
        <AccountFoot account={account} removed={again}>
          {check}
          <a class="button" href={`#accounts/${id}`}>
            {say('change')}
          </a>
        </AccountFoot>
      )}
    </li>
  );
}
