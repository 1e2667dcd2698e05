import type { InviteCode } from '../invite-link';
import { everywhereIn } from './find-invites';
import type { Found } from './invites-in-line';
import { inOrder } from './place';

const sliceMs = 30;
const mostMs = 4_000;

/** The invites of a page as it stands, unmarked. Gives what it has when the time is over. */
export async function findOnce(): Promise<readonly InviteCode[]> {
  const all: Found[] = [];
  const begun = performance.now();
  let sliceBegun = begun;
  for (const found of everywhereIn(document.documentElement, { exceptTyped: true })) {
    if (found) all.push(found);
    const now = performance.now();
    if (now - begun > mostMs) break;
    if (now - sliceBegun < sliceMs) continue;
    await new Promise((next) => setTimeout(next));
    sliceBegun = performance.now();
  }
  return [...new Set(inOrder(all).map(({ code }) => code))];
}
