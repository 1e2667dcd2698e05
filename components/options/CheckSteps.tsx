import { cleanName } from '../../utils/handout/clean-name';
import type { CheckStep } from '../../utils/model/account';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { Notice, TroubleNotice } from '../ui/Notice';
import type { Mood } from '../ui/use-ask';
import { allSteps, outcomeWords, stepName } from './check-words';
import { shownServer } from './shown-server';
import { hasFailed } from './use-check';

interface CheckStepsProps {
  readonly now: Mood<readonly CheckStep[]>;
  /** Puts an address that may be the right one in the place of the wrong one. Called in the click itself. */
  readonly onBetter?: ((server: string) => void) | undefined;
}

/** The connection test: its steps as they came out, and the steps to come while it runs. */
export function CheckSteps({ now, onBetter }: CheckStepsProps) {
  if (now.mood === 'rest') return null;
  const done = now.before ?? [];
  const runs = now.mood === 'waiting';
  const open = allSteps.filter((step) => !done.some((one) => one.step === step));
  return (
    <>
      <p class="visually-hidden" role="status">
        {runs ? say('checkRunning') : ended(done)}
      </p>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {(now.mood !== 'troubled' || done.length > 0) && (
        <ol class="checks" aria-busy={runs}>
          {done.map((step) => (
            <Done key={step.step} step={step} onBetter={onBetter} />
          ))}
          {open.map((step) =>
            runs ? <Coming key={step} step={step} /> : <Done key={step} step={{ step, outcome: 'skipped' }} />,
          )}
        </ol>
      )}
    </>
  );
}

/** One sentence for people who listen: that the test has ended, and where it failed. */
function ended(steps: readonly CheckStep[]): string {
  const failed = steps.find(({ outcome }) => outcome === 'bad');
  const where = failed && say('checkEnded', stepName(failed.step), outcomeWords(failed));
  return [say('checkDone'), where].filter(Boolean).join(' ');
}

/** The whole test in one sentence, once it has ended. */
export function CheckVerdict({ now, name }: { readonly now: Mood<readonly CheckStep[]>; readonly name: string }) {
  if (now.mood !== 'answered') return null;
  return hasFailed(now.answer) ? (
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

function Done({ step, onBetter }: Pick<CheckStepsProps, 'onBetter'> & { readonly step: CheckStep }) {
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
          {onBetter && <Better step={step} onBetter={onBetter} />}
        </p>
      )}
    </li>
  );
}

function Better({
  step: { trouble },
  onBetter,
}: {
  readonly step: CheckStep;
  readonly onBetter: (server: string) => void;
}) {
  const { better } = trouble ?? {};
  // There it names an address of ours, for the gateway's list.
  if (better === undefined) return null;
  return (
    <button type="button" class="button better" onClick={() => onBetter(better)}>
      <bdi>{say('useAddress', shownServer(better))}</bdi>
    </button>
  );
}

const signs: Readonly<Record<CheckStep['outcome'], string>> = {
  good: 'M3 8.5 6.5 12 13 4.5',
  bad: 'M4 4l8 8M12 4l-8 8',
  heed: 'M8 3v6M8 12.5v.1',
  unknown: 'M5 6a3 3 0 1 1 4.5 2.6C8.4 9.2 8 9.7 8 10.5M8 13.5v.1',
  skipped: 'M4 8h8',
};
