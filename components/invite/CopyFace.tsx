import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { useCopying } from '../ui/use-copying';
import { turnTo } from './address';
import { LinkLine, Stand } from './Stand';

/** The clean link, for where a page has no clipboard to give. Copying was asked for and nothing else, so nobody is asked. */
export function CopyFace({ code }: { readonly code: InviteCode }) {
  const copying = useCopying();
  const actions = (
    <>
      <button type="button" class="button" onClick={() => turnTo('look', code)}>
        {say('lookInside')}
      </button>
      <button type="button" class="button primary" onClick={() => copying.copy(inviteUrl(code))}>
        {say(copying.done ? 'copied' : 'windowCopyClean')}
      </button>
    </>
  );
  return (
    <Stand title={say('windowCopyTitle')} actions={actions}>
      <p>{say('windowCopyWhy')}</p>
      <LinkLine code={code} />
    </Stand>
  );
}
