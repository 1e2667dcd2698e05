import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JoinPlan } from '../../utils/model/join';
import { say } from '../../utils/words';
import { RestingButton } from '../ui/RestingButton';
import { close } from './Stand';
import type { Joining } from './use-join';

interface JoinActionsProps {
  readonly plan: JoinPlan;
  readonly joining: Joining;
  readonly ready: boolean;
  /** None where there is nothing to be joined. */
  readonly onGo: (() => void) | undefined;
  /** Id of what keeps the account from joining. */
  readonly why: string | undefined;
}

/** Cancel first, and with the focus; then what one came for. */
export function JoinActions({ plan, joining, ready, onGo, why }: JoinActionsProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  const word = plan.sight.verdict === 'approval' ? 'joinNowAsk' : 'joinNow';
  return (
    <>
      <button ref={cancel} type="button" class="button" onClick={close}>
        {say(onGo ? 'cancel' : 'windowClose')}
      </button>
      {joining.trouble || !onGo ? (
        <RestingButton resting={joining.preparing} onClick={() => joining.prepare(plan.account)}>
          {say('lookAgain')}
        </RestingButton>
      ) : null}
      {onGo && (
        <button type="button" class="button primary" aria-disabled={!ready} aria-describedby={why} onClick={onGo}>
          {say(joining.sending ? 'joinSending' : word)}
        </button>
      )}
    </>
  );
}
