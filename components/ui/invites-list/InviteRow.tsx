import { isDemoCode } from '../../../utils/demo';
import { type InviteCode, inviteUrl } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import { sizeWords } from '../../../utils/size-words';
import { say } from '../../../utils/words';
import { DemoMark } from '../DemoMark';
import { Icon } from '../Icon';
import { moreIcons } from '../more-icons';
import { Picture } from '../Picture';
import { SafeText } from '../SafeText';
import { shortCode } from '../short-code';
import { nameOf } from '../sight-name';
import { useCopying } from '../use-copying';
import { Verdict } from '../Verdict';
import { isDead, verdictShown } from './chosen';

interface InviteRowProps {
  readonly code: InviteCode;
  readonly sight: Sight | undefined;
  readonly isLooking: boolean;
  readonly canLook: boolean;
  readonly place: number;
  readonly of: number;
  readonly rowPx: number;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onLook: () => void;
}

/** One invite of the page: what is known of it, a look inside, a copy of its link. */
export function InviteRow(props: InviteRowProps) {
  const { code, sight, isLooking, canLook, place, of, rowPx, isActive, onFocus, onOpen, onLook } = props;
  const title = nameOf(code, sight);
  return (
    <li
      class="invite-row"
      aria-posinset={place + 1}
      aria-setsize={of}
      style={{ blockSize: `${rowPx}px`, insetBlockStart: `${place * rowPx}px` }}
      onFocusIn={onFocus}
    >
      <button type="button" class="invite-main" tabIndex={isActive ? 0 : -1} onClick={onOpen}>
        <Picture src={sight?.picture} name={sight?.own?.inside?.name ?? sight?.name} size="small" />
        <span class="invite-lines">
          <SafeText text={title} instead={shortCode(code)} />
          <Facts code={code} sight={sight} isLooking={isLooking} />
        </span>
      </button>
      {canLook && !sight && !isLooking && (
        <button
          type="button"
          class="button quiet"
          tabIndex={-1}
          aria-label={say('lookInsideOne', title)}
          title={say('lookInsideHint')}
          onClick={({ currentTarget }) => {
            // This button goes, the row stays.
            currentTarget.closest('li')?.querySelector('button')?.focus();
            onLook();
          }}
        >
          {say('lookInside')}
        </button>
      )}
      {!isDead(sight) && <Copy code={code} title={title} />}
    </li>
  );
}

function Facts({ code, sight, isLooking }: Pick<InviteRowProps, 'code' | 'sight' | 'isLooking'>) {
  const verdict = verdictShown(sight);
  return (
    <span class="small facts">
      {isLooking && <span>{say('looking')}</span>}
      {!isLooking && (verdict ? <Verdict kind={verdict} /> : <span>{say('notLookedAt')}</span>)}
      {isDemoCode(code) && <DemoMark />}
      {sight?.own && <b class="quiet-text">{say('ownTag')}</b>}
      {sight?.size && <span class="quiet-text">{sizeWords(sight.size)}</span>}
      {sight?.name !== undefined && (
        <span class="quiet-text">
          <bdi dir="ltr">{shortCode(code)}</bdi>
        </span>
      )}
    </span>
  );
}

function Copy({ code, title }: { readonly code: InviteCode; readonly title: string }) {
  const copying = useCopying();
  return (
    <button
      type="button"
      class="button quiet square"
      tabIndex={-1}
      aria-label={say('copyLinkOf', title)}
      title={say(copying.done ? 'copied' : 'copyLink')}
      onClick={() => copying.copy(inviteUrl(code))}
    >
      <Icon name={copying.done ? 'check' : moreIcons.copy} />
    </button>
  );
}
