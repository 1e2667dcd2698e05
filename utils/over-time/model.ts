import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId, Size } from '../model/group';
import type { LedgerSummary } from '../model/hand-out';
import type { JoinState } from '../model/join';
import type { TroubleFacts } from '../trouble';

// The nouns of what happens over time. Times in ms since 1970 unless they say otherwise.

/** Local time of day, `HH:MM`. */
export type TimeOfDay = string;
/** Local day, `YYYY-MM-DD`. */
export type Day = string;

/** When a link is changed by appointment. Set times are local times in the zone of the rules; days from 0, Sunday. */
export type Rhythm =
  | { readonly kind: 'every'; readonly everyMs: number; readonly from: number }
  | { readonly kind: 'at'; readonly days: readonly number[]; readonly times: readonly TimeOfDay[] }
  | { readonly kind: 'once'; readonly at: number };

/** What one group is looked after for. */
export interface Care {
  /** Checked from time to time. */
  readonly watch: boolean;
  /** Its link is changed by appointment. */
  readonly rhythm?: Rhythm;
  /** Where it counts as full, if not as the rules say. */
  readonly fill?: Fill;
}

/** A group fills up at `percent` of `ceiling` members: 90 % of 1,024, or 100 % of 350 in a launch. */
export interface Fill {
  /** 1 to 5,000 members. */
  readonly ceiling: number;
  /** 1 to 100. */
  readonly percent: number;
}

/** What holds for everything that happens over time. */
export interface Rules {
  /** Whether anything is checked in the background at all. */
  readonly watching: boolean;
  /** 15 to 1,440. */
  readonly everyMinutes: number;
  /** IANA name of the zone in which all local times are meant; empty for the browser's own. */
  readonly zone: string;
  /** No link is changed between these times of day; may go over midnight. */
  readonly quiet?: { readonly from: TimeOfDay; readonly to: TimeOfDay };
  /** No link is changed on these days, both included. */
  readonly freeze: readonly { readonly from: Day; readonly to: Day }[];
  /** Least time between two changes of one group's link, 10 to 10,080 minutes, whoever made them. */
  readonly coolDownMinutes: number;
  readonly fill: Fill;
  /** Whether the browser is asked to show notifications. */
  readonly notify: boolean;
  /** The notice of reset, with `{group}` and `{link}` in it; empty for our own words. */
  readonly notice: string;
}

/** A duty of the diary. */
export type Duty = 'watch' | 'rotate' | 'end';

/**
 * One line of the diary, which is the truth about what is to be done; the alarm is only a bell. A line of `watch` is about an
 * account (all its watched groups), one of `rotate` and `end` about a group.
 */
export interface Entry {
  /** `watch ACCOUNT`, `rotate GROUP`, `end CAMPAIGN GROUP`. */
  readonly id: string;
  readonly duty: Duty;
  readonly account?: AccountId;
  readonly group?: GroupId;
  readonly campaign?: string;
  /** What has made its appointment; none for `watch`. */
  readonly rhythm?: Rhythm;
  /** The next appointment; absent where none is to come. */
  readonly dueAt?: number;
  /** Where that appointment has been put off: from when, and why. */
  readonly moved?: { readonly from: number; readonly why: 'quiet' | 'frozen' | 'cool-down' | 'trouble' };
  /** Being done. Written, with the next appointment, before anything is done; names the occurrence. */
  readonly taken?: { readonly dueAt: number; readonly at: number };
  /** How often the appointment has failed in a way that passes. */
  readonly tries: number;
  /** What has kept it from being done, last time. */
  readonly trouble?: TroubleFacts;
  /** Waits for a person. */
  readonly hold?: Hold;
  readonly last?: { readonly at: number; readonly dueAt: number; readonly outcome: Outcome };
}

/**
 * Why a person is asked. `overdue`: its time was missed; `printed`: the link is on paper; `changed`: somebody else has changed
 * the link meanwhile; `trouble`: something that does not pass by itself; `locked`: the keys wait for the passphrase, and it
 * goes on by itself after that.
 */
export interface Hold {
  readonly why: 'overdue' | 'printed' | 'changed' | 'trouble' | 'locked';
  /** The appointment that was missed or held back. */
  readonly dueAt: number;
  readonly since: number;
}

/** How an appointment ended. `unsettled`: sent, and not known yet whether it took. */
export type Outcome = 'done' | 'not-rotated' | 'unsettled' | 'failed' | 'skipped';

/** What is to be done about an entry now. */
export type Deed =
  | { readonly do: 'rest' }
  | { readonly do: 'run' }
  | { readonly do: 'ask'; readonly why: Hold['why'] }
  | { readonly do: 'move'; readonly to: number; readonly why: NonNullable<Entry['moved']>['why'] };

/** One group that is looked after, as a face sees it. */
export interface CareView extends Care {
  readonly group: GroupId;
  readonly name: string;
  /** The account that looks after it; none where no list has it any more. */
  readonly account?: AccountId;
  readonly admin?: boolean;
  readonly size?: Size;
  /** Members at which it is full. */
  readonly limit: number;
  /** The row of groups that says so, by name. */
  readonly row?: string;
  readonly forecast?: Forecast;
  readonly checkedAt?: number;
}

/** Everything the section "Over time" draws. */
export interface OverTime {
  readonly rules: Rules;
  /** The zone that the rules mean. */
  readonly zone: string;
  readonly cares: readonly CareView[];
  readonly diary: readonly EntryView[];
  /** When the bell rings next; absent where nothing is to come. */
  readonly bellAt?: number;
  readonly alerts: readonly Alert[];
  readonly now: number;
}

export interface EntryView extends Entry {
  /** Of the group, or of the account. */
  readonly name: string;
  readonly campaignName?: string;
  readonly rhythm?: Rhythm;
}

export type AlertKind =
  | 'changed-elsewhere'
  | 'rotated'
  | 'not-admin'
  | 'gone'
  | 'session-down'
  | 'check-failed'
  | 'overdue'
  | 'printed'
  | 'changed'
  | 'not-rotated'
  | 'paused'
  | 'locked'
  | 'filling'
  | 'full'
  | 'last-cell'
  | 'no-cell'
  | 'campaign-over'
  | 'queue-stopped'
  | 'queue-done'
  | 'policy-unread';

/** Something that a person should look at. One per cause; a cause that comes again is the same alert. */
export interface Alert {
  /** The cause: kind and subject. */
  readonly id: string;
  readonly kind: AlertKind;
  /** First and last time, and how often. */
  readonly since: number;
  readonly at: number;
  readonly times: number;
  /** When a notification about this cause was last shown; kept over a dismissal. */
  readonly notifiedAt?: number;
  readonly dismissed?: boolean;
  readonly group?: GroupId;
  readonly account?: AccountId;
  readonly campaign?: string;
  readonly chain?: string;
  /** Line of the diary that it is about. */
  readonly entry?: string;
  /** What it is called: group, account, campaign or chain. */
  readonly name: string;
  /** For `changed-elsewhere`: not before and not after. */
  readonly between?: { readonly from?: number; readonly to: number };
  /** For `filling` and `full`: members, and of how many. For `last-cell`: the one to prepare, in `next`. */
  readonly count?: number;
  readonly of?: number;
  readonly next?: string;
  readonly trouble?: TroubleFacts;
}

/** One line of the activity log: what Latchkey did by itself, or was told to do over time. */
export interface Activity {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  /** `plan`: somebody changed what is to be done; `said`: what a person confirmed, skipped or resumed. */
  readonly what: 'watch' | 'rotate' | 'end' | 'join' | 'plan' | 'said';
  readonly how:
    | 'done'
    | 'changed'
    | 'asked'
    | 'moved'
    | 'failed'
    | 'skipped'
    | 'paused'
    | 'resumed'
    | 'unsettled'
    | 'not-rotated';
  readonly name: string;
  readonly group?: GroupId;
  readonly account?: AccountId;
  readonly accountName?: string;
  readonly campaign?: string;
  /** The appointment it was about, and the rhythm that made it. */
  readonly dueAt?: number;
  readonly rhythm?: Rhythm;
  readonly code?: InviteCode;
  readonly old?: InviteCode;
  readonly between?: Alert['between'];
  /** Groups looked at, for `watch`. */
  readonly count?: number;
  /** Why, for `asked` and `moved`; what became of it, for `join`. */
  readonly why?: string;
  readonly trouble?: TroubleFacts;
}

export interface ActivityFilter {
  /** In names of groups, accounts and campaigns, and codes. */
  readonly text?: string;
  readonly what?: Activity['what'];
  readonly how?: Activity['how'];
  readonly group?: GroupId;
  readonly since?: number;
  readonly until?: number;
}

/** A member count as it was seen. */
export interface Point {
  readonly at: number;
  readonly count: number;
  /** Counted of a partial list. */
  readonly atLeast?: boolean;
}

/** When a group reaches its limit, as far as its counts tell. `from` and `to` hold four times of five. */
export type Forecast =
  | { readonly kind: 'reached'; readonly since: number }
  | { readonly kind: 'on'; readonly at: number; readonly from: number; readonly to?: number; readonly perDay: number }
  | { readonly kind: 'far' | 'steady' | 'shrinking' }
  | { readonly kind: 'unknown' };

/** A group's members over time. */
export interface Series {
  readonly group: GroupId;
  readonly points: readonly Point[];
  readonly fill: Fill;
  /** Members at which it fills up. */
  readonly limit: number;
  readonly forecast: Forecast;
}

/** Groups that are filled one after another, behind one name. */
export interface Chain {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly GroupId[];
  /** For its cells, if not as the groups or the rules say. */
  readonly fill?: Fill;
}

/** One group of a chain. `unknown`: nobody could count it; `closed`: it has no link that we may hand out. */
export interface Cell {
  readonly group: GroupId;
  readonly account?: AccountId;
  readonly name: string;
  readonly size?: Size;
  /** Members at which it is full. */
  readonly limit: number;
  readonly state: 'room' | 'full' | 'unknown' | 'closed';
}

/** Which cell is handed out: place from 0. `warn`: it is the last with room, or none has. `prepare`: the one after it. */
export interface Handing {
  readonly place?: number;
  readonly warn?: 'last' | 'none';
  readonly prepare?: number;
}

export interface ChainView extends Chain {
  readonly cells: readonly Cell[];
  readonly handing: Handing;
}

/** A stretch of time in which some groups' links are out for one purpose. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly groups: readonly GroupId[];
  readonly notes: string;
  readonly atEnd: 'retire' | 'keep';
}

export interface CampaignView extends Campaign {
  readonly state: 'ahead' | 'running' | 'over';
  /** Names of its groups, in their order. */
  readonly names: readonly string[];
}

/** One page about a campaign. */
export interface CampaignReport {
  readonly campaign: CampaignView;
  readonly madeAt: number;
  readonly groups: readonly {
    readonly group: GroupId;
    readonly name: string;
    /** Names of the accounts it was handed out through. */
    readonly accounts: readonly string[];
    readonly codes: readonly {
      readonly code: InviteCode;
      readonly from: number;
      readonly to?: number;
      readonly endedBy?: 'retired' | 'changed-elsewhere';
      readonly handedOut: LedgerSummary;
    }[];
    readonly points: readonly Point[];
    readonly limit: number;
  }[];
}

/** What has become of one group in the join queue. */
export type QueueState = 'waiting' | 'working' | Exclude<JoinState, 'sending' | 'left'> | 'skipped' | 'cancelled';

export interface QueueRow {
  readonly id: string;
  readonly seq: number;
  /** Who joins. */
  readonly account: AccountId;
  readonly code?: InviteCode;
  /** Where the code is to be read at its turn: another account's group. */
  readonly via?: AccountId;
  readonly group?: GroupId;
  readonly name?: string;
  readonly state: QueueState;
  readonly addedAt: number;
  /** When its state last changed. */
  readonly at: number;
  readonly tries: number;
  readonly trouble?: TroubleFacts;
}

/** How one account's queue stands. */
export interface QueueView {
  readonly account: AccountId;
  readonly state: 'running' | 'paused' | 'stopped' | 'done';
  /** Joins a minute at most, 1 to 5. */
  readonly perMinute: number;
  /** When the next is joined. */
  readonly nextAt?: number;
  /** Why and until when it has stopped: WhatsApp's word. */
  readonly stop?: { readonly until: number; readonly trouble: TroubleFacts };
  /** Why it waits without having stopped: keys locked, session down. */
  readonly waits?: TroubleFacts;
  readonly rows: readonly QueueRow[];
  readonly leftMs?: number;
}
