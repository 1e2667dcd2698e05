/** Every way in which something can go wrong, by what a person can do about it. */
export const troubleKinds = [
  // reaching the gateway
  'no-permission', // the browser has not been allowed to talk to this host
  'unreachable', // nobody answered, and nobody knows why
  'closed-port', // the machine is there, and nothing listens on that port
  'no-port', // the same, or another server's answer, where the address names no port and the make usually has one
  'blocked-port', // a port that browsers never talk to
  'no-such-host', // the name is not known
  'no-network', // this machine is offline
  'bad-certificate', // the server's certificate is not trusted, as one that it signed itself
  'not-tls', // https, where plain http is spoken
  'origin-refused', // the server takes requests only from the origins on its own list
  'wrong-path', // the right make, but the address has a path too many
  'web-page', // a page for people answered: a dashboard, or another web site
  'other-make', // it answers like another make of gateway
  'timed-out', // no answer in the time we give
  'redirected', // the address sends us elsewhere, and a key is never carried there
  'not-a-gateway', // an answer came, but not from this make of gateway (an HTML page, another shape)
  'cut-off', // the answer ended in the middle, or is broken
  'too-big', // the answer is larger than we read
  // the key and the session
  'key-refused', // the gateway's own 401
  'key-limited', // the gateway's own 403: the key or the plan does not include this
  'no-session', // the gateway does not know this instance or session
  'session-down', // it knows it, but WhatsApp is not connected there
  'slow-down', // too many requests
  'gateway-failed', // the gateway broke, or WhatsApp behind it did
  'refused', // refused for a reason that is not on this list
  // WhatsApp's own refusals
  'not-admin',
  'not-member',
  'no-such-group',
  'link-retired', // the code was good once
  'link-invalid', // no such code
  'link-unknown', // retired or never valid: the gateway does not say which
  'full',
  'already-in',
  'removed', // an admin removed this account from the group earlier
  'too-many-joins',
  'restricted', // WhatsApp has restricted the account
  'locked', // the group takes nobody for the moment
  'page-unread', // WhatsApp's public page has another shape than the one we can read
  'no-source', // nobody may be asked: no account, and no leave to read the public page
  // ours
  'no-code', // yes, but without a code
  'not-rotated', // a revocation was accepted and the old code is still the code
  'unsettled', // a revocation may or may not have happened; we go on looking
  'busy', // the same thing is under way already
  'too-soon', // our own pace: it is held back so that the account comes to no harm
  'no-qr', // a picture without a QR code that we can read
  'no-invite', // nothing in it is an invite
  'changed-meanwhile', // the code to be retired is not the current one any more
  'not-primary', // another account looks after this group, and nobody said "this once"
  'needs-reason', // a second revocation within ten minutes
  'lacks', // this make cannot do this
  'bad-address',
  'needs-https',
  'bad-field',
  'bad-group-id',
  'key-again', // the server has changed, and a key is not carried to another one unseen
  'no-account',
  'key-missing', // an administrator has set the account, and its user has not typed the key yet
  'store-failed',
  'disk-full', // the browser has no room to write
  'unrecorded', // a code could not be written into the record, and nothing is risked before it is
  'type-name', // a printed code: the group's name has to be typed first
  'vault-locked', // the keys wait for the passphrase
  'wrong-passphrase',
  'short-passphrase',
  'not-a-record', // a file that is not a record of ours
  'not-a-backup', // a file that is no backup of ours, or a damaged one
  'backup-too-big',
  'backup-too-deep', // nested further than anything that Latchkey writes
  'backup-cut-off', // it begins as a file of ours, and ends in the middle
  'backup-not-json',
  'wrong-file-passphrase', // not the one that the keys in a backup were sealed with
  'store-newer', // kept by a newer version of Latchkey
  'secrets-lost', // the key that seals the secrets is gone, as after a restored profile
  'qr-unreadable', // what was drawn could not be read back
  'clipboard-refused',
  'policy-bars', // an administrator has not allowed this
  'policy-list', // not on the list of groups that an administrator lets people join
  'policy-unread', // an administrator has set a key, and the browser does not give it
  'policy-sets', // an administrator has set this, and it cannot be changed here
  'not-allowed', // the asker may not ask this
  'unexpected',
] as const;

export type TroubleKind = (typeof troubleKinds)[number];

/** What is known of a failure. Never holds a key, a header or a full address. */
export interface TroubleFacts {
  readonly kind: TroubleKind;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The gateway's own words, known secrets taken out, at most 200 characters. */
  readonly said?: string;
  /** How long the other side asks us to wait. */
  readonly waitMs?: number;
  /** The session's state in the gateway's word, for `session-down`. */
  readonly state?: string;
  /** Host name that was asked. */
  readonly host?: string;
  /** Name of the form field, for `bad-field`. */
  readonly field?: string;
  /** What the make calls itself. */
  readonly make?: string;
  /** The engine behind the gateway, where it is known: NOWEB, GOWS … */
  readonly engine?: string;
  /** An address that may be the right one. */
  readonly better?: string;
  /** What happened and what to do, for the card in somebody's page, which has no words of its own for it. */
  readonly words?: string;
}

/** A failure with a kind. Thrown at the edge, caught where somebody can be told. */
export class Trouble extends Error {
  readonly facts: TroubleFacts;

  constructor(kind: TroubleKind, facts: Omit<TroubleFacts, 'kind'> = {}) {
    super(kind);
    this.name = 'Trouble';
    this.facts = { ...facts, kind };
  }

  get kind(): TroubleKind {
    return this.facts.kind;
  }
}

const passing: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  'unreachable',
  'closed-port',
  'no-such-host',
  'no-network',
  'timed-out',
  'cut-off',
  'slow-down',
  'gateway-failed',
  'session-down',
  'locked',
  'busy',
  'too-many-joins',
  'too-soon',
  'page-unread',
  'vault-locked',
  'policy-unread',
]);

/** Whether waiting alone may cure it. */
export function passes(kind: TroubleKind): boolean {
  return passing.has(kind);
}

/** Anything caught, as a Trouble: what is not one becomes `unexpected`, and its text stays behind. */
export function asTrouble(caught: unknown): Trouble {
  return caught instanceof Trouble ? caught : new Trouble('unexpected');
}
