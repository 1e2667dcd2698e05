import type { Make } from '../../utils/model/account';
import { say } from '../../utils/words';
import { Notice } from '../ui/Notice';
import { faults, serverOf } from './account-draft';
import type { AccountFormState } from './use-account-form';

/** Beside the button that makes the browser ask: for which host, and why. After a "no": what that means. */
export function HostAccess({ form, make }: { readonly form: AccountFormState; readonly make: Make }) {
  if (faults(form.typed, make).server) return null;
  const { hostname } = new URL(serverOf(form.typed, make));
  if (form.refused) {
    return (
      <Notice tone="heed" title={say('hostRefused', hostname)}>
        {say('hostRefusedNext')}
      </Notice>
    );
  }
  return <p class="quiet-text small">{say('hostReason', hostname)}</p>;
}
