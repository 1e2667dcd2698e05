import type { OverTime } from '../../../utils/over-time/model';
import { troubleWords } from '../../../utils/wording';
import { say } from '../../../utils/words';
import { fromNow, momentIn } from '../../ui/zone-times';
import type { DueEntry } from './due-in';
import { entryWords, lastWords, movedWords } from './entry-words';

interface DueListProps {
  readonly view: OverTime;
  readonly due: readonly DueEntry[];
}

export function DueList({ view, due }: DueListProps) {
  return (
    <>
      {view.bellAt !== undefined && (
        <p class="small quiet-text">
          {say('nextBell', momentIn(view.bellAt, view.zone), fromNow(view.bellAt, view.now))}
        </p>
      )}
      <ol class="over-time-rows due">
        {due.map((entry) => (
          <DueRow key={entry.id} entry={entry} view={view} />
        ))}
      </ol>
    </>
  );
}

function DueRow({ entry, view }: { readonly entry: DueEntry; readonly view: OverTime }) {
  const { coming, last, taken, trouble } = entry;
  const { at, moved } = coming;
  const { zone, now } = view;
  return (
    <li>
      <p class="due-when">
        <time dateTime={new Date(at).toISOString()}>{momentIn(at, zone)}</time>
        <span class="small quiet-text">{taken ? say('diaryTaken') : fromNow(at, now)}</span>
      </p>
      <div class="over-time-words">
        <p>{entryWords(entry)}</p>
        {moved && (
          <p class="small moved">
            {movedWords(moved, zone)}
            {moved.why === 'trouble' && trouble && ` ${troubleWords(trouble).what}`}
          </p>
        )}
        {last && <p class="small quiet-text">{lastWords(last, zone)}</p>}
      </div>
    </li>
  );
}
