import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { Removal } from './Removal';

interface RemoveAccountProps {
  readonly account: AccountView;
  readonly keep: () => void;
  readonly removed: () => void;
}

/** The second step of removing an account. */
export function RemoveAccount({ account: { id, name, demo }, keep, removed }: RemoveAccountProps) {
  const what = say(demo ? 'demoRemoveWhat' : 'accountRemoveWhat');
  return <Removal question="account.remove" {...{ id, name, what, keep, removed }} />;
}
