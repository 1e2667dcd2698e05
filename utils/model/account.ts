import type { TroubleFacts } from '../trouble';

export type AccountId = string;

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

/** What a user may do where an administrator says so. */
export interface Rights {
  readonly mayAddAccounts: boolean;
  readonly mayRetire: boolean;
  readonly mayJoin: boolean;
}
