import type { PageView } from '../../utils/model/page';
import { say, sayCount } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { moreIcons } from '../ui/more-icons';

interface OnThisPageProps {
  readonly view: PageView | undefined;
  readonly onOpen: () => void;
}

/** How many invites the page has, and the way to them; nothing where there are none. */
export function OnThisPage({ view, onOpen }: OnThisPageProps) {
  const count = view?.codes.length ?? 0;
  if (count === 0 && view?.watch !== 'off') return null;
  return (
    <button type="button" class="on-this-page" onClick={onOpen}>
      {count > 0 ? sayCount('onThisPage', count) : say('onThisPageOff')}
      <Icon name={moreIcons.next} />
    </button>
  );
}
