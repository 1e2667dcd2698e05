import type { AccountView } from '../../utils/model/account';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { TryDemo } from '../ui/TryDemo';
import { AccountFoot } from './AccountFoot';

/** The demo among the accounts: what it is, what to try, and the way to be rid of it. */
export function DemoCard({ account, again }: { readonly account: AccountView; readonly again: () => void }) {
  return (
    <li class="card stack account">
      <header class="row">
        <h2>{say('demoIsOpen')}</h2>
        <DemoMark />
      </header>
      <p class="quiet-text small">{say('demoIsOpenWhat')}</p>
      <TryDemo />
      <AccountFoot account={account} removed={again} />
    </li>
  );
}
