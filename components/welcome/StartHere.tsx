import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { OpenDemo } from '../ui/OpenDemo';
import { TryDemo } from '../ui/TryDemo';
import { useAsk } from '../ui/use-asked';

/** The way to one's own groups: an account, or first the demo; and what to try in that, once it is open. */
export function StartHere() {
  const { now, ask } = useAsk('account.overview');
  const [isNew, setNew] = useState(false);
  const opened = () => {
    setNew(true);
    void ask();
  };
  const isOpen = now.before?.accounts.some(({ demo }) => demo) ?? false;
  return (
    <section aria-labelledby="start-here">
      <h2 id="start-here">{say('welcomeOwn')}</h2>
      <p class="quiet-text">{say('welcomeOwnWhy')}</p>
      <div class="ways-in">
        <a class="button" href="/options.html#accounts/new">
          {say('addAccount')}
        </a>
        {!isOpen && <OpenDemo onOpened={opened} />}
      </div>
      <details class="small quiet-text">
        <summary>{say('gatewayWhat')}</summary>
        <p>{say('gatewayIs')}</p>
      </details>
      {isOpen && <DemoIsOpen isNew={isNew} />}
    </section>
  );
}

/** Takes the focus where it has just been opened: the button that did it is gone. */
function DemoIsOpen({ isNew }: { readonly isNew: boolean }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isNew) title.current?.focus();
  }, []);
  return (
    <section class="demo-is-open card" aria-labelledby="demo-is-open">
      <h2 ref={title} id="demo-is-open" tabIndex={-1}>
        {say('demoIsOpen')} <DemoMark />
      </h2>
      <p class="quiet-text small">{say('demoIsOpenWhat')}</p>
      <TryDemo />
      <p class="quiet-text small">
        {say('demoTryEnd')} <a href="/options.html#accounts">{say('demoTryEndWhere')}</a>
      </p>
    </section>
  );
}
