import { cleanName, isolated } from '../../../utils/handout/clean-name';
import type { Activity } from '../../../utils/over-time/model';
import { rhythmWords } from '../../../utils/over-time/rhythm-words';
import { troubleWords } from '../../../utils/wording';
import { say, sayCount, type Word } from '../../../utils/words';
import { betweenWords, momentIn } from '../../ui/zone-times';
import { becauseWords } from './entry-words';

type Told = Readonly<Partial<Record<Activity['how'], Word>>>;

/** What becomes of the change of a link, by appointment or at a campaign's end. */
const changing: Told = {
  asked: 'logAsked',
  moved: 'logMoved',
  failed: 'logChangeFailed',
  skipped: 'logSkipped',
  paused: 'logPaused',
  resumed: 'logResumed',
  unsettled: 'logUnsettled',
  'not-rotated': 'logNotRotated',
};

/** `$1` the name, `$2` when it was due, `$3` the account. */
const table: Readonly<Record<Activity['what'], Told>> = {
  watch: {
    done: 'logChecked',
    changed: 'logResetElsewhere',
    asked: 'logCheckPaused',
    failed: 'logCheckFailed',
    moved: 'logCheckFailed',
    paused: 'logCheckPaused',
    resumed: 'logCheckResumed',
    skipped: 'logCheckSkipped',
  },
  rotate: { ...changing, done: 'logChanged', changed: 'logChanged' },
  end: { ...changing, done: 'logEnded', changed: 'logEnded' },
  join: {
    done: 'logJoined',
    asked: 'logJoinAsked',
    failed: 'logJoinFailed',
    skipped: 'logJoinSkipped',
    paused: 'logJoinPaused',
    resumed: 'logJoinResumed',
    unsettled: 'logJoinUnsettled',
  },
  plan: { done: 'logPlan', changed: 'logPlan', skipped: 'logPlanOver' },
  said: { done: 'logSaidYes', resumed: 'logSaidYes', skipped: 'logSaidSkip' },
};

/** What a person did with the queue of an account; `$1` its name. */
const queueSaid: Told = { paused: 'logQueuePaused', resumed: 'logQueueResumed', skipped: 'logQueueOver' };

/** One line of the log as a sentence: what was done, why and when it was to be. */
export function activityWords(line: Activity, zone: string): string {
  const told = sentence(line, zone);
  const because = becauseOf(line, zone);
  return because ? say('logBecause', told, because) : told;
}

function sentence(line: Activity, zone: string): string {
  const { what, how, count, group, dueAt, why } = line;
  const name = cleanName(line.name) ? isolated(line.name) : say('alertNameless');
  const owner = isolated(line.accountName ?? '');
  if (what === 'watch' && !group && count !== undefined) {
    return sayCount(how === 'changed' ? 'logCheckedReset' : 'logCheckedGroups', count, owner || name);
  }
  if (what === 'plan' && !line.name) return say('logRules');
  if (what === 'plan' && !group && count !== undefined) return sayCount('logQueueMore', count, name);
  if (what === 'said' && why === 'queue') return say(queueSaid[how] ?? 'logOther', name);
  const when = dueAt === undefined ? say('logSomeTime') : momentIn(dueAt, zone);
  return say(table[what][how] ?? 'logOther', name, when, owner);
}

/** What comes after the colon. */
function becauseOf(line: Activity, zone: string): string | undefined {
  const { rhythm, why, trouble, between, at, how, what } = line;
  if (between && what === 'watch') return betweenWords(between, at, zone);
  if (trouble) return troubleWords(trouble).what;
  if (rhythm && (how === 'done' || how === 'changed')) return say('logRhythm', rhythmWords(rhythm, zone), zone);
  return why === undefined || what === 'said' ? undefined : becauseWords(why);
}
