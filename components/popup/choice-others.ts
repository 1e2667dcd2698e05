import type { AccountView } from '../../utils/model/account';
import type { Choice, Holder } from './choice';

// The other accounts of a group: wanted seldom, and so not on the first face.

/** The account that looks after the group, where it is another one than the panel speaks through. */
export function otherPrimary({ account, primary }: Choice): AccountView | undefined {
  return primary?.id === account.id ? undefined : primary;
}

/** Another account that may retire the group's link, where this one's key may only read. */
export function retiresInstead({ account, primary, holders = [] }: Choice): Holder | undefined {
  const able = holders.filter(
    ({ account: other, group }) => other.id !== account.id && other.allowed && !other.copyOnly && group.admin !== false,
  );
  return able.find((holder) => holder.account.id === primary?.id) ?? able[0];
}
