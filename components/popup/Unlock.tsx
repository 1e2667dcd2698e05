import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { VaultState } from '../../utils/model';
import { say } from '../../utils/words';
import { IconButton } from '../ui/IconButton';
import { Unlock } from '../ui/Unlock';
import { ask } from '../ui/use-ask';

interface VaultNow {
  readonly vault: VaultState;
  /** Asks for the overview anew: the keys may have been locked or unlocked. */
  readonly again: () => void;
}

/** How the keys stand, for whatever in the popup needs to know. */
export const VaultNow = createContext<VaultNow>({ vault: { passphrase: false, locked: false }, again: () => {} });

/** Above everything else while the keys are locked. What is remembered stands below as ever. */
export function UnlockFirst() {
  const { vault, again } = useContext(VaultNow);
  if (!vault.locked) return null;
  return (
    <div class="unlock-first">
      <Unlock waitMs={vault.waitMs} onUnlocked={again} />
    </div>
  );
}

/** Stands for the trouble that something wanted a locked key: the way to unlock stands above, or comes. */
export function WasLocked() {
  const { vault, again } = useContext(VaultNow);
  useEffect(() => {
    if (!vault.locked) again();
  }, [vault.locked]);
  return null;
}

/** Locks the keys at once; where there is no passphrase there is nothing to lock. */
export function LockButton() {
  const { vault, again } = useContext(VaultNow);
  if (!vault.passphrase || vault.locked) return null;
  const lock = () => ask('vault.lock').then(again, again);
  return <IconButton icon="lock" label={say('lockNow')} onClick={() => void lock()} />;
}
