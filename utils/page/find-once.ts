import type { InviteCode } from '../invite-link';
import { handfuls } from './find';
import { holdings } from './holdings';

const sliceMs = 30;
const mostMs = 4_000;

/** The invites of a page as it stands, unmarked. Gives what it has when the time is over. */
export async function findOnce(): Promise<readonly InviteCode[]> {
  const held = holdings(new Set());
  const begun = performance.now();
  let sliceBegun = begun;
  for (const found of handfuls([document])) {
    held.add(found);
    const now = performance.now();
    if (now - begun > mostMs) break;
    if (now - sliceBegun < sliceMs) continue;
    await new Promise((next) => setTimeout(next));
    sliceBegun = performance.now();
  }
  return held.codes();
}
