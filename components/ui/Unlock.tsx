import { useState } from 'preact/hooks';
import type { VaultState } from '../../utils/model/settings';
import type { TroubleFacts } from '../../utils/trouble';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { announce } from './Announcer';
import { Field } from './Field';
import { Icon } from './Icon';
import { moreIcons } from './more-icons';
import { type Mood, useAsking } from './use-ask';
import { useWait } from './use-wait';

interface UnlockProps {
  /** How long the first try must wait, after wrong ones of before. */
  readonly waitMs?: number | undefined;
  readonly onUnlocked: () => void;
}

/** The keys are locked: asks for the passphrase, and says how long to wait after a wrong one. */
export function Unlock({ waitMs = 0, onUnlocked }: UnlockProps) {
  const [typed, setTyped] = useState('');
  const { now, ask } = useAsking('vault.unlock');
  const left = useWait(now.mood === 'troubled' ? (now.trouble.waitMs ?? 0) : waitMs, now);
  const busy = now.mood === 'waiting';
  const unlock = async () => {
    if (busy || left > 0 || !typed || !(await ask(typed))) return;
    announce(say('unlocked'));
    onUnlocked();
  };
  return (
    <form
      class="notice heed unlock"
      aria-label={say('troubleVaultLocked')}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <Icon name={moreIcons.lock} />
      <div class="words">
        <b>{say('troubleVaultLocked')}</b> {say('troubleVaultLockedNext')}
      </div>
      <div class="unlock-row">
        <Field
          label={say('passphrase')}
          kind="secret"
          value={typed}
          onValue={setTyped}
          error={wrongWords(now, left)}
          input={{ maxLength: 1_000 }}
        />
        <button type="submit" class="button" aria-disabled={busy || left > 0}>
          {say(busy ? 'passphraseWorking' : 'unlockKeys')}
        </button>
      </div>
    </form>
  );
}

function wrongWords(now: Mood<VaultState>, left: number): string | undefined {
  if (now.mood === 'troubled') return triedWords(now.trouble, left);
  // After wrong ones that were typed elsewhere.
  return left > 0 && now.mood === 'rest' ? troubleWords({ kind: 'wrong-passphrase', waitMs: left }).next : undefined;
}

/** What came of a passphrase; the wait is said as long as there is one. */
export function triedWords(trouble: TroubleFacts, left: number): string {
  const { what, next } = troubleWords({ ...trouble, waitMs: left });
  return trouble.kind === 'wrong-passphrase' && left <= 0 ? what : `${what} ${next}`;
}
