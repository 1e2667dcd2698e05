import type { AccountView } from '../../utils/model/account';
import type { Group } from '../../utils/model/group';
import type { InviteView } from '../../utils/model/invite';
import type { ChainView } from '../../utils/over-time/model';

/** An account, and the group as that account knows it. */
export interface Holder {
  readonly account: AccountView;
  readonly group: Group;
}

/** The group that the panel shows, and the account that it speaks through. */
export interface Choice extends Holder {
  /** Every account that is in the group, where that is known. */
  readonly holders?: readonly Holder[];
  /** The one that looks after it. */
  readonly primary?: AccountView;
  /** What we remember of its invite, where that came along. */
  readonly remembered?: InviteView;
  /** The groups in a row that were chosen, where the group is the one that they hand out. */
  readonly chain?: ChainView;
}

/** A text that tells choices apart. */
export function choiceKey({ account, group, chain }: Choice): string {
  return [account.id, group.id, chain?.id].join(' ');
}

/** Whether none of the groups in a row may be handed out. */
export function hasNoRoom({ chain }: Choice): boolean {
  return chain !== undefined && chain.handing.place === undefined;
}

/** Whether the browser lets us ask anybody of the group. */
export function isAskable({ account, holders = [] }: Choice): boolean {
  return account.allowed || holders.some((holder) => holder.account.allowed);
}
