import { browser } from '../../browser';
import type { InviteCode } from '../../invite-link';
import { keepHanded, takeHanded } from '../../store/handed-codes';

/** Opens the join queue with these invites in hand. Nothing is added by it, and nothing joined. */
export async function hand(codes: readonly InviteCode[]): Promise<void> {
  await keepHanded(codes);
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#joining') });
}

/** What was handed over, once. */
export const taken = takeHanded;
