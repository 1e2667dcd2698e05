import { cleanName } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { TroubleAction } from './TroubleAction';
import { WasLocked } from './Unlock';
import type { Rolls } from './use-rolls';

/** Accounts whose groups did not come. The groups of the others stand as they are. */
export function RollTroubles({ rolls }: { readonly rolls: Rolls }) {
  return rolls.all.map(
    ({ account, trouble }) =>
      trouble &&
      trouble.kind !== 'no-permission' &&
      (trouble.kind === 'vault-locked' ? (
        <WasLocked key={account.id} />
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
