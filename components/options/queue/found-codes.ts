import type { InviteCode } from '../../../utils/invite-link';
import { inviteCodesIn } from '../../../utils/invites-in/codes';

/** The most that is read of a file, in bytes. */
export const mostBytes = 4_000_000;
/** The most that is asked for at once. */
const mostAtOnce = 5_000;

/** What a text holds for the queue. */
export interface FoundCodes {
  readonly codes: readonly InviteCode[];
  /** Lines without an invite; none where there is only one line, or where it is JSON. */
  readonly odd: readonly string[];
  /** How many invites more there are than are taken at once. */
  readonly left: number;
}

/** Every invite in a text, each once, and the lines in which there is none. */
export function foundCodes(text: string): FoundCodes {
  const all = [...new Set(inviteCodesIn(text))];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const isList = all.length > 0 && !/^\s*[[{]/.test(text);
  const odd = isList ? lines.filter((line) => line !== '' && inviteCodesIn(line).length === 0) : [];
  const codes = all.slice(0, mostAtOnce);
  return { codes, odd, left: all.length - codes.length };
}
