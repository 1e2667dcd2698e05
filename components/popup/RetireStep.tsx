import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import { isolated } from '../../utils/handout/clean-name';
import type { InviteCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model/invite';
import { age } from '../../utils/times';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { Switch } from '../ui/Switch';
import type { Choice } from './choice';
import { otherPrimary } from './choice-others';
import { linkAge } from './link-age';
import { NameLock } from './NameLock';
import { type Consenting, useConsent } from './use-consent';
import { useOutThere } from './use-out-there';
import type { Retiring } from './use-retiring';
import { WhereItIs } from './WhereItIs';

interface RetireStepProps {
  readonly retiring: Retiring;
  readonly view: InviteView;
  readonly code: InviteCode;
  readonly choice: Choice;
}

/** The second step: where the link is and what will break, and the way back first. */
export function RetireStep({ retiring, view, code, choice }: RetireStepProps) {
  const { group } = choice;
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const out = useOutThere(group.id, code);
  const consent = useConsent({ retiring, view, choice, out });
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
      {isDemoCode(code) && <p class="demo-note">{say('demoRetire')}</p>}
      <WhereItIs out={out} />
      {group.admin === false && <p class="quiet-text">{say('retireNotAdmin')}</p>}
      {!retiring.running && consent.asksBeside && <Beside choice={choice} consent={consent} />}
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

interface BesideProps {
  readonly choice: Choice;
  readonly consent: Consenting;
}

/** Another account looks after the group: this one does it only where somebody says so, each time. */
function Beside({ choice, consent }: BesideProps) {
  const other = otherPrimary(choice);
  return (
    <div class="beside">
      <p>{other ? say('looksAfterIt', isolated(other.name)) : say('troubleNotPrimary')}</p>
      <Switch label={say('retireBeside', isolated(choice.account.name))} on={consent.beside} onSwitch={consent.tick} />
    </div>
  );
}

function whatBreaks(view: InviteView): string {
  const known = linkAge(view, Date.now());
  if (!known) return say('retireBreaks');
  return say(known.atLeast ? 'retireBreaksAgedAtLeast' : 'retireBreaksAged', age(known.ms));
}
