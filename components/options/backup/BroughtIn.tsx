import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/model/account';
import { say, sayCount } from '../../../utils/words';
import { askHostAccess } from '../../ui/host-access';
import { Notice } from '../../ui/Notice';
import { SafeText } from '../../ui/SafeText';
import { shownServer } from '../shown-server';
import type { Brought } from './bringing';

interface BroughtInProps {
  readonly brought: Brought;
  readonly accounts: readonly AccountView[];
}

/** What was brought in, and what is left to do: hosts to allow, keys to type. */
export function BroughtIn({ brought: { ids, keyed, codes, stopped }, accounts }: BroughtInProps) {
  const own = accounts.filter(({ id }) => Object.values(ids).includes(id));
  const closed = own.filter(({ allowed, demo }) => !allowed && !demo);
  const keyless = own.filter(({ secrets, allowed }) => allowed && secrets.length === 0);
  const said = [
    ...(codes.added > 0 ? [sayCount('recordAdded', codes.added)] : []),
    ...(codes.known > 0 ? [sayCount('recordKnown', codes.known)] : []),
    ...(keyed.length > 0 ? [sayCount('backupKeyed', keyed.length)] : []),
  ];
  const panel = useRef<HTMLDivElement>(null);
  // What had it goes: the plan, and each server's own button.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, [closed.length]);
  return (
    <div ref={panel} class="stack" tabIndex={-1}>
      <Notice tone={stopped ? 'info' : 'good'} title={say(stopped ? 'backupStopped' : 'backupDone')}>
        {said.join(' ')} {stopped && say('backupStoppedNext')}
      </Notice>
      {closed.length > 0 && (
        <section class="stack" aria-label={say('backupAllow')}>
          <p>{say('backupAllow')}</p>
          <ul class="stack backup-hosts">
            {closed.map((account) => (
              <Closed key={account.id} account={account} />
            ))}
          </ul>
        </section>
      )}
      {keyless.length > 0 && (
        <p>
          {sayCount('backupKeyless', keyless.length)} <a href="#accounts">{say('sectionAccounts')}</a>
        </p>
      )}
    </div>
  );
}

function Closed({ account: { name, server } }: { readonly account: AccountView }) {
  const [refused, setRefused] = useState(false);
  return (
    <li class="row">
      <span>
        <SafeText text={name} instead={say('menuUnnamed')} /> <small class="quiet-text">{shownServer(server)}</small>
      </span>
      <button
        type="button"
        class="button last"
        onClick={() => void askHostAccess(server).then((given) => setRefused(!given))}
      >
        {say('backupAllowHost')}
        <span class="visually-hidden"> {name}</span>
      </button>
      {refused && <small role="status">{say('backupAllowRefused')}</small>}
    </li>
  );
}
