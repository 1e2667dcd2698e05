import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { Group, InviteView } from '../../utils/model';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { age } from '../ui/times';
import { linkAge } from './link-age';
import { NameLock } from './NameLock';
import { useConsent } from './use-consent';
import { useOutThere } from './use-out-there';
import type { Retiring } from './use-retiring';
import { WhereItIs } from './WhereItIs';

interface RetireStepProps {
  readonly retiring: Retiring;
  readonly view: InviteView;
  readonly code: InviteCode;
  readonly group: Group;
}

/** The second step: where the link is and what will break, and the way back first. */
export function RetireStep({ retiring, view, code, group }: RetireStepProps) {
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const out = useOutThere(group.id, code);
  const consent = useConsent(retiring, group, out);
  useLayoutEffect(() => (retiring.running ? status : cancel).current?.focus(), [retiring.running]);
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
      <WhereItIs out={out} />
      {group.admin === false && <p class="quiet-text">{say('retireNotAdmin')}</p>}
      {!retiring.running && consent.asksReason && (
        <Field
          label={say('retireReason')}
          value={consent.reason}
          onValue={consent.say}
          hint={say('retireReasonHint')}
          error={consent.reasonFault}
        />
      )}
      {!retiring.running && consent.asksName && (
        <NameLock group={group} consent={consent} why={out.mood === 'unread' ? undefined : say('outPaperStays')} />
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
          <button type="button" class="button danger" disabled={consent.isLocked} onClick={consent.go}>
            {say('retireNow')}
          </button>
        </div>
      )}
    </div>
  );
}

function whatBreaks(view: InviteView): string {
  const known = linkAge(view, Date.now());
  if (!known) return say('retireBreaks');
  return say(known.atLeast ? 'retireBreaksAgedAtLeast' : 'retireBreaksAged', age(known.ms));
}
