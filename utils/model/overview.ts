import type { ChainView } from '../over-time/model';
import type { AccountId, AccountView } from './account';
import type { Group, GroupId } from './group';
import type { InviteView } from './invite';
import type { Managed } from './policy';
import type { RecordState } from './record';
import type { Settings, VaultState } from './settings';

/** What the popup needs to draw itself at once. */
export interface Overview {
  readonly accounts: readonly AccountView[];
  readonly settings: Settings;
  /** Which account looks after a group that several are in, where somebody chose. */
  readonly primaries: Readonly<Record<GroupId, AccountId>>;
  /** Most recently used groups, newest first. */
  readonly used: readonly { readonly account: AccountId; readonly group: GroupId; readonly at: number }[];
  /** The last used group, with what we remember of its invite. */
  readonly last?: { readonly group: Group; readonly invite: InviteView };
  readonly vault: VaultState;
  readonly record: Pick<RecordState, 'health' | 'rescued'>;
  /** How many alerts nobody has dismissed. */
  readonly alerts: number;
  readonly chains: readonly ChainView[];
  /** What an administrator has set for this browser; absent where nobody has. */
  readonly managed?: Managed;
}
