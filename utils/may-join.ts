import { canAsk, type Tellers } from './demo';
import type { InviteCode } from './invite-link';

/** Whether one of these accounts may join by a code, and its user may, too. */
export function canJoin(accounts: Tellers, code: InviteCode): boolean {
  return canAsk(accounts, code) && accounts.every(({ rights }) => rights?.mayJoin !== false);
}
