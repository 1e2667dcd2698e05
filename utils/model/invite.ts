import type { InviteCode } from '../invite-link';
import type { TroubleFacts } from '../trouble';
import type { AccountId } from './account';
import type { GroupId } from './group';

/** What we know of one group's invite. Times in ms since 1970. */
export interface InviteView {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly code?: InviteCode;
  /** When we first saw this code. */
  readonly since?: number;
  /** When a gateway last confirmed it. */
  readonly seenAt?: number;
  /** The account that it was last seen through, where that is another one of the group's. */
  readonly through?: AccountId;
  /** What has just kept this account's own gateway from telling, where another account told instead. */
  readonly failed?: TroubleFacts;
  /** The code before this one, and when Latchkey retired it or found it gone. */
  readonly previous?: {
    readonly code: InviteCode;
    readonly at: number;
    readonly byUs: boolean;
    /** When a gateway last named it: it was replaced between then and `at`. */
    readonly lastSeen?: number;
    /** Whether it was replaced by appointment, or at a campaign's end. */
    readonly why?: string;
  };
  /** A revocation whose outcome is not known yet. */
  readonly open?: {
    readonly id: string;
    readonly code: InviteCode;
    readonly sentAt: number;
    /** What went wrong with the answer. */
    readonly trouble?: TroubleFacts;
  };
}
