import { cleanName } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { TroubleAction } from './TroubleAction';
import type { Rolls } from './use-rolls';
import { WasLocked, type WasLockedProps } from './WasLocked';

/** Accounts whose groups did not come. The groups of the others stand as they are. */
export function RollTroubles({ rolls, ...locking }: { readonly rolls: Rolls } & WasLockedProps) {
  return rolls.all.map(
    ({ account, trouble }) =>
      trouble &&
      trouble.kind !== 'no-permission' &&
      (trouble.kind === 'vault-locked' ? (
        <WasLocked key={account.id} {...locking} />
      ) : (
        <section key={account.id} class="roll-trouble" aria-label={cleanName(account.name)}>
          <p class="small quiet-text">{say('groupsOf', cleanName(account.name))}</p>
          <TroubleNotice
            trouble={trouble}
            actions={<TroubleAction kind={trouble.kind} onAgain={() => rolls.refresh([account])} />}
          />
        </section>
      )),
  );
}
