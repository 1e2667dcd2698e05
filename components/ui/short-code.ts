import type { InviteCode } from '../../utils/invite-link';

/** "AbCd…xYz": enough to tell the invites of a page apart. */
export function shortCode(code: InviteCode): string {
  return `${code.slice(0, 4)}…${code.slice(-3)}`;
}
