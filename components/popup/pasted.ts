import type { InviteCode } from '../../utils/invite-link';
import { inviteCode, inviteCodesIn } from '../../utils/invites-in/codes';
import { isPrivateInvite, lookAlikeHost } from '../../utils/invites-in/near-misses';
import { say } from '../../utils/words';

/** What a text holds that somebody typed or pasted: invites, or a link that is none. */
export interface Pasted {
  readonly code?: InviteCode;
  /** How many besides. */
  readonly more: number;
  /** Why it cannot be used, where it is a link and none of those. */
  readonly whyNot?: string;
}

/** A link may stand alone, or in the middle of what somebody wrote around it. */
export function pastedIn(text: string): Pasted {
  const alone = inviteCode(text);
  const [code, ...others] = alone ? [alone] : inviteCodesIn(text);
  const whyNot = code ? undefined : whyNotIn(text);
  return { ...(code && { code }), more: others.length, ...(whyNot && { whyNot }) };
}

/** For a link that looks like an invite: what it is instead. One that was made for one person; somebody else's address. */
export function whyNotIn(text: string): string | undefined {
  if (isPrivateInvite(text)) return say('pastePrivate');
  const host = lookAlikeHost(text);
  return host && say('pasteLookAlike', host);
}
