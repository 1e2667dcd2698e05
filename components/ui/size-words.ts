import type { Size } from '../../utils/model';
import { sayCount } from '../../utils/words';

/** "812 members"; "at least" where the gateway counted only some. */
export function sizeWords({ count, atLeast }: Size): string {
  return sayCount(atLeast ? 'membersAtLeast' : 'members', count);
}
