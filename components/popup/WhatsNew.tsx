import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { IconButton } from '../ui/IconButton';
import { moreIcons } from '../ui/more-icons';
import { releases } from '../ui/releases';
import { tell } from '../ui/use-ask';
import { useAsk } from '../ui/use-asked';
import { openOptionsAt } from './options-page';

/** After an update, once: what is new, in a sentence, and the way to more. It stands below all else, so nothing moves. */
export function WhatsNew() {
  const { now } = useAsk('news.recall');
  const [isRead, setRead] = useState(false);
  const release = releases.find(({ id }) => id === now.before);
  if (!release || isRead) return null;
  const dismiss = () => {
    tell('news.dismiss');
    setRead(true);
  };
  const more = () => {
    tell('news.dismiss');
    openOptionsAt('about/new');
  };
  return (
    <aside class="whats-new small" aria-label={say('whatsNew')}>
      <p>
        {say(release.brief)}{' '}
        <button type="button" class="button quiet" onClick={more}>
          {say('whatsNew')}
        </button>
      </p>
      <IconButton icon={moreIcons.close} label={say('dismiss')} onClick={dismiss} />
    </aside>
  );
}
