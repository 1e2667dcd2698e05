import type { InvitesListProps } from '../ui/invites-list/InvitesList';
import { InvitesList } from './on-demand';
import { isAtSide } from './place';

const rowPx = 52;
/** What stands above and below the rows. */
const roundAboutPx = 250;
const fewest = 6.5;

/** The invites of the page. Stays when it is left, so that what is under way in it goes on. */
export function InvitesRoom(props: InvitesListProps & { readonly isShown: boolean }) {
  return (
    <main class="list-room" hidden={!props.isShown}>
      <InvitesList
        {...props}
        {...(isAtSide() && { rowsShown: Math.max(fewest, (innerHeight - roundAboutPx) / rowPx) })}
      />
    </main>
  );
}
