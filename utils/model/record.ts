import type { InviteCode } from '../invite-link';
import type { AccountId } from './account';
import type { GroupId } from './group';
import type { Shape } from './hand-out';

/** One line of the record of a group's codes. Append-only; in the store a seal binds it to the line before. */
export interface LineageRow {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly event: 'first-seen' | 'retired' | 'changed-elsewhere' | 'not-rotated';
  /** The code from then on. */
  readonly code: InviteCode;
  /** The code until then. */
  readonly old?: InviteCode;
  /** When the gateway last named the old code. */
  readonly oldSeenAt?: number;
  /** How we learned the new code: from the reply itself, by reading afterwards, or long after we had given up. */
  readonly how: 'read' | 'reply' | 'reconciled' | 'late' | 'imported';
  readonly reason?: string;
}

/** The life of one code, put together from the lines of the record. Times in ms. */
export interface CodeLife {
  /** Place of the line with which it began: pages go by it. */
  readonly seq: number;
  readonly code: InviteCode;
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly firstSeen: number;
  /** When a gateway last named it. */
  readonly lastSeen: number;
  readonly how: LineageRow['how'];
  /** How it ended; absent for the group's code as we know it. */
  readonly ended?: {
    readonly at: number;
    readonly event: 'retired' | 'changed-elsewhere';
    readonly reason?: string;
    readonly next: InviteCode;
  };
  /** Retirements that did not take. */
  readonly attempts: number;
}

/** What is looked for in the record. All of it must fit. */
export interface RecordFilter {
  /** In names of groups, codes, links, reasons, labels. */
  readonly text?: string;
  readonly group?: GroupId;
  /** Any of these. */
  readonly groups?: readonly GroupId[];
  readonly since?: number;
  readonly until?: number;
  /** Of the lineage: how a code stands. */
  readonly state?: 'current' | 'retired' | 'changed-elsewhere';
  /** Of the ledger. */
  readonly shape?: Shape;
  readonly printed?: boolean;
}

export interface RecordAsk {
  readonly filter: RecordFilter;
  /** Only what stands before this place; from the newest where it is not given. */
  readonly before?: number;
  /** 1 to 5,000. */
  readonly limit: number;
}

/** A page of the record, newest first. */
export interface RecordPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; absent at the end. */
  readonly next?: number;
  /** Lines on the way that cannot be read; they are left as they are. */
  readonly broken: number;
}

export type RecordPart = 'lineage' | 'ledger';

/** Something that the store found to be wrong with itself. */
export interface Finding {
  readonly at: number;
  readonly part: RecordPart | 'items';
  /** `lost` and `changed` stay wrong; `restored` was brought back from the second copy; `copy-renewed` was only there. */
  readonly what: 'lost' | 'changed' | 'restored' | 'copy-renewed';
  readonly count: number;
  /** Which item, for `items`. */
  readonly item?: string;
}

/** A code that could not be written into the record when it came. */
export interface RescuedCode {
  readonly id: string;
  readonly at: number;
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly code: InviteCode;
  readonly old: InviteCode;
}

/** How the record is. */
export interface RecordState {
  readonly lineage: number;
  readonly ledger: number;
  readonly health: 'whole' | 'restored' | 'damaged';
  /** Newest first; those that nobody has confirmed yet. */
  readonly findings: readonly Finding[];
  /** When all of it was last compared with its seals and its second copy. */
  readonly checkedAt?: number;
  /** Whether the browser promises not to clear it when the disk is short. */
  readonly persisted: boolean;
  readonly bytes?: number;
  readonly rescued: readonly RescuedCode[];
}

/** A saved record, as a file. Rows are checked one by one when it is brought back. */
export interface SavedRecord {
  readonly latchkey: 'record';
  readonly version: 1;
  /** ISO 8601. */
  readonly saved: string;
  readonly lineage: readonly unknown[];
  readonly ledger: readonly unknown[];
}
