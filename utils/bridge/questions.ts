import type { InviteCode } from '../invite-link';
import type { Imported, ImportPlan, RowsAdded, RowsPart, SentTo, SyncState } from '../keeping/model';
import type { AccountDraft, AccountId, AccountView, CheckPart, CheckStep, Make } from '../model/account';
import type { Group, GroupId, Roll } from '../model/group';
import type { HandOut, LedgerSummary, Shape } from '../model/hand-out';
import type { InviteView } from '../model/invite';
import type { JoinPlan, JoinRow } from '../model/join';
import type { Overview } from '../model/overview';
import type { PageView, Sites } from '../model/page';
import type { CodeLife, RecordAsk, RecordPage, RecordPart, RecordState, SavedRecord } from '../model/record';
import type { Settings, VaultState } from '../model/settings';
import type { Sight, SightInWords } from '../model/sight';
import type {
  Activity,
  ActivityFilter,
  Alert,
  Campaign,
  CampaignReport,
  CampaignView,
  Care,
  Chain,
  ChainView,
  OverTime,
  QueueView,
  Rules,
  Series,
} from '../over-time/model';

interface OneGroup {
  readonly account: AccountId;
  readonly group: GroupId;
}

/** Rules to change; `quiet: null` ends quiet hours. */
export type RulesPatch = Partial<Omit<Rules, 'quiet'>> & { readonly quiet?: Rules['quiet'] | null };

/** What our own pages (popup, options, welcome) may ask. Every question takes one payload, or none. */
export interface OwnQuestions {
  /** What the popup draws itself from, out of the store alone; `anew` where the browser has just told of other rights. */
  'account.overview': (how?: 'anew') => Overview;
  'account.makes': () => readonly Make[];
  /** Keeps an account and its secrets. The host permission has been asked for before. */
  'account.save': (draft: AccountDraft) => AccountView;
  /** One part of the connection test of a saved account. Where a step is bad, the parts after it are not worth asking. */
  'account.check': (asked: { readonly account: AccountId; readonly part: CheckPart }) => readonly CheckStep[];
  /** Forgets the account, its secrets and its remembered groups. The record of codes stays. */
  'account.remove': (account: AccountId) => void;
  /** The groups as last listed. */
  'group.list': (account: AccountId) => Roll;
  /** The groups as the gateway lists them now. */
  'group.refresh': (account: AccountId) => Roll;
  /** Adds a group that the gateway does not list. `group` is its id, with or without `@g.us`. */
  'group.add': (asked: OneGroup) => Group;
  /** Says which account looks after a group that several are in. */
  'group.prefer': (asked: OneGroup) => void;
  /** What we remember of the invite. */
  'invite.recall': (asked: OneGroup) => InviteView;
  /** What the gateway says now. Ends an open revocation, if it tells how that went. */
  'invite.read': (asked: OneGroup) => InviteView;
  /**
   * Retires `code`, which must still be the current one. `reason` is needed the second time within ten minutes; `typed`,
   * the group's name, where the code was printed; `beside`, where another account looks after the group.
   */
  'invite.revoke': (
    asked: OneGroup & {
      readonly code: InviteCode;
      readonly reason?: string;
      readonly typed?: string;
      readonly beside?: true;
    },
  ) => InviteView;
  /**
   * What is behind an invite, asked of a gateway and of the public page, whichever may be asked. What was seen in the last
   * ten minutes is given as it is, unless `again`. Never troubled by the link itself: that is the sight's verdict.
   */
  'link.probe': (asked: { readonly code: InviteCode; readonly account?: AccountId; readonly again?: boolean }) => Sight;
  /** What is remembered of these codes, and which are ours; nobody is asked. Codes of which nothing is known are left out. */
  'link.recall': (codes: readonly InviteCode[]) => readonly Sight[];
  /** Opens the window where one looks inside, or joins. */
  'link.open': (asked: { readonly code: InviteCode; readonly join: boolean }) => void;
  /** The invites of the page in a tab. Where Latchkey is not there by itself it looks once, if the browser lets it. */
  'page.invites': (tab: number) => PageView;
  /** A picture that somebody right-clicked, as data URLs to look for a QR code in, best first. Given once. */
  'picture.take': (id: string) => readonly string[];
  'site.list': () => Sites;
  /** Which pages to look at by itself. The browser's permission has been asked for before. */
  'site.change': (patch: Partial<Sites>) => Sites;
  /** Everything the window shows before a join: a fresh look, the accounts, the rules. */
  'join.prepare': (asked: { readonly code: InviteCode; readonly account?: AccountId }) => JoinPlan;
  /** Joins, or asks to: one request. `despite` says yes to a group outside the allow-list. */
  'join.start': (asked: {
    readonly code: InviteCode;
    readonly account: AccountId;
    readonly greeting: string;
    readonly despite?: boolean;
  }) => JoinRow;
  /** What has become of a join; `look` lists the account's groups to find out. */
  'join.recall': (asked: { readonly id: string; readonly look: boolean }) => JoinRow;
  /** Leaves the group again, and calls the greeting off. */
  'join.undo': (id: string) => JoinRow;
  /** Notes that an invite was handed out, and that its group was used. Gives the id of the hand-out. */
  'ledger.note': (noted: OneGroup & { readonly code: InviteCode; readonly shape: Shape }) => string;
  /** Says what a hand-out was for, and whether it is on paper. What was said before stays in the record. */
  'ledger.name': (named: { readonly id: string; readonly label: string; readonly printed: boolean }) => void;
  /** Where one code is out in the world. */
  'ledger.summary': (asked: { readonly group: GroupId; readonly code: InviteCode }) => LedgerSummary;
  /** Every hand-out. */
  'ledger.list': (asked: RecordAsk) => RecordPage<HandOut>;
  /** Every code that any group has had. */
  'lineage.list': (asked: RecordAsk) => RecordPage<CodeLife>;
  'record.state': () => RecordState;
  /** Compares every line with its seal and with the second copy, and mends what can be mended. */
  'record.check': () => RecordState;
  /** Findings that somebody has read are not shown again. */
  'record.confirm': () => RecordState;
  /** A rescued code that somebody has saved by hand is let go. */
  'record.release': (id: string) => RecordState;
  /** The lines as they are kept, oldest first, for a file: at most 2,000 after a place. */
  'record.rows': (asked: { readonly part: RecordPart; readonly after: number }) => readonly unknown[];
  /** Adds what a saved record holds and we do not. Nothing is replaced. At most 2,048 rows at once. */
  'record.add': (saved: Pick<SavedRecord, 'lineage' | 'ledger'>) => {
    readonly added: number;
    readonly known: number;
    readonly refused: number;
  };
  /** What is looked after, what is due, what waits for a person, when the bell rings. Out of the store alone. */
  'care.view': () => OverTime;
  /** What one group is looked after for, from now on; nothing of it left means not at all. */
  'care.change': (asked: { readonly group: GroupId; readonly care: Care }) => OverTime;
  /** Checks the watched groups of an account, or one group, now; also while background checks are off. */
  'care.check': (asked: { readonly account?: AccountId; readonly group?: GroupId }) => OverTime;
  'rule.change': (patch: RulesPatch) => OverTime;
  /** Does now what waited for a person. `typed`, the group's name, where the code was printed. */
  'diary.confirm': (asked: { readonly id: string; readonly typed?: string }) => OverTime;
  /** Lets one appointment go; the next one stands. */
  'diary.skip': (id: string) => OverTime;
  'alert.list': () => readonly Alert[];
  'alert.dismiss': (id: string) => readonly Alert[];
  /** What Latchkey did by itself, newest first. */
  'activity.list': (asked: {
    readonly filter: ActivityFilter;
    readonly before?: number;
    readonly limit: number;
  }) => RecordPage<Activity>;
  /** A group's members over time. */
  'size.list': (group: GroupId) => Series;
  'campaign.list': () => readonly CampaignView[];
  /** An empty `id` is a new one. */
  'campaign.save': (campaign: Campaign) => CampaignView;
  'campaign.remove': (id: string) => readonly CampaignView[];
  'campaign.report': (id: string) => CampaignReport;
  'cell.list': () => readonly ChainView[];
  /** An empty `id` is a new one. */
  'cell.save': (chain: Chain) => ChainView;
  'cell.remove': (id: string) => readonly ChainView[];
  /** The join queues of all accounts. */
  'queue.list': () => readonly QueueView[];
  /** Adds codes, or the groups of another account, to an account's queue. What is in it already is left out. */
  'queue.add': (asked: {
    readonly account: AccountId;
    readonly codes: readonly InviteCode[];
    readonly groupsOf?: AccountId;
  }) => { readonly queue: QueueView; readonly added: number; readonly known: number };
  /** `cancel` lets go of what has not been joined; `clear` forgets what has come to its end. */
  'queue.change': (asked: {
    readonly account: AccountId;
    readonly deed: 'pause' | 'resume' | 'cancel' | 'clear' | { readonly perMinute: number };
  }) => readonly QueueView[];
  /** Opens the options at the join queue, with these invites in hand. */
  'queue.hand': (codes: readonly InviteCode[]) => void;
  /** The invites that were handed over; once. */
  'queue.taken': () => readonly InviteCode[];
  'vault.state': () => VaultState;
  'vault.unlock': (passphrase: string) => VaultState;
  'vault.lock': () => VaultState;
  /** Sets, changes or (empty `next`) removes the passphrase. `old` is needed where there is one. */
  'vault.protect': (asked: { readonly old: string; readonly next: string }) => VaultState;
  /** Forgets every key, and the passphrase with them: for somebody who has lost it. */
  'vault.forget': () => VaultState;
  'setting.change': (patch: Partial<Settings>) => Settings;
  /** Everything but rows and keys, as JSON, for a file. Rows come from `record.rows` and `backup.rows`. */
  'backup.parts': () => { readonly savedBy: string; readonly parts: string };
  /** Every key, sealed with a passphrase: the sealed text alone. `own` is the vault's passphrase, where it has one. */
  'backup.keys': (typed: { readonly passphrase: string; readonly own: string }) => string;
  /** Rows that are no part of the record, oldest first; `after` is the `next` of the page before. */
  'backup.rows': (asked: { readonly part: RowsPart; readonly after?: string }) => {
    readonly rows: readonly unknown[];
    readonly next?: string;
  };
  /** What bringing these parts in would change. Nothing is written. */
  'backup.plan': (file: { readonly parts: string; readonly keys?: string }) => ImportPlan;
  /** What would become of lines of the record. Nothing is written. */
  'backup.weigh': (saved: Pick<SavedRecord, 'lineage' | 'ledger'>) => RowsAdded;
  /** Brings everything in but rows. Nothing is taken away. With a wrong passphrase for the keys nothing is brought in. */
  'backup.bring': (file: { readonly parts: string; readonly keys?: string; readonly passphrase?: string }) => Imported;
  /** Adds rows that are not here yet. `ids`: accounts of the file by the accounts here that they are. */
  'backup.add': (saved: {
    readonly part: RowsPart;
    readonly rows: readonly unknown[];
    readonly ids: Readonly<Record<AccountId, AccountId>>;
  }) => RowsAdded;
  /** Whether settings follow through the browser's synchronised storage, and what that would change here. */
  'sync.state': () => SyncState;
  'sync.turn': (on: boolean) => SyncState;
  /** Takes away what lies in synchronised storage. */
  'sync.erase': () => SyncState;
  /** What has been sent, host by host, the last one first. */
  'sent.list': () => readonly SentTo[];
  'sent.clear': () => readonly SentTo[];
  /** What helps to find a fault: numbers, times and words out of our own lists. */
  'debug.info': () => string;
  /** Forgets everything and begins anew, as if just installed. */
  'everything.forget': (all: 'everything') => void;
  /** The release that the popup is still to tell of, as `0.7`; empty for none. */
  'news.recall': () => string;
  'news.dismiss': () => void;
}

/** What a script of ours inside a stranger's page may ask. It may lie about everything but where it is. */
export interface PageQuestions {
  /** The first look found something that may be an invite: brings the finder into this frame. */
  'page.noticed': () => void;
  /** The invites of this frame have changed: the badge is drawn anew. */
  'page.found': () => void;
  /** Somebody reached for an invite: brings the card into this frame. */
  'page.reached': () => void;
  /** "Not again": this site is switched off. */
  'page.mute': () => void;
  /** What is remembered; nobody is asked. */
  'link.recall': (code: InviteCode) => SightInWords | undefined;
  'link.probe': (code: InviteCode) => SightInWords;
  /** Asks for the window where a join is confirmed. Nothing is joined by it. */
  'link.wish': (code: InviteCode) => void;
}

export type PageQuestion = keyof PageQuestions;
export type OwnQuestion = keyof OwnQuestions;
export type Asked<Q extends OwnQuestion> = Parameters<OwnQuestions[Q]>;
export type Answer<Q extends OwnQuestion> = ReturnType<OwnQuestions[Q]>;
