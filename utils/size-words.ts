import type { Size } from './model/group';
import { sayCount } from './words';

/** "812 members"; "at least" where the gateway counted only some. */
export function sizeWords({ count, atLeast }: Size): string {
  return sayCount(atLeast ? 'membersAtLeast' : 'members', count);
}
