import { type InviteCode, inviteCode, inviteCodesIn, isPrivateInvite } from '../../utils/invite-link';

/** What a text holds that somebody typed or pasted: invites, or one that was made for one person alone. */
export interface Pasted {
  readonly code?: InviteCode;
  /** How many besides. */
  readonly more: number;
  readonly isPrivate: boolean;
}

/** A link may stand alone, or in the middle of what somebody wrote around it. */
export function pastedIn(text: string): Pasted {
  const alone = inviteCode(text);
  const [code, ...others] = alone ? [alone] : inviteCodesIn(text);
  return { ...(code && { code }), more: others.length, isPrivate: !code && isPrivateInvite(text) };
}
