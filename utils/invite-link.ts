declare const brand: unique symbol;

/** 22 letters and digits: what stands behind `chat.whatsapp.com/`. Made only by `bareCode`. */
export type InviteCode = string & { readonly [brand]: 'InviteCode' };

/** Of no more than three different signs. A set of them would say it as well, and take ten times as long. */
const monotonous = /^(.)\1*(?:(.)(?:\1|\2)*(?:(.)(?:\1|\2|\3)*)?)?$/;

/** The code itself, if `text` is nothing but a code. A code of one repeated sign is a placeholder out of somebody's docs. */
export function bareCode(text: string): InviteCode | undefined {
  return /^[A-Za-z0-9]{22}$/.test(text) && !monotonous.test(text) ? (text as InviteCode) : undefined;
}

/** The link people know, for a code. */
export function inviteUrl(code: InviteCode): string {
  return `https://chat.whatsapp.com/${code}`;
}
