import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Group, InviteView } from '../../utils/model';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { age } from '../ui/times';
import { linkAge } from './link-age';
import type { Retiring } from './use-retiring';

interface RetireStepProps {
  readonly retiring: Retiring;
  readonly view: InviteView | undefined;
  readonly group: Group;
}

/** The second step: what will break, and the way back first. */
export function RetireStep({ retiring, view, group }: RetireStepProps) {
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [missed, setMissed] = useState(false);
  const lacksReason = retiring.needsReason && reason.trim() === '';
  useLayoutEffect(() => (retiring.running ? status : cancel).current?.focus(), [retiring.running]);
  const go = () => (lacksReason ? setMissed(true) : retiring.retire(reason.trim()));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || retiring.running) return;
    event.preventDefault();
    event.stopPropagation();
    retiring.cancel();
  };
  return (
    <div
      class="retire-step"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      onKeyDown={onKeyDown}
    >
      <h3 id={`${id}-title`}>{say('retireTitle')}</h3>
      <p id={`${id}-what`}>{whatBreaks(view)}</p>
      {group.admin === false && <p class="quiet-text">{say('retireNotAdmin')}</p>}
      {retiring.needsReason && (
        <Field
          label={say('retireReason')}
          value={reason}
          onValue={setReason}
          hint={say('retireReasonHint')}
          error={missed && lacksReason ? say('retireReasonMissing') : undefined}
        />
      )}
      {retiring.running ? (
        <div ref={status} role="status" tabIndex={-1}>
          <div class="calm-progress" />
          <p class="small quiet-text">{say('retiring')}</p>
        </div>
      ) : (
        <div class="retire-actions">
          <button ref={cancel} type="button" class="button" onClick={retiring.cancel}>
            {say('keepLink')}
          </button>
          <button type="button" class="button danger" onClick={go}>
            {say('retireNow')}
          </button>
        </div>
      )}
    </div>
  );
}

function whatBreaks(view: InviteView | undefined): string {
  const known = view && linkAge(view, Date.now());
  if (!known) return say('retireBreaks');
  return say(known.atLeast ? 'retireBreaksAgedAtLeast' : 'retireBreaksAged', age(known.ms));
}
