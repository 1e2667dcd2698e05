import { say } from '../../utils/words';
import { LookAtLink } from './LookAtLink';
import { ShowInvites } from './ShowInvites';
import { StartHere } from './StartHere';

/** What a newcomer sees once: what this is, one thing to do at once, and the ways on. */
export function Welcome() {
  return (
    <main class="welcome">
      <header>
        <img src="/icons/latchkey.svg" alt="" width="72" height="72" />
        <h1>{say('welcomeTitle')}</h1>
        <p>
          {say('welcomeWhat')} {say('welcomeRetire')}
        </p>
      </header>
      <LookAtLink />
      <StartHere />
      <ShowInvites />
    </main>
  );
}
