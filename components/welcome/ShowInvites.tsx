import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { Notice, TroubleNotice } from '../ui/Notice';
import { Switch } from '../ui/Switch';
import { askPages, everyPage } from '../ui/site-access';
import { useSites } from '../ui/use-sites';

/** Whether invites are shown on all pages. The browser asks in the click, and only then. */
export function ShowInvites() {
  const { sites, mayAll, now, saving, change } = useSites();
  const [refused, setRefused] = useState(false);
  const turn = async (on: boolean) => {
    const granted = !on || (await askPages(everyPage));
    setRefused(!granted);
    if (granted) await change(() => ({ everywhere: on }));
  };
  const trouble = [saving, now].find(({ mood }) => mood === 'troubled');
  return (
    <section aria-labelledby="show-invites">
      <h2 id="show-invites">{say('welcomePages')}</h2>
      <p class="quiet-text">{say('welcomePagesWhy')}</p>
      <Switch label={say('welcomePagesSwitch')} on={(sites?.everywhere ?? false) && mayAll} onSwitch={turn} />
      {refused && (
        <Notice tone="heed" title={say('pagesRefused')}>
          {say('welcomePagesRefused')}
        </Notice>
      )}
      {trouble?.mood === 'troubled' && <TroubleNotice trouble={trouble.trouble} />}
      <p class="quiet-text small">
        <a class="lone-link" href="/options.html#pages">
          {say('welcomePagesMore')}
        </a>
      </p>
    </section>
  );
}
