import { cleanName } from '../../utils/handout/clean-name';
import type { InviteCode } from '../../utils/invite-link';
import type { Sight } from '../../utils/model/sight';
import { shortCode } from './short-code';

/** The group's name, as far as anybody told; else the code. */
export function nameOf(code: InviteCode, sight: Sight | undefined): string {
  return cleanName(sight?.own?.inside?.name ?? sight?.name ?? '') || shortCode(code);
}
