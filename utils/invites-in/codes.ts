/*
 * The invites in what others wrote. Two ways in: `inviteCode` takes one address, as a browser would open it; `inviteCodesIn`
 * takes a run of text, in which addresses stand among other things. An address may hold a text and a text addresses, so the
 * two ask each other. Both end at the browser's own URL parser: the host it names must be WhatsApp's, exactly, with no user
 * name and no port. An address of any other host leads to an invite only if that host is in the table of wrappers, which
 * are known to send people on; what an unknown host has in its path or parameters is that host's business, and never
 * counts.
 */

import { bareCode, type InviteCode } from '../invite-link';
import { wordsBehind } from './address';
import { mayLead } from './plain';
import { wordsIn } from './text';

export { hint } from './address';
export { invisible } from './noise';
export { mayHoldInvites } from './text';

/** An invite in a run of text, from `start` up to `end` in the text as it was given. */
export interface InviteInText {
  readonly code: InviteCode;
  readonly start: number;
  readonly end: number;
}

/**
 * The code that one address leads to: `https://chat.whatsapp.com/[invite/]CODE` also without its scheme,
 * `web.whatsapp.com/accept?code=CODE`, `whatsapp://chat?code=CODE`, Android's `intent:`, and any of them inside a
 * wrapper. Queries and fragments are dropped.
 */
export function inviteCode(address: string, base?: string): InviteCode | undefined {
  return inviteCodesBehind(address, base)[0];
}

/** All codes of one address, each once: a message that somebody shares may hold more than one. */
export function inviteCodesBehind(address: string, base = ''): InviteCode[] {
  if (!mayLead.test(address + base)) return [];
  return [...new Set(wordsBehind(address, base).flatMap((word) => bareCode(word) ?? []))];
}

/** The codes in a run of text, each once, in order of first appearance. */
export function inviteCodesIn(text: string): InviteCode[] {
  return [...new Set(invitesIn(text).map(({ code }) => code))];
}

/** Every place in a run of text where an invite stands; also the second place of the same one. */
export function invitesIn(text: string): InviteInText[] {
  return wordsIn(text).flatMap(({ word, start, end }) => {
    const code = bareCode(word);
    return code ? [{ code, start, end }] : [];
  });
}
