import { sayCount } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { openOptionsAt } from './options-page';

/** How many things somebody should look at, and the way to them; nothing where there are none. */
export function ToLookAt({ alerts }: { readonly alerts: number }) {
  if (alerts === 0) return null;
  return (
    <button type="button" class="on-this-page to-look-at" onClick={() => openOptionsAt('over-time')}>
      <span class="words">
        <span aria-hidden="true">▲</span>
        {sayCount('toLookAt', alerts)}
      </span>
      <Icon name="next" />
    </button>
  );
}
