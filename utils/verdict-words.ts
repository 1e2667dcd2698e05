import type { Verdict } from './model/sight';
import { type OwnVerdict, ownVerdicts } from './own-verdicts';
import { say, type Word } from './words';

const { live, full, unknown } = ownVerdicts;

const words: Readonly<Record<Exclude<Verdict, OwnVerdict>, Word>> = {
  approval: 'verdictApproval',
  invalid: 'verdictInvalid',
  retired: 'verdictRetired',
};

/** The shape that stands beside the word, so that colour is never needed alone: a path of 10 by 10. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  ...{ live: live.sign, full: full.sign, unknown: unknown.sign },
  retired: 'M.75 5a4.25 4.25 0 1 1 8.5 0a4.25 4.25 0 1 1-8.5 0zm1.5 0a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0-5.5 0z',
  approval: 'M5 0a5 5 0 0 1 0 10zM5 0a5 5 0 0 0 0 10V8.6a3.6 3.6 0 0 1 0-7.2z',
  invalid: 'M2.1.9 5 3.8 7.9.9 9.1 2.1 6.2 5 9.1 7.9 7.9 9.1 5 6.2 2.1 9.1.9 7.9 3.8 5 .9 2.1z',
};

/** "Live", "Retired" … */
export function verdictWords(verdict: Verdict): string {
  return say({ ...words, live: live.word, full: full.word, unknown: unknown.word }[verdict]);
}
