import { useEffect, useRef } from 'preact/hooks';
import { type InviteCode, inviteUrl } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model';
import { say } from '../../../utils/words';
import { CurrentLink } from '../CurrentLink';
import { JoinAsk } from '../JoinAsk';
import { PublicPageAccess } from '../PublicPageAccess';
import { SightFacts } from '../SightFacts';
import { useCopying } from '../use-copying';
import { isDead, verdictShown } from './chosen';
import type { Sights } from './use-sights';

interface InviteDetailProps {
  readonly code: InviteCode;
  readonly sights: Sights;
  readonly hasAccount: boolean;
  readonly canLook: boolean;
}

/** One invite of the list, wholly: what is known, and what can be done with it. */
export function InviteDetail({ code, sights, hasAccount, canLook }: InviteDetailProps) {
  const sight = sights.of.get(code);
  const isLooking = sights.looking.has(code);
  const first = useRef<HTMLDivElement>(null);
  // The deed one came for has the focus.
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  return (
    <div class="invite-detail">
      {sight && (
        <SightFacts sight={withVerdict(sight)} now={Date.now()}>
          <CurrentLink own={sight.own} />
        </SightFacts>
      )}
      <a class="link one-line" href={inviteUrl(code)} target="_blank" rel="noreferrer" dir="ltr">
        {inviteUrl(code).replace('https://', '')}
      </a>
      {!canLook && <PublicPageAccess />}
      <div class="invite-deeds" ref={first}>
        {canLook && (
          <button
            type="button"
            class={`button ${sight ? '' : 'primary'}`}
            title={say('lookInsideHint')}
            disabled={isLooking}
            onClick={() => sights.look(code, sight !== undefined)}
          >
            {say(isLooking ? 'looking' : sight ? 'lookAgain' : 'lookInside')}
          </button>
        )}
        {hasAccount && !isDead(sight) && <JoinAsk code={code} />}
        {!isDead(sight) && <CopyLink code={code} />}
      </div>
    </div>
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
