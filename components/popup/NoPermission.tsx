import { browser } from 'wxt/browser';
import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { Notice } from '../ui/Notice';

interface NoPermissionProps {
  readonly account: AccountView;
  readonly onAllowed: () => void;
}

/** The browser has not been told that we may talk to the gateway, or has been told otherwise since. */
export function NoPermission({ account, onAllowed }: NoPermissionProps) {
  const host = new URL(account.server).hostname;
  const allow = () => {
    // First in the click: Firefox asks only while the click lasts.
    const answer = browser.permissions.request({ origins: [account.origin] });
    answer.then((granted) => granted && onAllowed());
  };
  const button = (
    <button type="button" class="button" onClick={allow}>
      {say('allowHost', host)}
    </button>
  );
  return (
    <Notice tone="heed" title={say('hostNotAllowed', host)} actions={button}>
      {say('hostNotAllowedNext')}
    </Notice>
  );
}
