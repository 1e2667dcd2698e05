import type { VaultState } from '../../../utils/model/settings';
import { say } from '../../../utils/words';
import { Notice, TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';
import type { Deed } from './use-protecting';

interface ProtectionProps {
  readonly vault: VaultState;
  /** What is being done about the passphrase. */
  readonly deed: Deed | undefined;
  readonly onDeed: (deed: Deed) => void;
  readonly again: () => void;
}

/** What protects the keys now, in plain words, and what can be done about it. */
export function Protection({ vault, deed, onDeed, again }: ProtectionProps) {
  const locking = useAsking('vault.lock');
  const lock = async () => {
    if (await locking.ask()) again();
  };
  const guarded = vault.passphrase;
  return (
    <section class="card stack">
      {locking.now.mood === 'troubled' && <TroubleNotice trouble={locking.now.trouble} />}
      <Notice tone={guarded ? 'good' : 'heed'} title={say(guarded ? 'keysGuarded' : 'keysOpen')}>
        {say(guarded ? 'keysGuardedNext' : 'keysOpenNext')}
      </Notice>
      {guarded && (
        <div class="row buttons">
          <button type="button" class={`button ${deed ? '' : 'primary'}`} onClick={() => void lock()}>
            {say('lockNow')}
          </button>
          <button type="button" class="button" aria-expanded={deed === 'change'} onClick={() => onDeed('change')}>
            {say('passphraseChange')}
          </button>
          <button
            type="button"
            class="button quiet danger last"
            aria-expanded={deed === 'remove'}
            onClick={() => onDeed('remove')}
          >
            {say('passphraseRemove')}
          </button>
        </div>
      )}
      {!guarded && !deed && (
        <div class="row buttons">
          <button type="button" class="button primary" onClick={() => onDeed('set')}>
            {say('passphraseSet')}
          </button>
        </div>
      )}
    </section>
  );
}
