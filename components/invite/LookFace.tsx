import { useEffect } from 'preact/hooks';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import type { Sight } from '../../utils/model/sight';
import { say } from '../../utils/words';
import { openOptions } from '../popup/options-page';
import { announceSight } from '../ui/announce-sight';
import { CurrentLink } from '../ui/CurrentLink';
import { isDead } from '../ui/invites-list/chosen';
import { NobodyToAsk } from '../ui/NobodyToAsk';
import { TroubleNotice } from '../ui/Notice';
import { RestingButton } from '../ui/RestingButton';
import { SightFacts } from '../ui/SightFacts';
import { Unlock } from '../ui/Unlock';
import { useAsk } from '../ui/use-asked';
import { useCopying } from '../ui/use-copying';
import { turnTo } from './address';
import { LinkLine, SightSkeleton, Stand } from './Stand';
import { isMendedInOptions } from './sight-kinds';

/** What is behind an invite. The click that opened the window was the request, so it looks at once. */
export function LookFace({ code }: { readonly code: InviteCode }) {
  const looking = useAsk('link.probe', { code });
  const { now } = looking;
  const sight = now.before;
  const again = () => looking.ask({ code, again: true });
  useEffect(() => {
    if (now.mood === 'answered' && sight) announceSight(sight);
  }, [now.mood, sight]);
  return (
    <Stand
      title={say('windowLookTitle')}
      busy={now.mood === 'waiting'}
      actions={<Actions code={code} sight={sight} waiting={now.mood === 'waiting'} again={again} />}
    >
      <LinkLine code={code} />
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {sight?.trouble?.kind === 'vault-locked' && <Unlock onUnlocked={again} />}
      {!sight && now.mood !== 'troubled' && <SightSkeleton />}
      {sight && <Seen sight={sight} again={again} />}
    </Stand>
  );
}

function Seen({ sight, again }: { readonly sight: Sight; readonly again: () => void }) {
  const kind = sight.trouble?.kind;
  return (
    <>
      <div class="card">
        <SightFacts sight={sight} now={Date.now()}>
          <CurrentLink own={sight.own} />
        </SightFacts>
      </div>
      {kind === 'no-source' && <NobodyToAsk code={sight.code} onAllowed={again} primary />}
      {kind && isMendedInOptions(kind) && (
        <button type="button" class="button" onClick={openOptions}>
          {say('openOptions')}
        </button>
      )}
    </>
  );
}

interface ActionsProps {
  readonly code: InviteCode;
  readonly sight: Sight | undefined;
  readonly waiting: boolean;
  readonly again: () => void;
}

function Actions({ code, sight, waiting, again }: ActionsProps) {
  const copying = useCopying();
  const rights = useAsk('account.overview').now.before?.managed?.rights;
  const dead = isDead(sight);
  // Somebody without an account cannot join either: what helps stands above.
  const isUntold = sight?.trouble?.kind === 'no-source';
  return (
    <>
      <RestingButton resting={waiting} onClick={again}>
        {say(waiting ? 'looking' : 'lookAgain')}
      </RestingButton>
      {!dead && (
        <button type="button" class="button" onClick={() => copying.copy(inviteUrl(code))}>
          {say(copying.done ? 'copied' : 'windowCopyClean')}
        </button>
      )}
      {!dead && !isUntold && (rights?.mayJoin ?? true) && (
        <button type="button" class="button primary" onClick={() => turnTo('join', code)}>
          {say('joinAsk')}
        </button>
      )}
    </>
  );
}
