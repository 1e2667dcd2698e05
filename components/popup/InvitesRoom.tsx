import type { InvitesListProps } from '../ui/invites-list/InvitesList';
import { InvitesList } from './on-demand';

/** The invites of the page. Stays when it is left, so that what is under way in it goes on. */
export function InvitesRoom(props: InvitesListProps & { readonly isShown: boolean }) {
  return (
    <main class="list-room" hidden={!props.isShown}>
      <InvitesList {...props} />
    </main>
  );
}
