import { say } from '../../utils/words';
import { LookAtLink } from './LookAtLink';
import { ShowInvites } from './ShowInvites';
import { StartHere } from './StartHere';

/** What a newcomer sees once: what this is, and one thing to do. */
export function Welcome() {
  return (
    <main class="welcome">
      <img src="/icons/latchkey.svg" alt="" width="88" height="88" />
      <h1>{say('welcomeTitle')}</h1>
      <p>
        {say('welcomeWhat')} {say('welcomeRetire')}
      </p>
      <StartHere />
      <hr />
      <ShowInvites />
      <hr />
      <LookAtLink />
    </main>
  );
}
