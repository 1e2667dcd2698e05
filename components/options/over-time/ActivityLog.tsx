import { useEffect, useMemo, useState } from 'preact/hooks';
import { activityCsv, activityJson } from '../../../utils/handout/activity-table';
import { iso } from '../../../utils/handout/csv';
import type { Activity, ActivityFilter, OverTime } from '../../../utils/over-time/model';
import { say, sayCount } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { RestingButton } from '../../ui/RestingButton';
import { ask } from '../../ui/use-ask';
import { momentIn } from '../../ui/zone-times';
import type { Savable } from '../record/save-rows';
import { type List, type Pages, usePages } from '../record/use-pages';
import { ActivityTools, filterOf, nothingSought } from './ActivityTools';
import { activityWords } from './activity-words';

interface ActivityLogProps {
  readonly view: OverTime;
  /** Grows whenever something may have happened. */
  readonly turn: number;
}

const list: List<Activity, ActivityFilter> = (asked) => ask('activity.list', asked);

/** What Latchkey did by itself and why, newest first. */
export function ActivityLog({ view, turn }: ActivityLogProps) {
  const { zone } = view;
  const [wish, setWish] = useState(nothingSought);
  const filter = filterOf(wish);
  const pages = usePages(list, filter);
  useEffect(() => {
    if (turn > 0) pages.again();
  }, [turn]);
  const savable = useMemo((): Savable<Activity, ActivityFilter> => {
    const told = (line: Activity) => activityWords(line, zone);
    return {
      ...{ list, name: 'activity' },
      csv: (rows) => activityCsv(rows, told),
      json: (rows, now) => activityJson(rows, told, now),
    };
  }, [zone]);
  const isFiltered = Object.keys(filter).length > 0;
  const isBare = !isFiltered && pages.rows?.length === 0;
  return (
    <section class="card stack" aria-labelledby="over-time-log">
      <h2 id="over-time-log">{say('logTitle')}</h2>
      {!isBare && <ActivityTools {...{ wish, savable, filter }} onWish={(part) => setWish({ ...wish, ...part })} />}
      <Lines pages={pages} zone={zone} isFiltered={isFiltered} />
    </section>
  );
}

interface LinesProps {
  readonly pages: Pages<Activity>;
  readonly zone: string;
  readonly isFiltered: boolean;
}

function Lines({ pages, zone, isFiltered }: LinesProps) {
  const { rows, broken, waiting, trouble, more, again } = pages;
  const tryAgain = (
    <button type="button" class="button" onClick={again}>
      {say('tryAgain')}
    </button>
  );
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} actions={tryAgain} />}
      {!rows && !trouble && <div class="skeleton line" aria-hidden="true" />}
      {rows && (
        <p class="small quiet-text" role="status">
          {rows.length > 0 && (more ? say('recordFirst', linesWords(rows)) : linesWords(rows))}
          {rows.length === 0 && say(isFiltered ? 'recordNoneFits' : 'logEmpty')}
        </p>
      )}
      {rows && rows.length > 0 && (
        <ol class="activity" aria-busy={waiting}>
          {rows.map((line) => (
            <li key={line.id}>
              <time class="small quiet-text" dateTime={iso(line.at)}>
                {momentIn(line.at, zone)}
              </time>
              <p>{activityWords(line, zone)}</p>
            </li>
          ))}
        </ol>
      )}
      {broken > 0 && <p class="small">{sayCount('historyBroken', broken)}</p>}
      {more && (
        <RestingButton resting={waiting} onClick={more}>
          {say('historyMore')}
        </RestingButton>
      )}
    </>
  );
}

function linesWords(rows: readonly Activity[]): string {
  return sayCount('logLines', rows.length);
}
