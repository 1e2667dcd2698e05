import { isolated } from '../../../utils/handout/clean-name';
import type { Entry, EntryView, Hold, Outcome } from '../../../utils/over-time/model';
import { say, type Word } from '../../../utils/words';
import { momentIn } from '../../ui/zone-times';

const whats: Readonly<Record<Entry['duty'], Word>> = {
  watch: 'diaryWatch',
  rotate: 'diaryRotate',
  end: 'diaryEnd',
};

/** What is to be done: "Change the link of VIP Launch List". */
export function entryWords({ duty, name, campaignName }: EntryView): string {
  return say(whats[duty], isolated(name) || say('menuUnnamed'), isolated(campaignName ?? ''));
}

export type MoveReason = NonNullable<Entry['moved']>['why'];

const moves: Readonly<Record<MoveReason, Word>> = {
  quiet: 'movedQuiet',
  frozen: 'movedFrozen',
  'cool-down': 'movedCoolDown',
  trouble: 'movedTrouble',
};

/** "Put off from Sat, 21 Nov 2026, 02:00: quiet hours." */
export function movedWords({ from, why }: { readonly from: number; readonly why: MoveReason }, zone: string): string {
  return say('diaryMoved', momentIn(from, zone), say(moves[why]));
}

const outcomes: Readonly<Record<Outcome, Word>> = {
  done: 'outcomeDone',
  'not-rotated': 'outcomeNotRotated',
  unsettled: 'outcomeUnsettled',
  failed: 'outcomeFailed',
  skipped: 'outcomeSkipped',
};

/** How the last one ended: "Last: done, Sat, 21 Nov 2026, 02:00". */
export function lastWords({ at, outcome }: NonNullable<Entry['last']>, zone: string): string {
  return say('diaryLast', say(outcomes[outcome]), momentIn(at, zone));
}

const holds: Readonly<Record<Hold['why'], Word>> = {
  overdue: 'holdOverdue',
  printed: 'holdPrinted',
  changed: 'holdChanged',
  trouble: 'holdTrouble',
  locked: 'holdLocked',
};

/** Why a person is asked, in a sentence. */
export function holdWords({ why, dueAt }: Hold, zone: string): string {
  return say(holds[why], momentIn(dueAt, zone));
}

const becauses: Readonly<Record<string, Word>> = {
  ...moves,
  overdue: 'becauseOverdue',
  printed: 'becausePrinted',
  changed: 'becauseChanged',
  trouble: 'movedTrouble',
  locked: 'becauseLocked',
  'already-in': 'becauseAlreadyIn',
  cancelled: 'becauseCancelled',
};

/** The same reasons after a colon: "quiet hours"; undefined for one that we do not know. */
export function becauseWords(why: string): string | undefined {
  const word = Object.hasOwn(becauses, why) ? becauses[why] : undefined;
  return word && say(word);
}
