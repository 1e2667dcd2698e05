import type { Account } from '../../model/account';
import { openSecrets } from '../../store/vault';
import { Trouble } from '../../trouble';
import { managedOne } from './bars';
import { policyGiven } from './given';
import { keyIn } from './managed-account';

/**
 * An account's secrets: out of the vault, and where an administrator has set its key, out of the policy. That one is read where
 * it is used and kept nowhere: it lies where the administrator has put it, and goes when it is taken away there.
 */
export async function secretsOf(account: Account): Promise<Readonly<Record<string, string>>> {
  const managed = await managedOne(account.id);
  const [named] = managed?.given ?? [];
  if (named === undefined) return askedOf(account, managed?.asks ?? []);
  const key = keyIn((await policyGiven())?.accounts, account);
  if (key === undefined) throw new Trouble('policy-unread');
  return { [named]: key };
}

async function askedOf({ id }: Account, asks: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const kept = await openSecrets(id);
  if (asks.some((name) => !kept[name])) throw new Trouble('key-missing');
  return kept;
}
