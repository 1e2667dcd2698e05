import { bareCode, type InviteCode, inviteCode } from '../invite-link';
import { Trouble } from '../trouble';
import { field, isRaw } from './fields-in';
import type { Reply } from './http';

/** The code in a reply: bare, quoted, a link, or under any of the names that makes use. */
export function codeIn(reply: Reply): InviteCode | undefined {
  // Text first: a code of digits alone would also be a number in JSON.
  return codeOf(reply.text) ?? codeOf(reply.json);
}

/** The code of a reply that must have one. An empty 200 is how some engines say "not an admin". */
export function codeFrom(reply: Reply): InviteCode {
  const code = codeIn(reply);
  if (code) return code;
  const broken = reply.json === undefined && /^\s*[[{"]/.test(reply.text);
  throw new Trouble(broken ? 'cut-off' : 'no-code', { host: reply.host });
}

const names = [
  ...['code', 'inviteCode', 'newCode', 'invite_code', 'inviteUrl', 'inviteLink', 'invite_link', 'invitationLink'],
  ...['InviteLink', 'groupInviteLink', 'link', 'url', 'response', 'value', 'data', 'results', 'result'],
];

function codeOf(value: unknown, depth = 0): InviteCode | undefined {
  if (typeof value === 'string') return bareCode(value.trim()) ?? inviteCode(value);
  if (!isRaw(value) || depth > 3) return undefined;
  for (const name of names) {
    const code = codeOf(field(value, [name]), depth + 1);
    if (code) return code;
  }
  return undefined;
}
