import { isolated } from '../../utils/handout/clean-name';
import type { InviteView } from '../../utils/model/invite';
import { ago } from '../../utils/times';
import type { TroubleFacts } from '../../utils/trouble';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { HostNotAllowed } from '../ui/HostNotAllowed';
import { Notice, TroubleNotice } from '../ui/Notice';
import type { Choice } from './choice';
import type { Noticeable } from './may-need-word';
import { TroubleAction } from './TroubleAction';
import { WasLocked, type WasLockedProps } from './WasLocked';

interface InviteNoticesProps extends Noticeable, WasLockedProps {
  readonly onAllowed: () => void;
}

/** What must be said before the link is used: the gravest alone, since two at once are none. */
export function InviteNotices({ choice, invite, retiring, given, onAllowed, ...locking }: InviteNoticesProps) {
  const { view, trouble } = invite;
  if (!choice.account.allowed) return <HostNotAllowed server={choice.account.server} onAllowed={onAllowed} />;
  const wasLocked = (retiring.trouble ?? trouble)?.kind === 'vault-locked' && <WasLocked {...locking} />;
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
  if (view?.failed) return <ReadThrough choice={choice} view={view} failed={view.failed} onAgain={invite.read} />;
  if (choice.group.admin === false && !view?.code) return <p class="small quiet-text">{say('askAnAdmin')}</p>;
  return null;
}

interface ReadThroughProps {
  readonly choice: Choice;
  readonly view: InviteView;
  readonly failed: TroubleFacts;
  readonly onAgain: () => void;
}

/** The account's own gateway could not tell, and another account of the group did. */
function ReadThrough({ choice, view, failed, onAgain }: ReadThroughProps) {
  const other = choice.holders?.find(({ account }) => account.id === view.through)?.account;
  const { what, next } = troubleWords(failed);
  return (
    <Notice
      tone="heed"
      title={other ? say('readThrough', isolated(other.name)) : say('readThroughOther')}
      actions={<TroubleAction kind={failed.kind} onAgain={onAgain} />}
    >
      {say('readThroughWhy', isolated(choice.account.name), what, next)}
    </Notice>
  );
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
