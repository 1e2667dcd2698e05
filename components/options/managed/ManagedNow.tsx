import type { Managed } from '../../../utils/model/policy';
import { say } from '../../../utils/words';
import { Notice } from '../../ui/Notice';
import { SetWords } from './SetWords';

/** That this browser is managed, what that means, and what of the policy could not be read. */
export function ManagedNow({ managed }: { readonly managed: Managed }) {
  const { locked, rights, unread } = managed;
  return (
    <section class="card stack prose" aria-labelledby="managed-title">
      <h2 id="managed-title">{say('managedBy')}</h2>
      <p>{say('managedWhat')}</p>
      {!rights.mayAddAccounts && <SetWords words={say('managedMayNotAdd')} />}
      {!rights.mayRetire && <SetWords words={say('managedMayNotRetire')} />}
      {!rights.mayJoin && <SetWords words={say('managedMayNotJoin')} />}
      {unread.map((name) => (
        <Notice key={name} tone="heed">
          {say('managedUnread', name)}
        </Notice>
      ))}
      {locked.length > 0 && (
        <p class="small quiet-text">
          {say('managedSets')} <bdi dir="ltr">{locked.join(', ')}</bdi>
        </p>
      )}
    </section>
  );
}
