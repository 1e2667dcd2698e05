import { useEffect } from 'preact/hooks';
import { say } from '../../utils/words';
import { announce } from '../ui/Announcer';

/** The way that is left where no list helps. Said aloud once the typing rests. */
export function ById({ words, onAdd }: { readonly words: string; readonly onAdd: () => void }) {
  useEffect(() => {
    const resting = setTimeout(() => announce(words), 600);
    return () => clearTimeout(resting);
  }, [words]);
  return (
    <div class="panel">
      <p class="quiet-text">{words}</p>
      <button type="button" class="button" onClick={onAdd}>
        {say('addGroupTitle')}
      </button>
    </div>
  );
}
