import type { InviteCode } from '../invite-link';
import type { TroubleFacts } from '../trouble';
import type { AccountId } from './account';
import type { GroupId } from './group';
import type { Sight } from './sight';

/** How a join ended, as far as the reply tells; listing groups settles `unknown`. */
export interface Joined {
  readonly outcome: 'joined-or-asked' | 'asked' | 'unknown';
  readonly group?: GroupId;
}

/** What became of a join. `sending` that is old was cut off: listing groups tells what became of it. */
export type JoinState = 'sending' | 'joined' | 'asked' | 'already-in' | 'refused' | 'unknown' | 'left';

export interface JoinRow {
  readonly id: string;
  readonly at: number;
  readonly account: AccountId;
  readonly code: InviteCode;
  readonly name: string;
  readonly group?: GroupId;
  readonly state: JoinState;
  readonly trouble?: TroubleFacts;
  /** Until when the join can be taken back by one click. */
  readonly leaveUntil?: number;
  /** A greeting that is sent once, after `leaveUntil`. */
  readonly greeting?: {
    readonly text: string;
    readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown' | 'called-off';
  };
}

/** One account that might join. */
export interface JoinWay {
  readonly account: AccountId;
  readonly name: string;
  readonly makeLabel: string;
  /** `wait` until `until`; `cannot` with its trouble. */
  readonly can: 'join' | 'already-in' | 'wait' | 'cannot';
  readonly until?: number;
  readonly trouble?: TroubleFacts;
}

/** What stands in the window where a join is confirmed. */
export interface JoinPlan {
  readonly sight: Sight;
  /** The account that looked, and would join; none where there is none. */
  readonly account?: AccountId;
  readonly ways: readonly JoinWay[];
  /** Whether there is an allow-list and the group is not on it. */
  readonly outside: boolean;
  readonly greeting: string;
  /** An administrator has set the greeting: it is said as it stands. */
  readonly isGreetingSet?: true;
  /** A join of this code that is still of interest: under way, or to be taken back. */
  readonly last?: JoinRow;
}
