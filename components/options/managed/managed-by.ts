import type { Rights } from '../../../utils/model/account';
import type { Managed } from '../../../utils/model/policy';

/**
 * What an administrator has set, as the page last heard it; undefined where nobody has. A context would say it as well, but
 * would bring its part of Preact into the popup's start, which is shared.
 */
let managed: Managed | undefined;

/** Said anew before the sections are drawn: each of them is drawn again with the page. */
export function managedBy(now: Managed | undefined): void {
  managed = now;
}

/** Whether an administrator has set one of these values, by the names that they have in a policy. */
export function isSet(...names: readonly string[]): boolean {
  return names.some((name) => managed?.locked.includes(name));
}

/** Whether the user may do something; without an administrator everybody may. */
export function hasRight(right: keyof Rights): boolean {
  return managed?.rights[right] ?? true;
}

/** Hosts that the user cannot take off the list of sites that are never looked at. */
export function sitesOffForAll(): readonly string[] {
  return managed?.sitesOff ?? [];
}
