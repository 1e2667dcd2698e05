import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { OpenDemo } from '../ui/OpenDemo';
import { TryDemo } from '../ui/TryDemo';
import { useAsk } from '../ui/use-ask';

/** Two ways to begin: an account, or the demo; and what to try in that, once it is open. */
export function StartHere() {
  const { now, ask } = useAsk('account.overview');
  const isOpen = now.before?.accounts.some(({ demo }) => demo) ?? false;
  return (
    <>
      <div class="ways-in">
        <a class="button primary" href="/options.html#accounts/new">
          {say('addAccount')}
        </a>
        {!isOpen && <OpenDemo onOpened={() => void ask()} />}
      </div>
      <p class="quiet-text small">{say('welcomeNeeds')}</p>
      {isOpen ? <DemoIsOpen /> : <p class="quiet-text small">{say('demoWhat')}</p>}
    </>
  );
}

function DemoIsOpen() {
  return (
    <section class="demo-is-open" aria-labelledby="demo-is-open">
      <h2 id="demo-is-open">
        {say('demoIsOpen')} <DemoMark />
      </h2>
      <p class="quiet-text small">{say('demoIsOpenWhat')}</p>
      <TryDemo />
      <p class="quiet-text small">
        {say('demoTryEnd')} <a href="/options.html#accounts">{say('demoTryEndWhere')}</a>.
      </p>
    </section>
  );
}
