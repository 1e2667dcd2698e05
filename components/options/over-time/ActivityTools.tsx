import type { Activity, ActivityFilter } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { Chooser } from '../record/Chooser';
import { SaveMenu } from '../record/SaveMenu';
import type { Savable } from '../record/save-rows';
import { Day } from '../record/Tools';
import { dayBegins } from '../record/wish';

/** What somebody looks for in the log, as it stands in the fields. Empty means: any. */
export interface ActivityWish {
  readonly text: string;
  readonly what: '' | Activity['what'];
  readonly since: string;
  readonly until: string;
}

export const nothingSought: ActivityWish = { text: '', what: '', since: '', until: '' };

export function filterOf({ text, what, since, until }: ActivityWish): ActivityFilter {
  const [from, to] = [dayBegins(since, 0), dayBegins(until, 1)];
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(what && { what }),
    ...(from !== undefined && { since: from }),
    ...(to !== undefined && { until: to - 1 }),
  };
}

interface ActivityToolsProps {
  readonly wish: ActivityWish;
  readonly filter: ActivityFilter;
  readonly savable: Savable<Activity, ActivityFilter>;
  readonly onWish: (part: Partial<ActivityWish>) => void;
}

/** What to look for in the log, and a way to take it along. */
export function ActivityTools({ wish, filter, savable, onWish }: ActivityToolsProps) {
  return (
    <search class="record-tools">
      <input
        class="input"
        type="text"
        aria-label={say('logFind')}
        placeholder={say('logFindExample')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={200}
        value={wish.text}
        onInput={(event) => onWish({ text: event.currentTarget.value })}
      />
      <SaveMenu savable={savable} filter={filter} />
      <div class="record-filters">
        <Chooser
          label={say('logKind')}
          chosen={wish.what}
          onChoose={(what) => onWish({ what })}
          options={[
            ['', say('logKindAny')],
            ['watch', say('logKindWatch')],
            ['rotate', say('logKindRotate')],
            ['end', say('logKindEnd')],
            ['join', say('logKindJoin')],
            ['plan', say('logKindPlan')],
            ['said', say('logKindSaid')],
          ]}
        />
        <div class="days">
          <Day label={say('logSince')} value={wish.since} onDay={(since) => onWish({ since })} />
          <Day label={say('logUntil')} value={wish.until} onDay={(until) => onWish({ until })} />
        </div>
      </div>
    </search>
  );
}
