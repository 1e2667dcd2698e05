import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { moreIcons } from '../ui/more-icons';

/** Why no link is retired here: an administrator has not allowed it. */
export function NotRetired() {
  return (
    <p class="not-retired small quiet-text">
      <Icon name={moreIcons.lock} />
      <span>{say('managedMayNotRetire')}</span>
    </p>
  );
}
