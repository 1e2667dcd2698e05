import { sayCount } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { moreIcons } from '../ui/more-icons';
import { openOptionsAt } from './options-page';

/** How many things somebody should look at, and the way to them. */
export function ToLookAt({ alerts }: { readonly alerts: number }) {
  return (
    <button type="button" class="on-this-page to-look-at" onClick={() => openOptionsAt('over-time')}>
      <span class="words">
        <span aria-hidden="true">▲</span>
        {sayCount('toLookAt', alerts)}
      </span>
      <Icon name={moreIcons.next} />
    </button>
  );
}
