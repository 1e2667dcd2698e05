import { demoInvites } from '../../utils/demo-invites';
import type { InviteCode } from '../../utils/invite-link';
import { say, type Word } from '../../utils/words';
import { tell } from './use-ask';

const looks: readonly (readonly [code: InviteCode, word: Word])[] = [
  [demoInvites.live, 'verdictLive'],
  [demoInvites.approval, 'verdictApproval'],
  [demoInvites.full, 'verdictFull'],
  [demoInvites.retired, 'verdictRetired'],
];

/** What there is to try, once the demo is open. */
export function TryDemo() {
  const look = (code: InviteCode) => tell('link.open', { code, join: false });
  const join = () => tell('link.open', { code: demoInvites.live, join: true });
  return (
    <ul class="try-demo">
      <li>
        {say('demoTryPopup')}{' '}
        <a href="/popup.html" target="_blank" rel="noreferrer">
          {say('demoTryPopupOpen')}
        </a>
      </li>
      <li>
        {say('demoTryLook')}
        <span class="row buttons">
          {looks.map(([code, word]) => (
            <button key={code} type="button" class="button" onClick={() => look(code)}>
              {say(word)}
            </button>
          ))}
        </span>
      </li>
      <li>
        {say('demoTryJoin')}
        <span class="row buttons">
          <button type="button" class="button" onClick={join}>
            {say('joinAsk')}
          </button>
        </span>
      </li>
    </ul>
  );
}
