import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { JoinEnding } from './JoinEnding';
import { JoinForm } from './JoinForm';
import { close, LinkLine, SightSkeleton, Stand } from './Stand';
import { useArmed, useHeldKeys } from './use-armed';
import { useJoin } from './use-join';

/** Where a join is confirmed: what is behind the invite once more, the account, and what became of it. */
export function JoinFace({ code }: { readonly code: InviteCode }) {
  const joining = useJoin(code);
  const { plan, row, trouble, preparing } = joining;
  // A key may be down from before the window was there, so that not even Cancel listens at first.
  const arrived = useArmed(code);
  const ready = useRef(arrived.isNow);
  useHeldKeys(() => ready.current());
  if (row && plan) return <JoinEnding key={row.id} row={row} plan={plan} joining={joining} />;
  if (plan) return <JoinForm plan={plan} joining={joining} ready={ready} />;
  return (
    <Stand
      title={say('windowJoinTitle')}
      busy={preparing}
      actions={<Leave onAgain={trouble && (() => joining.prepare())} />}
    >
      <LinkLine code={code} />
      {trouble ? <TroubleNotice trouble={trouble} /> : <SightSkeleton />}
    </Stand>
  );
}

function Leave({ onAgain }: { readonly onAgain: (() => void) | undefined }) {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  const again = () => {
    // That button goes, this one stays.
    cancel.current?.focus();
    onAgain?.();
  };
  return (
    <>
      <button ref={cancel} type="button" class="button" onClick={close}>
        {say('cancel')}
      </button>
      {onAgain && (
        <button type="button" class="button" onClick={again}>
          {say('tryAgain')}
        </button>
      )}
    </>
  );
}
