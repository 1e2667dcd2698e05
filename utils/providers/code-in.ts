import { bareCode, type InviteCode } from '../invite-link';
import { inviteCode } from '../invites-in/codes';
import { Trouble } from '../trouble';
import { field, isRaw } from './fields-in';
import type { Reply } from './http';

/** The code in a reply: bare, quoted, a link, or under any of the names that makes use. */
export function codeIn(reply: Reply): InviteCode | undefined {
  // Text first: a code of digits alone would also be a number in JSON.
  const said = asCode(reply.text);
  if (said) return said;
  const [code, ...others] = new Set(codesIn(reply.json));
  // Old and new side by side, or somebody else's link: whoever looks again will know.
  return others.length === 0 ? code : undefined;
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

function codesIn(value: unknown, depth = 0): InviteCode[] {
  const code = typeof value === 'string' ? asCode(value) : undefined;
  if (code) return [code];
  if (!isRaw(value) || depth > 3) return [];
  return names.flatMap((name) => codesIn(field(value, [name]), depth + 1));
}

/** Bare, or WhatsApp's own link. A link that only leads there over somebody else is no gateway's way of saying it. */
function asCode(text: string): InviteCode | undefined {
  const word = text.trim();
  if (word.length > 300) return undefined;
  return bareCode(word) ?? (/^(https?:\/\/)?chat\.whatsapp\.com\//i.test(word) ? inviteCode(word) : undefined);
}
