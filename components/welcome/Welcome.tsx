import { say } from '../../utils/words';
import { LookAtLink } from './LookAtLink';
import { ShowInvites } from './ShowInvites';

/** What a newcomer sees once: what this is, and one thing to do. */
export function Welcome() {
  return (
    <main class="welcome">
      <img src="/icons/latchkey.svg" alt="" width="88" height="88" />
      <h1>{say('welcomeTitle')}</h1>
      <p>
        {say('welcomeWhat')} {say('welcomeRetire')}
      </p>
      <a class="button primary" href="/options.html#accounts/new">
        {say('addAccount')}
      </a>
      <p class="quiet-text small">{say('welcomeNeeds')}</p>
      <hr />
      <ShowInvites />
      <hr />
      <LookAtLink />
    </main>
  );
}
