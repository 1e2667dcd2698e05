import type { PageNow } from '../ui/invites-list/use-page-view';
import { PageWatch } from './PageWatch';
import { WhatsNew } from './WhatsNew';

/** What is seen to once the popup stands: what is on the page, and whether an update is to be told of. */
export function AtLeisure({ onPage }: { readonly onPage: (page: PageNow) => void }) {
  return (
    <>
      <PageWatch onPage={onPage} />
      <WhatsNew />
    </>
  );
}
