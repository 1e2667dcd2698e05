import { browser } from '../browser';
import type { Account, AccountId } from '../model/account';
import { originPattern } from '../origin-pattern';
import { type Sign, signOf } from '../providers/makes';
import type { Provider } from '../providers/provider';
import { accountsItem, read } from '../store/items';
import { Trouble } from '../trouble';

export async function accountOf(id: AccountId): Promise<Account> {
  const account = (await read(accountsItem)).find((entry) => entry.id === id);
  if (!account) throw new Trouble('no-account');
  return account;
}

/** What is known of an account's make without fetching it. */
export function makeOf({ make }: Pick<Account, 'make'>): Sign {
  const found = signOf(make);
  if (!found) throw new Trouble('no-account');
  return found;
}

/** The whole make. */
export async function providerFor(account: Pick<Account, 'make'>): Promise<Provider> {
  return makeOf(account).fetched();
}

/** Whether an account can be reached: it lives in here, or the browser lets us talk to its server. */
export async function isWithin(account: Pick<Account, 'make' | 'server'>): Promise<boolean> {
  return makeOf(account).demo === true || isAllowed(account.server);
}

/** Whether the browser lets us talk to a server. It can be taken back at any time. */
export function isAllowed(server: string): Promise<boolean> {
  const origin = originPattern(server);
  return origin ? browser.permissions.contains({ origins: [origin] }) : Promise.resolve(false);
}
