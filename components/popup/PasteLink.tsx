import type { InviteCode } from '../../utils/invite-link';
import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { SafeText } from '../ui/SafeText';
import { useAsking } from '../ui/use-ask';
import { Verdict, type VerdictKind } from '../ui/Verdict';
import { CopyRow } from './CopyRow';
import { LinkFace } from './LinkFace';
import { sizeWords } from './size-words';
import { type EnterKey, useEnter } from './use-enter';
import { useHandOut } from './use-hand-out';

interface PasteLinkProps {
  readonly code: InviteCode;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  /** Whether there is an account to look through. */
  readonly canLook: boolean;
  readonly enter: EnterKey;
}

/** A link that somebody pasted: shown clean, to be copied on, and looked behind where one asks for it. */
export function PasteLink({ code, shape, onShape, canLook, enter }: PasteLinkProps) {
  const looking = useAsking('link.probe');
  const { now } = looking;
  const seen = now.mood === 'answered' ? now.answer : undefined;
  const handing = useHandOut({ coming: async () => ({ code, group: seen?.name ?? '' }), onGiven: () => {} });
  const give = (as: Shape) => {
    if (as !== shape) onShape(as);
    handing.give(as);
  };
  // A link that opens nothing is not handed on.
  const isDead =
    now.mood === 'troubled' && (now.trouble.kind === 'link-retired' || now.trouble.kind === 'link-invalid');
  useEnter(enter, () => !isDead && handing.giveAndLeave(shape));
  return (
    <section class="panel" aria-label={say('pastedLink')}>
      <h2>{seen ? <SafeText text={seen.name} instead={say('menuUnnamed')} /> : say('pastedLink')}</h2>
      <LinkFace code={code}>
        {verdicts[now.mood] && <Verdict kind={now.mood === 'troubled' ? afterTrouble(now.trouble.kind) : 'live'} />}
        {seen?.size && <p class="small">{sizeWords(seen.size)}</p>}
        {seen?.approval && <p class="small quiet-text">{say('asksAdmins')}</p>}
        {canLook && !seen && !isDead && (
          <button
            type="button"
            class="button"
            title={say('lookInsideHint')}
            disabled={now.mood === 'waiting'}
            onClick={() => looking.ask({ code })}
          >
            {say(now.mood === 'waiting' ? 'looking' : 'lookInside')}
          </button>
        )}
      </LinkFace>
      {seen?.description && (
        <bdi class="description small quiet-text" dir="auto">
          {seen.description}
        </bdi>
      )}
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {!isDead && <CopyRow shape={shape} now={handing.now} onGive={give} />}
    </section>
  );
}

const verdicts = { rest: false, waiting: false, answered: true, troubled: true } as const;

function afterTrouble(kind: string): VerdictKind {
  if (kind === 'link-retired') return 'retired';
  return kind === 'full' ? 'full' : 'unknown';
}
