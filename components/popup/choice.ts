import type { AccountView, Group, InviteView } from '../../utils/model';

/** The group that the panel shows. */
export interface Choice {
  readonly account: AccountView;
  readonly group: Group;
  /** What we remember of its invite, where that came along. */
  readonly remembered?: InviteView;
}

/** A text that tells choices apart. */
export function choiceKey({ account, group }: Choice): string {
  return `${account.id} ${group.id}`;
}
