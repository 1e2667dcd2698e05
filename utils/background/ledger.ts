import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { Shape } from '../model/hand-out';
import * as ledger from '../store/ledger';
import { readRoll } from '../store/rolls';
import { groupOf } from './group-of';

interface Given {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly code: InviteCode;
  readonly shape: Shape;
}

/** Notes that an invite was handed out, and that its group was used. Gives the id of the hand-out. */
export async function note(given: Given): Promise<string> {
  const { name } = groupOf(await readRoll(given.account), given.group);
  return ledger.note({ ...given, name, at: Date.now() });
}

/** Says what a hand-out was for, and whether it is on paper. */
export function name(named: { id: string; label: string; printed: boolean }): Promise<void> {
  return ledger.name({ ...named, at: Date.now() });
}
