import type { InviteCode } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { tell } from './use-ask';

/** Asks for the window where a join is confirmed; nothing is joined by it. */
export function JoinAsk({ code }: { readonly code: InviteCode }) {
  const ask = () => tell('link.open', { code, join: true });
  return (
    <button type="button" class="button" title={say('joinAskHint')} onClick={ask}>
      {say('joinAsk')}
    </button>
  );
}
