import { isDemoCode } from '../../utils/demo';
import type { InviteCode } from '../../utils/invite-link';
import { say } from '../../utils/words';

/** Says of what it stands beside that it is made up. */
export function DemoMark() {
  return (
    <span class="demo-mark" title={say('demoHint')}>
      {say('demo')}
    </span>
  );
}

/** The same in a sentence, for a link; nothing for every real one. */
export function DemoLink({ code }: { readonly code: InviteCode }) {
  return isDemoCode(code) ? <p class="demo-note small">{say('demoLink')}</p> : null;
}
