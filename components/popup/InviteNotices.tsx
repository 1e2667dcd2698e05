import type { InviteCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { HostNotAllowed } from '../ui/HostNotAllowed';
import { Notice, TroubleNotice } from '../ui/Notice';
import { ago } from '../ui/times';
import type { Choice } from './choice';
import { TroubleAction } from './TroubleAction';
import { WasLocked } from './Unlock';
import type { InviteNow } from './use-invite';
import type { Retiring } from './use-retiring';

interface InviteNoticesProps {
  readonly choice: Choice;
  readonly invite: InviteNow;
  readonly retiring: Retiring;
  /** The code that was handed out while the popup was open. */
  readonly given: InviteCode | undefined;
  readonly onAllowed: () => void;
}

/** What must be said before the link is used: the gravest alone, since two at once are none. */
export function InviteNotices({ choice, invite, retiring, given, onAllowed }: InviteNoticesProps) {
  const { view, trouble } = invite;
  if (!choice.account.allowed) return <HostNotAllowed server={choice.account.server} onAllowed={onAllowed} />;
  const wasLocked = (retiring.trouble ?? trouble)?.kind === 'vault-locked' && <WasLocked />;
  if (view?.open) {
    return (
      <>
        <Open {...view.open} onLook={invite.read} />
        {wasLocked}
      </>
    );
  }
  if (wasLocked) return wasLocked;
  if (retiring.trouble) return <TroubleNotice trouble={retiring.trouble} />;
  if (trouble)
    return <TroubleNotice trouble={trouble} actions={<TroubleAction kind={trouble.kind} onAgain={invite.read} />} />;
  if (retiring.retired && given !== view?.code) return <Notice tone="good" title={say('retiredDone')} />;
  if (given && view?.code && given !== view.code) {
    return (
      <Notice tone="heed" title={say('linkChanged')}>
        {say('linkChangedNext')}
      </Notice>
    );
  }
  if (choice.group.admin === false && !view?.code) return <p class="small quiet-text">{say('askAnAdmin')}</p>;
  return null;
}

/** A revocation that nobody knows the end of. */
function Open({ sentAt, trouble, onLook }: NonNullable<InviteView['open']> & { readonly onLook: () => void }) {
  const told = trouble && trouble.kind !== 'unsettled' ? troubleWords(trouble) : undefined;
  const look = (
    <button type="button" class="button" onClick={onLook}>
      {say('lookAgain')}
    </button>
  );
  return (
    <Notice tone="heed" title={told?.what ?? say('openRevocation', ago(sentAt, Date.now()))} actions={look}>
      {trouble?.kind === 'not-rotated' ? told?.next : say('openRevocationNext')}
    </Notice>
  );
}
