import { isDemoCode } from '../../utils/demo';
import type { InviteCode } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { DemoLink, DemoMark } from '../ui/DemoMark';
import { shortCode } from '../ui/short-code';
import { CardActions } from './CardActions';
import { CardSight, SightToCome } from './CardSight';
import { useSight } from './use-sight';

interface InviteCardProps {
  readonly code: InviteCode;
  /** Whether to look inside at once: the browser's own menu was clicked for it. */
  readonly look: boolean;
  /** Whether one can see what one clicks on. */
  readonly isClear: () => boolean;
  /** Takes the focus to the card itself. */
  readonly holdFocus: () => void;
  readonly onMuted: () => void;
}

/** An invite met on a page. Nothing is sent anywhere until a person clicks. */
export function InviteCard({ code, look, isClear, holdFocus, onMuted }: InviteCardProps) {
  const seeing = useSight(code, { atOnce: look });
  const { sight, isLooking } = seeing;
  return (
    <>
      <p class="title">
        <b>{say('cardTitle')}</b>
        {isDemoCode(code) && <DemoMark />}
        <code dir="ltr">{shortCode(code)}</code>
      </p>
      <div aria-live="polite" aria-busy={isLooking}>
        {sight ? <CardSight sight={sight} /> : isLooking && <SightToCome />}
      </div>
      <DemoLink code={code} />
      <CardActions code={code} seeing={seeing} isClear={isClear} holdFocus={holdFocus} onMuted={onMuted} />
    </>
  );
}
