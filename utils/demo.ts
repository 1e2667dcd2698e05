import type { InviteCode } from './invite-link';
import type { AccountView } from './model/account';

/** The codes of the demo's links. They all begin alike, so that one that gets out still says where it comes from. */
export const demoCodes = /^LatchkeyDemo[A-Za-z0-9]{10}$/;

export function isDemoCode(code: string): boolean {
  return demoCodes.test(code);
}

/** Accounts that one may look through. */
export type Tellers = readonly Pick<AccountView, 'demo' | 'rights'>[];

/** Whether one of these accounts may be asked about a code: the demo about its own alone, the others about all the rest. */
export function canAsk(accounts: Tellers, code: InviteCode): boolean {
  return accounts.some(({ demo }) => demo === isDemoCode(code));
}
