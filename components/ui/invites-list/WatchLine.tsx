import { useState } from 'preact/hooks';
import type { PageView } from '../../../utils/model/page';
import { say } from '../../../utils/words';
import { muteSite, watchSite } from './site-watch';

interface WatchLineProps {
  readonly view: PageView;
  readonly onChanged: () => void;
}

/** Whether Latchkey looks at this site by itself, and the way to have it otherwise. */
export function WatchLine({ view, onChanged }: WatchLineProps) {
  const { host, watch } = view;
  const [refused, setRefused] = useState(false);
  if (host === undefined || watch === 'never') return null;
  const mute = async (off: boolean) => {
    await muteSite(host, off);
    onChanged();
  };
  const watchNow = async (where: 'here' | 'everywhere') => {
    setRefused(!(await watchSite(host, where)));
    onChanged();
  };
  if (watch === 'on') return <Line words={say('watchOn', host)} deed={say('watchNever')} onDo={() => mute(true)} />;
  if (watch === 'off') return <Line words={say('watchOff', host)} deed={say('watchAgain')} onDo={() => mute(false)} />;
  return (
    <div class="watch-lines">
      <Line words={say('watchSiteWhy')} deed={say('watchSite')} onDo={() => watchNow('here')} />
      <Line words={say('watchAllWhy')} deed={say('watchAll')} onDo={() => watchNow('everywhere')} />
      {refused && (
        <p class="small" role="status">
          {say('watchRefused')}
        </p>
      )}
    </div>
  );
}

function Line({ words, deed, onDo }: { readonly words: string; readonly deed: string; readonly onDo: () => void }) {
  return (
    <p class="watch-line small">
      <span class="quiet-text">{words}</span>
      <button type="button" class="button quiet" onClick={onDo}>
        {deed}
      </button>
    </p>
  );
}
