import type { AccountId, Rights } from '../../model/account';
import type { ManagedAccount, Policy } from '../../model/policy';
import { checksum } from '../../store/checksum';
import { policyNow } from '../../store/items';
import { Trouble } from '../../trouble';

/** Throws `policy-bars` where an administrator has not allowed it. */
export async function mustBeAllowed(right: keyof Rights): Promise<void> {
  if (!(await isAllowed(right))) throw new Trouble('policy-bars');
}

export async function isAllowed(right: keyof Rights): Promise<boolean> {
  return (await policyNow()).rights[right] !== false;
}

/** An account, where an administrator has set it. */
export async function managedOne(id: AccountId): Promise<ManagedAccount | undefined> {
  return (await policyNow()).accounts.find((account) => account.id === id);
}

type Part = 'settings' | 'rules' | 'fill' | 'sites';

/**
 * What of a change is the user's to make. Throws `policy-sets` where it would make another value of one that an administrator
 * has set; the same value is let through, and left out.
 */
export async function unlocked<Patch extends object>(part: Part, patch: Patch): Promise<Patch> {
  const set: object = (await policyNow())[part];
  return withoutSet(patch, set);
}

function withoutSet<Patch extends object>(patch: Patch, set: object): Patch {
  const entries = Object.entries(patch).filter(([key, value]) => {
    if (!Object.hasOwn(set, key)) return true;
    if (!isSame(value, Reflect.get(set, key))) throw new Trouble('policy-sets', { field: key });
    return false;
  });
  return Object.fromEntries(entries) as Patch;
}

function isSame(one: unknown, other: unknown): boolean {
  return checksum({ one }) === checksum({ one: other });
}

/** The hosts of `off` without the administrator's, which nobody may take away. */
export function ownOff(off: readonly string[], { sites }: Policy): readonly string[] {
  const set = sites.off ?? [];
  if (!set.every((host) => off.includes(host))) throw new Trouble('policy-sets', { field: 'off' });
  return off.filter((host) => !set.includes(host));
}
