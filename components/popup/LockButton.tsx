import { say } from '../../utils/words';
import { IconButton } from '../ui/IconButton';
import { moreIcons } from '../ui/more-icons';
import { ask } from '../ui/use-ask';

/** Locks the keys at once. */
export function LockButton({ onLocked }: { readonly onLocked: () => void }) {
  const lock = () => ask('vault.lock').then(onLocked, onLocked);
  return <IconButton icon={moreIcons.lock} label={say('lockNow')} onClick={() => void lock()} />;
}
