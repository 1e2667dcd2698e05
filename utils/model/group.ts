import type { AccountId } from './account';

/** A WhatsApp group's id, `…@g.us`. */
export type GroupId = string;

/** Number of members. `atLeast` where the gateway counted a partial list. */
export interface Size {
  readonly count: number;
  readonly atLeast: boolean;
}

export type GroupKind = 'group' | 'community' | 'announcements' | 'subgroup';

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  readonly kind?: GroupKind;
  readonly size?: Size;
  /** Whether this account is an admin; absent where the gateway did not say. */
  readonly admin?: boolean;
  /** Whether admins approve who joins. */
  readonly approval?: boolean;
  readonly createdAt?: number;
  readonly description?: string;
  /** Added by hand, by its id: a list without it does not drop it. */
  readonly byHand?: boolean;
}

export interface Member {
  readonly id: string;
  readonly phone?: string;
  readonly role: 'member' | 'admin' | 'owner';
}

/** The groups of one account as last listed. */
export interface Roll {
  readonly account: AccountId;
  readonly groups: readonly Group[];
  readonly listedAt?: number;
}
