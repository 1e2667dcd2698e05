import type { QueueRow } from '../../../utils/over-time/model';
import { troubleWords } from '../../../utils/wording';
import { say, type Word } from '../../../utils/words';

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

/** A stretch of time as a clock shows it: 0:42, 1:05:09. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
