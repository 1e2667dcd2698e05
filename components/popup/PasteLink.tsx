import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { canAsk, isDemoCode, type Tellers } from '../../utils/demo';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { canJoin } from '../../utils/may-join';
import type { Shape } from '../../utils/model/hand-out';
import { say, sayCount } from '../../utils/words';
import { announceSight } from '../ui/announce-sight';
import { CurrentLink } from '../ui/CurrentLink';
import { DemoLink } from '../ui/DemoMark';
import { isDead, verdictShown } from '../ui/invites-list/chosen';
import { useSights } from '../ui/invites-list/use-sights';
import { JoinAsk } from '../ui/JoinAsk';
import { NobodyToAsk } from '../ui/NobodyToAsk';
import { usePublicPage } from '../ui/public-page';
import { RestingButton } from '../ui/RestingButton';
import { SightFacts } from '../ui/SightFacts';
import { CopyRow } from './CopyRow';
import { LinkFace } from './LinkFace';
import { type EnterKey, useEnter } from './use-enter';
import { useHandOut } from './use-hand-out';

export interface PasteLinkProps {
  readonly code: InviteCode;
  /** How many other invites the pasted text holds. */
  readonly more: number;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  /** Whom one may look through. */
  readonly accounts: Tellers;
  readonly enter: EnterKey;
}

/** A link that somebody pasted: shown clean, to be copied on, and looked behind where one asks for it. */
export function PasteLink({ code, more, shape, onShape, accounts, enter }: PasteLinkProps) {
  const sights = useSights(useMemo(() => [code], [code]));
  const readable = usePublicPage() && !isDemoCode(code);
  const hasTeller = canAsk(accounts, code);
  const sight = sights.of.get(code);
  const handing = useHandOut({ coming: async () => ({ code, group: sight?.name ?? '' }), onGiven: () => {} });
  const give = (as: Shape) => {
    if (as !== shape) onShape(as);
    handing.give(as);
  };
  // A link that opens nothing is not handed on.
  const dead = isDead(sight);
  useEnter(enter, () => !dead && handing.giveAndLeave(shape));
  const isLooking = sights.looking.has(code);
  const place = useRef<HTMLElement>(null);
  // In a small popup it would come to stand below the edge. Once only: nothing may move under a pointer.
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  const look = (
    <RestingButton
      title={say('lookInsideHint')}
      resting={isLooking}
      onClick={() => void sights.look(code, sight !== undefined).then(announceSight)}
    >
      {say(isLooking ? 'looking' : sight ? 'lookAgain' : 'lookInside')}
    </RestingButton>
  );
  return (
    <section ref={place} class="panel" aria-label={say('pastedLink')}>
      {sight ? (
        <SightFacts sight={{ ...sight, verdict: verdictShown(sight) ?? sight.verdict }} now={Date.now()}>
          <CurrentLink own={sight.own} />
        </SightFacts>
      ) : (
        <h2>{say('pastedLink')}</h2>
      )}
      {more > 0 && <p class="small quiet-text">{sayCount('pasteMore', more)}</p>}
      {dead ? (
        <>
          <bdi class="small quiet-text one-line" dir="ltr">
            {inviteUrl(code).replace('https://', '')}
          </bdi>
          <DemoLink code={code} />
        </>
      ) : (
        <LinkFace code={code}>
          {(hasTeller || readable) && look}
          {canJoin(accounts, code) && <JoinAsk code={code} />}
        </LinkFace>
      )}
      {!dead && <CopyRow shape={shape} now={handing.now} onGive={give} isDemo={isDemoCode(code)} />}
      {!hasTeller && readable === false && <NobodyToAsk code={code} />}
    </section>
  );
}
