import { say } from '../../../utils/words';
import { Icon } from '../Icon';
import type { PageNow } from './use-page-view';

interface ListHeadProps {
  readonly page: PageNow;
  readonly onBack: (() => void) | undefined;
}

/** Whose invites these are, the way back, and another look at the page. */
export function ListHead({ page: { view, again }, onBack }: ListHeadProps) {
  return (
    <header class="invites-head">
      {onBack && (
        <button
          type="button"
          class="button quiet square turns"
          aria-label={say('back')}
          title={say('back')}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
      )}
      <div class="invites-title">
        <h1>{say('invitesTitle')}</h1>
        {view?.host && (
          <span class="small quiet-text one-line" dir="ltr">
            {view.host}
          </span>
        )}
      </div>
      <button
        type="button"
        class="button quiet square"
        aria-label={say('lookAtPageAgain')}
        title={say('lookAtPageAgain')}
        onClick={again}
      >
        <Icon name="refresh" />
      </button>
    </header>
  );
}
