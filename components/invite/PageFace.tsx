import { useCallback } from 'preact/hooks';
import { InvitesList } from '../ui/invites-list/InvitesList';
import { usePageView } from '../ui/invites-list/use-page-view';

interface PageFaceProps {
  readonly tab: number;
  readonly hasAccount: boolean;
}

const rowPx = 52;
/** What stands above and below the rows. */
const roundAboutPx = 250;
const fewest = 4;

/** All invites of the page in a tab, with room for them. */
export function PageFace({ tab, hasAccount }: PageFaceProps) {
  const page = usePageView(useCallback(async () => tab, [tab]));
  const rows = Math.max(fewest, (innerHeight - roundAboutPx) / rowPx);
  return (
    <main class="stand">
      <InvitesList page={page} hasAccount={hasAccount} rowsShown={rows} />
    </main>
  );
}
