import type { AccountId } from '../model/account';
import { change, habitsItem, read } from '../store/items';
import type { Trouble } from '../trouble';
import { learned } from './habits';

const habit = 'rights';

/** The accounts whose keys may only read, as far as we have seen. */
export async function copyOnly(): Promise<ReadonlySet<AccountId>> {
  const all = Object.entries(await read(habitsItem));
  return new Set(all.filter(([, habits]) => habits[habit] === 'read').map(([account]) => account));
}

/** What an account was told when it wanted to change something: a gateway's own 403 means that its key may only read. */
export async function heardFrom(account: AccountId, { facts }: Trouble): Promise<void> {
  if (facts.kind === 'key-limited' && facts.status === 403) await learned(account, habit, 'read');
}

/** What the connection test has found out; where it can tell nothing, what was learned before is not held to any more. */
export async function tested(account: AccountId, may: boolean | undefined): Promise<void> {
  if (may !== undefined) return learned(account, habit, may ? 'all' : 'read');
  await change(habitsItem, (all) => {
    const { [habit]: _, ...others } = all[account] ?? {};
    return { ...all, [account]: others };
  });
}
