import type { InviteCode } from '../../../utils/invite-link';
import type { PageView } from '../../../utils/model/page';
import { say } from '../../../utils/words';
import { PublicPageAccess } from '../PublicPageAccess';
import { wantsLook } from './chosen';
import { InviteRows } from './InviteRows';
import { ListTools } from './ListTools';
import { LookAll } from './LookAll';
import type { Choosing } from './use-choosing';
import type { LookAll as LookingAll } from './use-look-all';
import type { Sights } from './use-sights';

interface ListBodyProps {
  readonly view: PageView;
  readonly sights: Sights;
  readonly choosing: Choosing;
  readonly all: LookingAll;
  readonly canLook: (code: InviteCode) => boolean;
  /** Whether looking waits for a yes to the public page. */
  readonly needsPage: boolean;
  readonly rowsShown: number;
  /** The invite that the keyboard is on, by its place. */
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onOpen: (code: InviteCode) => void;
}

/** The invites, and what can be done with all of them. */
export function ListBody(props: ListBodyProps) {
  const { view, sights, choosing, all, canLook, needsPage, rowsShown, active, onActive, onOpen } = props;
  const { shown } = choosing;
  const now = Date.now();
  return (
    <>
      <LookAll all={all} codes={shown.filter((code) => canLook(code) && wantsLook(sights.of.get(code), now))} />
      {needsPage && <PublicPageAccess />}
      <ListTools codes={view.codes} of={sights.of} page={view.host ?? ''} choosing={choosing} />
      {shown.length === 0 ? (
        <p class="quiet-text">{say('noneShown')}</p>
      ) : (
        <InviteRows
          codes={shown}
          sights={sights}
          canLook={canLook}
          active={Math.min(active, shown.length - 1)}
          rowsShown={rowsShown}
          onActive={onActive}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
