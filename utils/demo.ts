import { bareCode, type InviteCode } from './invite-link';
import type { AccountView } from './model';

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

/** Links of groups that the demo is not in: one to join, one that asks its admins, one that is full, one that was retired. */
export const demoInvites = {
  live: /* @__PURE__ */ known('LatchkeyDemoGardenSwap'),
  approval: /* @__PURE__ */ known('LatchkeyDemoTastingDay'),
  full: /* @__PURE__ */ known('LatchkeyDemoPokerNight'),
  retired: /* @__PURE__ */ known('LatchkeyDemoGardenPast'),
} as const;

function known(text: string): InviteCode {
  const code = bareCode(text);
  if (!code) throw new RangeError(text);
  return code;
}
