import type { ComponentChildren } from 'preact';
import type { AccountView } from '../../utils/model/account';
import { say } from '../../utils/words';
import { CardFoot } from './CardFoot';

interface AccountFootProps {
  readonly account: AccountView;
  readonly removed: () => void;
  readonly children?: ComponentChildren;
}

/** What can be done with an account. */
export function AccountFoot({ account: { id, name, demo }, removed, children }: AccountFootProps) {
  const what = say(demo ? 'demoRemoveWhat' : 'accountRemoveWhat');
  return <CardFoot removal={{ question: 'account.remove', id, name, what, removed }}>{children}</CardFoot>;
}
