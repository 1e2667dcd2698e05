import { bareCode, type InviteCode } from './invite-link';

/** Links of groups that the demo is not in: one to join, one that asks its admins, one that is full, one that was retired. */
export const demoInvites = {
  live: known('LatchkeyDemoGardenSwap'),
  approval: known('LatchkeyDemoTastingDay'),
  full: known('LatchkeyDemoPokerNight'),
  retired: known('LatchkeyDemoGardenPast'),
} as const;

function known(text: string): InviteCode {
  const code = bareCode(text);
  if (!code) throw new RangeError(text);
  return code;
}
