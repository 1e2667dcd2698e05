import { say } from '../../utils/words';
import { PublicPageAccess } from '../ui/PublicPageAccess';
import { usePublicPage } from '../ui/public-page';

/** Whether links may be looked at without an account. */
export function PublicPage() {
  const allowed = usePublicPage();
  if (allowed === undefined) return null;
  return (
    <section class="card stack">
      <h2>{say('publicPageTitle')}</h2>
      {allowed ? <p class="quiet-text">{say('publicPageAllowed')}</p> : <PublicPageAccess />}
    </section>
  );
}
