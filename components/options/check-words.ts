import type { CheckStep } from '../../utils/model/account';
import { say, sayCount, type Word } from '../../utils/words';

type Step = CheckStep['step'];
type Outcome = CheckStep['outcome'];

const steps: Readonly<Record<Step, Word>> = {
  address: 'checkAddress',
  shape: 'checkShape',
  key: 'checkKey',
  session: 'checkSession',
  groups: 'checkGroups',
  admin: 'checkAdmin',
  rights: 'checkRights',
};

/** The steps, in the order in which they are taken. */
export const allSteps: readonly Step[] = ['address', 'shape', 'key', 'session', 'groups', 'admin'];

const outcomes: Readonly<Record<Outcome, Word>> = {
  good: 'checkGood',
  bad: 'checkBad',
  heed: 'checkHeed',
  unknown: 'checkUnknown',
  skipped: 'checkSkipped',
};

export function stepName(step: Step): string {
  return say(steps[step]);
}

/** What came out of a step: a number where it found one, else the outcome in a word. */
export function outcomeWords({ outcome, count, of, word }: CheckStep): string {
  if (count !== undefined && of !== undefined) return say('checkCountOf', count, of);
  if (count !== undefined) return sayCount('groupCount', count);
  return word ? say('checkOutcomeWord', say(outcomes[outcome]), word) : say(outcomes[outcome]);
}
