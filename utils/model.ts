import type { InviteCode } from './invite-link';
import type { ChainView, Fill, Rules } from './over-time/model';
import type { TroubleFacts } from './trouble';

export type AccountId = string;
/** A WhatsApp group's id, `…@g.us`. */
export type GroupId = string;

/** What the form for one make of gateway asks: drawn by the options, read by `account.save`. */
export interface Field {
  readonly key: string;
  /** `secret` is sealed and never comes back out; `switch` holds `'on'` or `''`. */
  readonly kind: 'text' | 'secret' | 'switch';
  /** Shown only under "Advanced". */
  readonly advanced?: boolean;
  readonly optional?: boolean;
  /** An example, not a default. */
  readonly example?: string;
  /** What stands in it at first. */
  readonly preset?: string;
  /** Where it stands in a request to this make, so that a pasted address or curl line can fill it. */
  readonly places?: readonly Place[];
}

/** A place in a request; in `path` it is named by the make's `paths`. */
export type Place =
  | { readonly in: 'header' | 'query' | 'body'; readonly name: string; readonly after?: string }
  | { readonly in: 'basic-user' | 'basic-password' };

/** A make of gateway, as a face sees it. */
export interface Make {
  readonly id: string;
  readonly label: string;
  /** Where its key is made. */
  readonly keyPage: string;
  /** The address used when the account names none. */
  readonly server?: string;
  readonly fields: readonly Field[];
  readonly lacks: readonly Verb[];
  /** The port it listens on where nobody chose another. */
  readonly port?: number;
  /** Paths of its interface below the server's address: `{field}` stands for a field, `*` for anything. */
  readonly paths?: readonly string[];
  /** Paths of its own web pages, which people copy for its address. */
  readonly pages?: readonly string[];
  /** Lives inside the extension: no server, no key, and nothing is sent anywhere. */
  readonly demo?: true;
}

/** What can be asked of a gateway. */
export type Verb =
  | 'session'
  | 'groups'
  | 'group'
  | 'members'
  | 'picture'
  | 'invite'
  | 'revoke'
  | 'probe'
  | 'join'
  | 'leave'
  | 'send';

/** One gateway of the user's, without its secrets. */
export interface Account {
  readonly id: AccountId;
  readonly make: string;
  readonly name: string;
  /** `scheme://host[:port][/path]`, no slash at the end. */
  readonly server: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly addedAt: number;
}

/** An account as a face sees it. */
export interface AccountView extends Account {
  readonly makeLabel: string;
  /** Match pattern of its host, for `permissions.request`. */
  readonly origin: string;
  /** Whether the browser lets us talk to that host. */
  readonly allowed: boolean;
  /** Names of the secrets that are kept; never the secrets. */
  readonly secrets: readonly string[];
  /** Lives inside the extension; to be labelled wherever it is shown. */
  readonly demo: boolean;
  /** Its key may only read, as far as we have seen: nothing can be retired or joined with it. */
  readonly copyOnly: boolean;
  /** Set by an administrator: it cannot be changed or removed. `asks` names the secrets that its user types. */
  readonly managed?: { readonly asks: readonly string[] };
  /** What its user may do, where an administrator has limited that. */
  readonly rights?: Rights;
}

/** What the account form sends. `id` names an account to change; secrets left empty stay as they were. */
export interface AccountDraft {
  readonly id?: AccountId;
  readonly make: string;
  readonly name: string;
  readonly server: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

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

/** The gateway's WhatsApp session. */
export interface Session {
  readonly working: boolean;
  /** The gateway's own word: `WORKING`, `SCAN_QR_CODE`, `open` … */
  readonly state: string;
  /** The account's own ids, phone and `@lid`, as far as known: who "I" am among members. */
  readonly me: readonly string[];
  readonly name?: string;
  /** The engine behind the gateway, where it says so. */
  readonly engine?: string;
}

/** What a gateway sees behind an invite without joining. */
export interface Probe {
  readonly code: InviteCode;
  readonly id?: GroupId;
  readonly name: string;
  readonly description?: string;
  readonly size?: Size;
  readonly kind?: GroupKind;
  readonly approval?: boolean;
  readonly createdAt?: number;
  readonly seenAt: number;
}

/** How a join ended, as far as the reply tells; listing groups settles `unknown`. */
export interface Joined {
  readonly outcome: 'joined-or-asked' | 'asked' | 'unknown';
  readonly group?: GroupId;
}

/**
 * What can be said of a link. `live` says that it leads to a group, not that one may join; `approval` is live with
 * admins who approve; `retired` is said only where the source says so; `invalid` opens nothing now, and nobody says
 * whether it ever did; `unknown` comes with the trouble that kept us from telling.
 */
export type Verdict = 'live' | 'approval' | 'full' | 'retired' | 'invalid' | 'unknown';

/** Who told: the user's own gateway, or WhatsApp's public page. */
export type Source = 'gateway' | 'page';

/** What stands behind a code, as far as anybody told. Times in ms. */
export interface Sight {
  readonly code: InviteCode;
  readonly verdict: Verdict;
  /** Why nobody could tell; with `unknown` always, else never. */
  readonly trouble?: TroubleFacts;
  /** Who told; none where nobody could. */
  readonly sources: readonly Source[];
  readonly seenAt: number;
  readonly id?: GroupId;
  readonly name?: string;
  readonly description?: string;
  readonly size?: Size;
  readonly kind?: GroupKind;
  /** Name of the community it belongs to. */
  readonly parent?: string;
  readonly createdAt?: number;
  /** `data:image/…;base64,…`, at most 100 kB. */
  readonly picture?: string;
  readonly own?: Own;
}

/** A sight ready to be drawn by the card in somebody's page, which has no words of its own for it. All of it is clean. */
export interface SightInWords {
  readonly verdict: Verdict;
  readonly verdictWords: string;
  /** Its shape: a path of 10 by 10. */
  readonly sign: string;
  /** What the verdict means for whoever holds the link; for `unknown` the cause, and what to do. */
  readonly meaning: string;
  /** Whether another look may bring another answer. */
  readonly isOld: boolean;
  readonly name?: string;
  /** The first letter of the name, to stand where there is no picture. */
  readonly initial?: string;
  /** `data:image/…;base64,…` */
  readonly picture?: string;
  readonly size?: string;
  readonly more?: string;
  readonly description?: string;
  readonly own?: string;
  readonly seen?: string;
  /** An administrator lets nobody join from here. */
  readonly mayJoin?: false;
}

/** What a group has to do with the user's own accounts, out of the store alone. */
export interface Own {
  /** What the account last was in the group; `past` where only our record of codes knows it. */
  readonly relation: 'admin' | 'member' | 'past';
  /** When that was seen. */
  readonly seenAt: number;
  /** Whether the code is the group's code as we last saw it, one that it had before, or one we have never seen. */
  readonly code: 'current' | 'retired' | 'unseen';
  /** When a retired code was replaced, and whether Latchkey did it. */
  readonly retired?: { readonly at: number; readonly since: number; readonly byUs: boolean };
  /** Never told to a page. */
  readonly inside?: {
    readonly account: AccountId;
    readonly accountName: string;
    readonly group: GroupId;
    readonly name: string;
    /** The group's code as we last saw it. */
    readonly current?: InviteCode;
  };
}

/** Which pages Latchkey looks at by itself. Host names; the browser's permission is asked for besides. */
export interface Sites {
  readonly everywhere: boolean;
  readonly on: readonly string[];
  /** Never, whatever else is said. */
  readonly off: readonly string[];
}

/** The page in a tab, and the invites on it. */
export interface PageView {
  /** Host name; undefined where no extension may look, as in the browser's own pages. */
  readonly host?: string;
  /** Whether Latchkey looks at this site by itself. */
  readonly watch: 'on' | 'off' | 'not-asked' | 'never';
  /** In order of appearance, each once, all frames. */
  readonly codes: readonly InviteCode[];
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

/** The groups of one account as last listed. */
export interface Roll {
  readonly account: AccountId;
  readonly groups: readonly Group[];
  readonly listedAt?: number;
}

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

/** In which shape an invite left the house. */
export type Shape = 'link' | 'rich' | 'button' | 'source' | 'markdown' | 'qr' | 'png' | 'svg';

/** One invite that left the house, with what was said about it since. */
export interface HandOut {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly account: AccountId;
  readonly group: GroupId;
  /** The group's name at that time. */
  readonly name: string;
  readonly code: InviteCode;
  readonly shape: Shape;
  /** "April newsletter", "poster Lyon". */
  readonly label?: string;
  /** On paper, where no new link can follow. */
  readonly printed: boolean;
}

/** Where one code is out in the world. */
export interface LedgerSummary {
  readonly count: number;
  readonly byShape: Readonly<Partial<Record<Shape, number>>>;
  /** What was printed, newest first. */
  readonly printed: readonly HandOut[];
  /** Newest first, each once, at most 20. */
  readonly labels: readonly string[];
  readonly firstAt?: number;
  readonly lastAt?: number;
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

/** Whether keys can be used. */
export interface VaultState {
  /** Whether there is a passphrase. */
  readonly passphrase: boolean;
  readonly locked: boolean;
  /** How long the next try must wait, after wrong ones. */
  readonly waitMs?: number;
}

/** The parts of the connection test, asked for one after another so that each shows as soon as it has ended. */
export type CheckPart = 'session' | 'groups' | 'rights';

/** One step of the connection test. */
export interface CheckStep {
  readonly step: 'address' | 'shape' | 'key' | 'session' | 'groups' | 'admin' | 'rights';
  /** `heed`: it works, with a limit that `trouble` names. */
  readonly outcome: 'good' | 'bad' | 'heed' | 'unknown' | 'skipped';
  readonly trouble?: TroubleFacts;
  /** A number the step found: groups seen, admin of how many. */
  readonly count?: number;
  /** How many the count was taken of, where not all could be looked at. */
  readonly of?: number;
  /** The session's state, or the account's name. */
  readonly word?: string;
}

export interface Settings {
  /** The primary button's shape. */
  readonly shape: Shape;
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether the toolbar button shows how many invites a page has. */
  readonly badge: boolean;
  /** Entries of the context menu that are switched off. */
  readonly menuOff: readonly MenuEntry[];
  /** At most so many joins a minute for one account: 1 to 5. */
  readonly joinsPerMinute: number;
  /** Group names, ids or links; where there are any, joining another group asks once more. */
  readonly joinOnly: readonly string[];
  /** Sent to a group after joining; empty for none. */
  readonly greeting: string;
  /** With a passphrase: locks after so many minutes without use, 1 to 1,440; 0 for only when the browser closes. */
  readonly lockAfterMinutes: number;
}

/** What a user may do where an administrator says so. */
export interface Rights {
  readonly mayAddAccounts: boolean;
  readonly mayRetire: boolean;
  readonly mayJoin: boolean;
}

/** An account that an administrator has set. The key is never part of it: it is read where it is used. */
export interface ManagedAccount extends Omit<Account, 'addedAt'> {
  /** Names of the secrets that the policy holds, and of those that its user is asked for. */
  readonly given: readonly string[];
  readonly asks: readonly string[];
}

/** What an administrator has set for this browser, as far as it could be read. What is not there is the user's own. */
export interface Policy {
  readonly accounts: readonly ManagedAccount[];
  readonly rights: Partial<Rights>;
  readonly settings: Partial<Settings>;
  readonly rules: Partial<Omit<Rules, 'fill'>>;
  readonly fill: Partial<Fill>;
  readonly sites: Partial<Sites>;
  /** At most so many a minute in every join queue. */
  readonly queuePerMinute?: number;
  /** Names of the values that were given. */
  readonly given: readonly string[];
  /** Those that could not be read, with their place: `accounts[2].make`. */
  readonly unread: readonly string[];
}

/** A policy as a face sees it. */
export interface Managed {
  /** Names of the values that are set, as docs/TEAMS.md has them. */
  readonly locked: readonly string[];
  readonly rights: Rights;
  /** Hosts that the user cannot take off the list of sites that are never looked at. */
  readonly sitesOff: readonly string[];
  readonly unread: readonly string[];
}

/** What the context menu offers. */
export type MenuEntry = 'insert' | 'look' | 'join' | 'copy' | 'image' | 'page';

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
