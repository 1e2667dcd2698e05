import { say } from '../../../utils/words';
import { IconButton } from '../IconButton';
import { moreIcons } from '../more-icons';
import type { PageNow } from './use-page-view';

interface ListHeadProps {
  readonly page: PageNow;
  readonly onBack: (() => void) | undefined;
}

/** Whose invites these are, the way back, and another look at the page. */
export function ListHead({ page: { view, again }, onBack }: ListHeadProps) {
  return (
    <header class="invites-head">
      {onBack && <IconButton icon={moreIcons.back} label={say('back')} turns onClick={onBack} />}
      <div class="invites-title">
        <h1>{say('invitesTitle')}</h1>
        {view?.host && (
          <span class="small quiet-text one-line" dir="ltr">
            {view.host}
          </span>
        )}
      </div>
      <IconButton icon="refresh" label={say('lookAtPageAgain')} onClick={again} />
    </header>
  );
}
