import type { Rights } from '../../model/account';
import type { Managed, Policy } from '../../model/policy';

const all: Rights = { mayAddAccounts: true, mayRetire: true, mayJoin: true };

/** A policy as a face sees it; undefined where nobody has set anything. */
export function managedBy({ given, rights, sites, unread }: Policy): Managed | undefined {
  if (given.length === 0 && unread.length === 0) return undefined;
  return {
    locked: given,
    rights: { ...all, ...rights },
    sitesOff: sites.off ?? [],
    unread,
  };
}

/** What may be done through an account, where that is not everything. */
export function rightsIn({ rights }: Policy): { readonly rights?: Rights } {
  return Object.values(rights).includes(false) ? { rights: { ...all, ...rights } } : {};
}
