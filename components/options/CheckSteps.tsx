import { cleanName } from '../../utils/handout/clean-name';
import type { CheckStep } from '../../utils/model';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { Notice, TroubleNotice } from '../ui/Notice';
import type { Mood } from '../ui/use-ask';
import { allSteps, outcomeWords, stepName } from './check-words';

/** The connection test: its steps as they came out, or the steps to come while it runs. */
export function CheckSteps({ now }: { readonly now: Mood<readonly CheckStep[]> }) {
  if (now.mood === 'rest') return null;
  if (now.mood === 'troubled') return <TroubleNotice trouble={now.trouble} />;
  return (
    <div role="status" aria-busy={now.mood === 'waiting'}>
      <p class="visually-hidden">{say(now.mood === 'waiting' ? 'checkRunning' : 'checkDone')}</p>
      <ol class="checks">
        {now.mood === 'waiting'
          ? allSteps.map((step) => <Coming key={step} step={step} />)
          : now.answer.map((step) => <Done key={step.step} {...step} />)}
      </ol>
    </div>
  );
}

/** The whole test in one sentence, once it has ended. */
export function CheckVerdict({ now, name }: { readonly now: Mood<readonly CheckStep[]>; readonly name: string }) {
  if (now.mood !== 'answered') return null;
  const bad = now.answer.some(({ outcome }) => outcome === 'bad');
  return bad ? (
    <Notice tone="heed" title={say('checkNotYet', cleanName(name))}>
      {say('checkNotYetNext')}
    </Notice>
  ) : (
    <Notice tone="good" title={say('checkReady', cleanName(name))}>
      {say('checkReadyNext')}
    </Notice>
  );
}

function Coming({ step }: Pick<CheckStep, 'step'>) {
  return (
    <li class="check coming">
      <span class="skeleton sign" />
      <span>{stepName(step)}</span>
    </li>
  );
}

function Done(step: CheckStep) {
  const words = step.trouble && troubleWords(step.trouble);
  return (
    <li class={`check ${step.outcome}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={signs[step.outcome]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      </svg>
      <span>{stepName(step.step)}</span>
      <bdi class="outcome">{outcomeWords(step)}</bdi>
      {words && (
        <p class="why">
          {words.what} {words.next}
          {words.detail && <bdi class="said">{words.detail}</bdi>}
        </p>
      )}
    </li>
  );
}

const signs: Readonly<Record<CheckStep['outcome'], string>> = {
  good: 'M3 8.5 6.5 12 13 4.5',
  bad: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5 6a3 3 0 1 1 4.5 2.6C8.4 9.2 8 9.7 8 10.5M8 13.5v.1',
  skipped: 'M4 8h8',
};
