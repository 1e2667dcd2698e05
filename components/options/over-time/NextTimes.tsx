import type { OverTime, Rhythm } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { fromNow, momentIn } from '../../ui/zone-times';
import { movedWords } from './entry-words';
import { type Coming, nextTimes } from './next-times';

interface NextTimesProps {
  /** Undefined while it is not whole. */
  readonly rhythm: Rhythm | undefined;
  readonly view: OverTime;
}

/** What a rhythm comes to: the next three times, as the clocks of the zone show them. */
export function NextTimes({ rhythm, view }: NextTimesProps) {
  const { now, rules, zone } = view;
  const coming = rhythm ? nextTimes(rhythm, { now, rules, zone }, 3) : [];
  return (
    <div class="next-times" role="status">
      {!rhythm && <p class="quiet-text">{say('rhythmUnfinished')}</p>}
      {rhythm && coming.length === 0 && <p class="quiet-text">{say('rhythmOver')}</p>}
      {coming.length > 0 && <p>{say('rhythmNext')}</p>}
      <ol>
        {coming.map((one) => (
          <One key={one.moved?.from ?? one.at} coming={one} zone={zone} now={now} />
        ))}
      </ol>
    </div>
  );
}

function One({ coming, zone, now }: { readonly coming: Coming; readonly zone: string; readonly now: number }) {
  const { at, moved, clocks } = coming;
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{momentIn(at, zone)}</time>{' '}
      <span class="small quiet-text">{fromNow(at, now)}</span>
      {moved && <span class="small moved">{movedWords(moved, zone)}</span>}
      {clocks && <span class="small moved">{say(clocks === 'skipped' ? 'clocksSkip' : 'clocksTwice')}</span>}
    </li>
  );
}
