import { useLayoutEffect, useRef } from 'preact/hooks';
import { isDemoCode } from '../../../utils/demo';
import { type InviteCode, inviteUrl } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import { say } from '../../../utils/words';
import { announceSight } from '../announce-sight';
import { CurrentLink } from '../CurrentLink';
import { DemoLink } from '../DemoMark';
import { JoinAsk } from '../JoinAsk';
import { NobodyToAsk } from '../NobodyToAsk';
import { RestingButton } from '../RestingButton';
import { SightFacts } from '../SightFacts';
import { useCopying } from '../use-copying';
import { isDead, verdictShown } from './chosen';
import type { Sights } from './use-sights';

interface InviteDetailProps {
  readonly code: InviteCode;
  readonly sights: Sights;
  readonly mayJoin: boolean;
  readonly canLook: boolean;
}

/** One invite of the list, wholly: what is known, and what can be done with it. */
export function InviteDetail({ code, sights, mayJoin, canLook }: InviteDetailProps) {
  const sight = sights.of.get(code);
  const isLooking = sights.looking.has(code);
  const first = useRef<HTMLDivElement>(null);
  // The deed one came for has the focus.
  useLayoutEffect(() => first.current?.querySelector('button')?.focus(), []);
  return (
    <div class="invite-detail">
      {sight && (
        <SightFacts sight={withVerdict(sight)} now={Date.now()}>
          <CurrentLink own={sight.own} />
        </SightFacts>
      )}
      <Link code={code} />
      <DemoLink code={code} />
      {!canLook && <NobodyToAsk code={code} />}
      <div class="invite-deeds" ref={first}>
        {canLook && (
          <RestingButton
            looks={`button ${sight ? '' : 'primary'}`}
            title={say('lookInsideHint')}
            resting={isLooking}
            onClick={() => void sights.look(code, sight !== undefined).then(announceSight)}
          >
            {say(isLooking ? 'looking' : sight ? 'lookAgain' : 'lookInside')}
          </RestingButton>
        )}
        {mayJoin && !isDead(sight) && <JoinAsk code={code} />}
        {!isDead(sight) && <CopyLink code={code} />}
      </div>
    </div>
  );
}

/** One of the demo's leads nowhere, and so is none. */
function Link({ code }: { readonly code: InviteCode }) {
  const text = inviteUrl(code).replace('https://', '');
  if (isDemoCode(code)) {
    return (
      <bdi class="link one-line" dir="ltr">
        {text}
      </bdi>
    );
  }
  return (
    <a class="link one-line" href={inviteUrl(code)} target="_blank" rel="noreferrer" dir="ltr">
      {text}
    </a>
  );
}

function withVerdict(sight: Sight): Sight {
  const verdict = verdictShown(sight) ?? sight.verdict;
  return { ...sight, verdict };
}

function CopyLink({ code }: { readonly code: InviteCode }) {
  const copying = useCopying();
  return (
    <button type="button" class="button" onClick={() => copying.copy(inviteUrl(code))}>
      {say(copying.done ? 'copied' : 'copyLink')}
    </button>
  );
}
