import { useCallback } from 'preact/hooks';
import type { Tellers } from '../../utils/demo';
import { InvitesList } from '../ui/invites-list/InvitesList';
import { usePageView } from '../ui/invites-list/use-page-view';

interface PageFaceProps {
  readonly tab: number;
  readonly accounts: Tellers;
}

const rowPx = 52;
/** What stands above and below the rows. */
const roundAboutPx = 250;
const fewest = 4;

/** All invites of the page in a tab, with room for them. */
export function PageFace({ tab, accounts }: PageFaceProps) {
  const page = usePageView(useCallback(async () => tab, [tab]));
  const rows = Math.max(fewest, (innerHeight - roundAboutPx) / rowPx);
  return (
    <main class="stand">
      <InvitesList page={page} accounts={accounts} rowsShown={rows} />
    </main>
  );
}
