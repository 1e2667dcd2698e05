import type { Account } from '../model/account';
import type { Sites } from '../model/page';
import type { Policy } from '../model/policy';

// What an administrator has set, laid over what the user has chosen. Pure.

/** Those that an administrator has set come first; they were there before anybody chose. */
export function withAccounts(own: Account[], { accounts }: Policy): Account[] {
  const managed = accounts.map(({ given: _, asks: __, ...account }): Account => ({ ...account, addedAt: 0 }));
  return [...managed, ...own.filter(({ id }) => !accounts.some((account) => account.id === id))];
}

/** Sites that are never looked at are added to the user's own: nobody is to be looked at against their will. */
export function withSites(own: Sites, { sites }: Policy): Sites {
  return { ...own, ...sites, off: [...new Set([...(sites.off ?? []), ...own.off])] };
}
