import type { AccountId } from '../model/account';
import type { TroubleKind } from '../trouble';

// The nouns of what people take along, follow, look up and let go: backups, settings that follow, what was sent.

/** Parts of a backup that are counted one by one. */
export type BackupPart =
  | 'accounts'
  | 'sites'
  | 'cares'
  | 'campaigns'
  | 'chains'
  | 'primaries'
  | 'groups'
  | 'used'
  | 'queues';

/** What an import would make of one part. Names of what is new or changed, as far as things there have names. */
export interface Tally {
  readonly part: BackupPart;
  readonly fresh: readonly string[];
  readonly changed: readonly string[];
  readonly same: number;
  /** Not what it should be: left out. */
  readonly refused: number;
}

export type SettingValue = string | number | boolean | readonly string[];

/** One setting that an import, or another browser, would change. */
export interface SettingChange {
  readonly name: string;
  readonly from: SettingValue;
  readonly to: SettingValue;
}

/** What an import would do, before it does. */
export interface ImportPlan {
  readonly settings: readonly SettingChange[];
  readonly tallies: readonly Tally[];
  /** Of sealed keys: how many accounts they are for, which nobody knows before the passphrase is typed. */
  readonly keys: boolean;
  /** The keys here are locked: what is sealed in the file could not be kept. */
  readonly locked: boolean;
  /** Links that are changed by appointment come with it: in two browsers at once they would be changed by both. */
  readonly rhythms: number;
  readonly watching: boolean;
}

/** What an import has done with the parts that go at once. */
export interface Imported {
  /** Accounts of the file by the accounts here that they are. */
  readonly ids: Readonly<Record<AccountId, AccountId>>;
  /** Accounts that were given keys, by name. */
  readonly keyed: readonly string[];
}

/** What became of rows. */
export interface RowsAdded {
  readonly added: number;
  readonly known: number;
  readonly refused: number;
}

/** Rows that go in pages. */
export type RowsPart = 'seen' | 'sizes' | 'activity';

/** Why no setting can follow now, or that it can. */
export interface SyncState {
  readonly supported: boolean;
  readonly on: boolean;
  /** What lies in the browser's synchronised storage, by name; with what it would change here. */
  readonly above: number;
  readonly changes: readonly SettingChange[];
  /** Too long to be carried along. */
  readonly tooLong: readonly string[];
  readonly trouble?: 'full' | 'failed';
}

/** What kind of request was sent: a verb of a gateway's, or one to WhatsApp's own pages. */
export const sentKinds = [
  ...(['session', 'groups', 'group', 'members', 'picture', 'invite', 'revoke', 'probe', 'join', 'leave'] as const),
  ...(['send', 'page', 'photo'] as const),
] as const;
export type SentKind = (typeof sentKinds)[number];

/** What went to one host. An empty host: all those that there was no room to tell apart. */
export interface SentTo {
  readonly host: string;
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Something that went wrong, without what it was about. */
export interface PastTrouble {
  readonly at: number;
  readonly kind: TroubleKind;
  readonly status?: number;
  /** What was being done. */
  readonly during: string;
}
