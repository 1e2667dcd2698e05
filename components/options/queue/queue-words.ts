import type { QueueRow } from '../../../utils/over-time/model';
import { troubleWords } from '../../../utils/wording';
import { language, say, type Word } from '../../../utils/words';

const outcomes: Readonly<Record<QueueRow['state'], Word>> = {
  waiting: 'queueWaiting',
  working: 'queueWorking',
  joined: 'queueJoined',
  asked: 'queueAsked',
  'already-in': 'queueAlreadyIn',
  refused: 'queueRefused',
  unknown: 'queueUnknown',
  skipped: 'queueSkipped',
  cancelled: 'queueCancelled',
};

/** What became of one group, and why. */
export function outcomeWords({ state, trouble }: QueueRow): { readonly what: string; readonly why?: string } {
  if (!trouble) return { what: say(outcomes[state]) };
  if (state === 'skipped' && trouble.kind === 'not-allowed') return { what: say('queueOutside') };
  if (state === 'skipped' && trouble.kind === 'already-in') return { what: say('queueSameGroup') };
  if (state === 'skipped' && trouble.kind === 'no-code') return { what: say('queueNoCode') };
  if (trouble.kind === 'unsettled') return { what: say('queueUnsettled') };
  const { what } = troubleWords(trouble);
  return { what: state === 'waiting' ? say('queueAgain') : say(outcomes[state]), why: what };
}

/** A stretch of time as a clock shows it: 00:42, 1:05:09. */
export function clockOf(ms: number, locale = language()): string {
  const all = Math.max(0, Math.ceil(ms / 1_000));
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  const clock = new Intl.DurationFormat(locale, { style: 'digital', hoursDisplay: 'auto' });
  return clock.format({ hours, minutes, seconds });
}
