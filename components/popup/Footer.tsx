import type { AccountId, AccountView } from '../../utils/model/account';
import type { VaultState } from '../../utils/model/settings';
import { say, sayCount } from '../../utils/words';
import { accountTitle } from '../ui/account-title';
import { IconButton } from '../ui/IconButton';
import { Menu, type MenuItem, menuOf } from '../ui/Menu';
import { LockButton, SideButton } from './on-demand';
import { openOptions } from './options-page';

const everyone = 'all';

interface FooterProps {
  readonly accounts: readonly AccountView[];
  /** The account whose groups alone are shown. */
  readonly only: AccountId | undefined;
  readonly onOnly: (account: AccountId | undefined) => void;
  readonly count: number;
  readonly listing: boolean;
  readonly onRefresh: () => void;
  readonly onAdd: () => void;
  readonly vault: VaultState;
  readonly onLocked: () => void;
}

/** Which accounts, how many groups, and the ways to more of them. */
export function Footer({ accounts, only, onOnly, count, listing, onRefresh, onAdd, vault, onLocked }: FooterProps) {
  return (
    <footer class="footer">
      <Switcher accounts={accounts} only={only} onOnly={onOnly} />
      <span class="count small quiet-text one-line" role="status">
        {listing ? say('listing') : sayCount('groupCount', count)}
      </span>
      <IconButton icon="plus" label={say('addGroupTitle')} onClick={onAdd} />
      <IconButton icon="refresh" label={say('refreshGroups')} disabled={listing} onClick={onRefresh} />
      {vault.passphrase && !vault.locked && <LockButton onLocked={onLocked} />}
      <SideButton />
      <IconButton icon="gear" label={say('openOptions')} onClick={openOptions} />
    </footer>
  );
}

function Switcher({ accounts, only, onOnly }: Pick<FooterProps, 'accounts' | 'only' | 'onOnly'>) {
  const chosen = accounts.length === 1 ? accounts[0] : accounts.find(({ id }) => id === only);
  const items: readonly MenuItem[] = [
    ...(accounts.length > 1 ? [{ id: everyone, label: say('allAccounts'), checked: !chosen }] : []),
    ...accounts.map((account) => ({
      id: account.id,
      label: <span class="one-line">{accountTitle(account)}</span>,
      checked: account === chosen,
    })),
  ];
  const label = chosen ? accountTitle(chosen) : say('allAccounts');
  return (
    <Menu class="quiet switcher" align="start" label={<span class="one-line">{label}</span>}>
      {menuOf(items, (id) => onOnly(id === everyone ? undefined : id))}
    </Menu>
  );
}
