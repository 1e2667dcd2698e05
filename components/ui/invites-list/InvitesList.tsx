import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canAsk, isDemoCode, type Tellers } from '../../../utils/demo';
import type { InviteCode } from '../../../utils/invite-link';
import { canJoin } from '../../../utils/may-join';
import { say } from '../../../utils/words';
import { TroubleNotice } from '../Notice';
import { usePublicPage } from '../public-page';
import { InviteDetail } from './InviteDetail';
import { ListBody } from './ListBody';
import { ListHead } from './ListHead';
import { useChoosing } from './use-choosing';
import { useLookAll } from './use-look-all';
import type { PageNow } from './use-page-view';
import { useSights } from './use-sights';
import { WatchLine } from './WatchLine';

export interface InvitesListProps {
  readonly page: PageNow;
  /** Whom one may look through. */
  readonly accounts: Tellers;
  /** Rows in view. */
  readonly rowsShown?: number;
  /** Whether it is on the screen; what is under way goes on without. */
  readonly isShown?: boolean;
  /** Where there is something to go back to. */
  readonly onBack?: () => void;
}

const noCodes: readonly InviteCode[] = [];

/** The invites of a page: what is behind them, one or all; to be filtered, copied, saved. */
export function InvitesList({ page, accounts, rowsShown = 6.5, isShown = true, onBack }: InvitesListProps) {
  const { view, trouble, again } = page;
  const codes = view?.codes ?? noCodes;
  const sights = useSights(codes);
  const all = useLookAll(sights.look);
  const choosing = useChoosing(codes, sights.of);
  const [open, setOpen] = useState<InviteCode>();
  const [active, setActive] = useState(0);
  const readable = usePublicPage();
  const hasTeller = (code: InviteCode) => canAsk(accounts, code);
  const canLook = (code: InviteCode) => hasTeller(code) || (readable === true && !isDemoCode(code));
  const place = useFocusOnList(isShown && open === undefined);
  const back = open ? () => setOpen(undefined) : onBack;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const clear = choosing.text && !open ? () => choosing.onText('') : back;
    const toRows = event.target instanceof HTMLSelectElement ? undefined : () => rowOf(place.current)?.focus();
    const deed = { Escape: clear, ArrowDown: toRows }[event.key];
    deed?.();
    if (deed) event.preventDefault();
  };
  return (
    <section class="invites-list" ref={place} aria-label={say('invitesTitle')} onKeyDown={onKeyDown}>
      <ListHead page={page} onBack={back} />
      {open && (
        <InviteDetail
          key={open}
          code={open}
          sights={sights}
          mayJoin={canJoin(accounts, open)}
          canLook={canLook(open)}
        />
      )}
      {!open && trouble && <TroubleNotice trouble={trouble} />}
      {!open && view && codes.length === 0 && (
        <p class="quiet-text">{say(view.watch === 'never' ? 'pageOutOfReach' : 'noInvitesHere')}</p>
      )}
      {!open && view && codes.length > 0 && (
        <ListBody
          {...{ view, sights, choosing, all, canLook, rowsShown, active }}
          needsPage={readable === false && codes.some((code) => !isDemoCode(code) && !hasTeller(code))}
          onActive={setActive}
          onOpen={setOpen}
        />
      )}
      {!open && view && <WatchLine view={view} onChanged={again} />}
    </section>
  );
}

/** Whenever the list comes, the focus is on the invite one was at; without any, on the first button. */
function useFocusOnList(isThere: boolean) {
  const place = useRef<HTMLElement>(null);
  // At once: a key that is pressed before the focus is there goes nowhere.
  useLayoutEffect(() => {
    if (isThere) (rowOf(place.current) ?? place.current?.querySelector('button'))?.focus();
  }, [isThere]);
  return place;
}

/** The row that the keyboard is on. */
function rowOf(list: HTMLElement | null): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>('.invite-main[tabindex="0"]');
}
