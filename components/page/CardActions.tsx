import { useRef } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { Sight } from '../../utils/model';
import { say } from '../../utils/words';
import { CardNote } from './CardNote';
import { meaningId } from './CardSight';
import { type Deeds, useDeeds } from './use-deeds';
import { useKeptFocus } from './use-kept-focus';
import type { Seeing } from './use-sight';

interface CardActionsProps {
  readonly code: InviteCode;
  readonly seeing: Seeing;
  readonly isClear: () => boolean;
  readonly holdFocus: () => void;
  readonly onMuted: () => void;
}

/** What can be done with the invite, and what became of it. */
export function CardActions({ code, seeing, isClear, holdFocus, onMuted }: CardActionsProps) {
  const deeds = useDeeds(code, { isClear, onMuted });
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, holdFocus);
  return (
    <div class="actions" ref={place}>
      {deeds.outcome?.kind === 'mute-asked' ? (
        <MuteStep deeds={deeds} />
      ) : (
        <>
          <MainRow deeds={deeds} seeing={seeing} />
          <div class="row small">
            <button type="button" class="word" onClick={deeds.by(deeds.copy)}>
              {say(deeds.outcome?.kind === 'copied' ? 'copied' : 'menuCopy')}
            </button>
            <button type="button" class="word" onClick={deeds.by(deeds.askMute)}>
              {say('cardMute')}
            </button>
          </div>
        </>
      )}
      <CardNote code={code} outcome={deeds.outcome} />
    </div>
  );
}

function MainRow({ deeds, seeing }: { readonly deeds: Deeds; readonly seeing: Seeing }) {
  const { sight, isLooking } = seeing;
  const leads = !sight || (sight.verdict !== 'retired' && sight.verdict !== 'invalid');
  const looks = isLooking || !sight || isOld(sight);
  const joins = leads && sight !== undefined && sight.verdict !== 'unknown';
  return (
    <div class="row">
      {looks && (
        <button
          type="button"
          class={joins ? 'button' : 'button primary'}
          title={say('lookInsideHint')}
          aria-disabled={isLooking}
          onClick={deeds.by(() => !isLooking && seeing.look())}
        >
          {say(isLooking ? 'looking' : sight ? 'lookAgain' : 'lookInside')}
        </button>
      )}
      <button
        type="button"
        class={joins ? 'button primary' : 'button'}
        title={say('joinAskHint')}
        aria-disabled={!leads}
        aria-describedby={leads ? undefined : meaningId}
        onClick={deeds.by(() => leads && deeds.join())}
      >
        {say('joinAsk')}
      </button>
    </div>
  );
}

/** The switch can be turned back only elsewhere, so it says where before it is turned. */
function MuteStep({ deeds }: { readonly deeds: Deeds }) {
  return (
    <>
      <p>{say('cardMuteWhat')}</p>
      <div class="row">
        <button type="button" class="button" onClick={deeds.by(deeds.mute)}>
          {say('cardMuteYes')}
        </button>
        <button type="button" class="button" onClick={deeds.by(deeds.rest)}>
          {say('cancel')}
        </button>
      </div>
    </>
  );
}

/** As long as an answer is fresh, another look would bring the same one. */
const freshMs = 10 * 60_000;

function isOld({ verdict, seenAt }: Sight): boolean {
  return verdict === 'unknown' || Date.now() - seenAt > freshMs;
}
