import { useEffect, useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/model/account';
import { say, sayCount } from '../../../utils/words';
import { accountTitle } from '../../ui/account-title';
import { Menu, menuOf } from '../../ui/Menu';
import { ask } from '../../ui/use-ask';

interface FromAccountProps {
  readonly accounts: readonly AccountView[];
  readonly disabled: boolean;
  readonly onChoose: (account: string) => void;
}

/** All groups of another account, as last listed: also of one that is lost. */
export function FromAccount({ accounts, disabled, onChoose }: FromAccountProps) {
  const counts = useCounts(accounts.map(({ id }) => id));
  if (accounts.length === 0) return null;
  const items = accounts.map((account) => {
    const count = counts.get(account.id);
    const title = accountTitle(account);
    return { id: account.id, label: count === undefined ? title : sayCount('queueGroupsOf', count, title) };
  });
  return (
    <Menu label={say('queueFromAccount')} align="start" disabled={disabled}>
      {menuOf(items, onChoose)}
    </Menu>
  );
}

function useCounts(accounts: readonly string[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const gone = new AbortController();
    for (const account of accounts) {
      ask('group.list', account).then(
        ({ groups }) => !gone.signal.aborted && setCounts((old) => new Map(old).set(account, groups.length)),
        () => undefined,
      );
    }
    return () => gone.abort();
  }, [accounts.join(' ')]);
  return counts;
}
