import type { InviteCode } from '../../utils/invite-link';
import type { Choice } from './choice';
import type { InviteNow } from './use-invite';
import type { Retiring } from './use-retiring';

/** What a notice about an invite may be made of. */
export interface Noticeable {
  readonly choice: Choice;
  readonly invite: InviteNow;
  readonly retiring: Retiring;
  /** The code that was handed out while the popup was open. */
  readonly given: InviteCode | undefined;
}

/** Whether anything may have to be said before the link is used; what that is, the notices know. */
export function mayNeedWord({ choice, invite: { view, trouble }, retiring, given }: Noticeable): boolean {
  const isAmiss = (!choice.account.allowed || trouble) ?? retiring.trouble ?? view?.failed ?? view?.open;
  const isOther = given !== undefined && given !== view?.code;
  return Boolean(isAmiss || isOther || retiring.retired || (choice.group.admin === false && !view?.code));
}
