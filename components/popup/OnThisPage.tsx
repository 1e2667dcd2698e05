import type { PageView } from '../../utils/model';
import { say, sayCount } from '../../utils/words';
import { Icon } from '../ui/Icon';
import type { InvitesListProps } from '../ui/invites-list/InvitesList';
import { useLater } from '../ui/use-later';

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
      <Icon name="next" />
    </button>
  );
}

/** The invites of the page. Stays when it is left, so that what is under way in it goes on. */
export function InvitesRoom(props: InvitesListProps & { readonly isShown: boolean }) {
  const List = useLater(async () => (await import('../ui/invites-list/InvitesList')).InvitesList);
  return (
    <div class="list-room" hidden={!props.isShown}>
      {List && <List {...props} />}
    </div>
  );
}
