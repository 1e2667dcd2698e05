import { say, sayCount } from '../../../utils/words';
import { Notice } from '../../ui/Notice';
import type { Added } from './AddToQueue';

const shown = 5;

/** What was added, what was there already, and in which lines there was nothing to add. */
export function AddedWords({ added, known, found }: Added) {
  const { odd = [], left = 0 } = found ?? {};
  return (
    <Notice tone={added > 0 ? 'good' : 'info'} title={sayCount('queueAdded', added)}>
      {known > 0 && <>{sayCount('queueKnown', known)} </>}
      {left > 0 && <>{sayCount('queueLeft', left)} </>}
      {added > 0 && say('queueAddedNext')}
      {odd.length > 0 && (
        <span class="queue-odd">
          {sayCount('queueOdd', odd.length)}
          {odd.slice(0, shown).map((line, nth) => (
            <bdi key={`${nth} ${line.slice(0, 80)}`} class="odd-line small quiet-text" dir="auto">
              {line.slice(0, 80)}
            </bdi>
          ))}
        </span>
      )}
    </Notice>
  );
}
