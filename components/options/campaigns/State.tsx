import type { CampaignView } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { stateWords } from './campaign-words';

/** Whether a campaign runs: by a shape and a word. */
export function State({ state }: Pick<CampaignView, 'state'>) {
  return (
    <span class={`standing campaign-state ${state}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" fill="none" stroke="currentColor">
        {state === 'running' && <circle cx="5" cy="5" r="3.5" fill="currentColor" stroke-width="1.5" />}
        {state === 'ahead' && <path d="M3 1.5 7.5 5 3 8.5z" stroke-width="1.5" stroke-linejoin="round" />}
        {state === 'over' && <path d="M1.5 5h7" stroke-width="2" stroke-linecap="round" />}
      </svg>
      {say(stateWords[state])}
    </span>
  );
}
