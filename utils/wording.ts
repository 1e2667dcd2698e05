import type { TroubleFacts, TroubleKind } from './trouble';
import { say, sayCount, type Word } from './words';

/** A failure in words: what happened, what to do next, and the gateway's own words where it had some. */
export interface TroubleWords {
  readonly what: string;
  readonly next: string;
  readonly detail?: string;
}

/** What happened ($1 the host, $2 the wait or the state, $3 the make, $4 a better address) and what to do about it. */
export const troubleTable: Readonly<Record<TroubleKind, readonly [what: Word, next: Word]>> = {
  'no-permission': ['troubleNoPermission', 'troubleNoPermissionNext'],
  unreachable: ['troubleUnreachable', 'troubleUnreachableNext'],
  'closed-port': ['troubleClosedPort', 'troubleClosedPortNext'],
  'no-port': ['troubleNoPort', 'troubleNoPortNext'],
  'blocked-port': ['troubleBlockedPort', 'troubleBlockedPortNext'],
  'no-such-host': ['troubleNoSuchHost', 'troubleNoSuchHostNext'],
  'no-network': ['troubleNoNetwork', 'troubleNoNetworkNext'],
  'bad-certificate': ['troubleBadCertificate', 'troubleBadCertificateNext'],
  'not-tls': ['troubleNotTls', 'troubleNotTlsNext'],
  'origin-refused': ['troubleOriginRefused', 'troubleOriginRefusedNext'],
  'wrong-path': ['troubleWrongPath', 'troubleWrongPathNext'],
  'web-page': ['troubleWebPage', 'troubleWebPageNext'],
  'other-make': ['troubleOtherMake', 'troubleOtherMakeNext'],
  'timed-out': ['troubleTimedOut', 'troubleTimedOutNext'],
  redirected: ['troubleRedirected', 'troubleRedirectedNext'],
  'not-a-gateway': ['troubleNotAGateway', 'troubleNotAGatewayNext'],
  'cut-off': ['troubleCutOff', 'troubleCutOffNext'],
  'too-big': ['troubleTooBig', 'troubleTooBigNext'],
  'key-refused': ['troubleKeyRefused', 'troubleKeyRefusedNext'],
  'key-limited': ['troubleKeyLimited', 'troubleKeyLimitedNext'],
  'no-session': ['troubleNoSession', 'troubleNoSessionNext'],
  'session-down': ['troubleSessionDown', 'troubleSessionDownNext'],
  'slow-down': ['troubleSlowDown', 'troubleSlowDownNext'],
  'gateway-failed': ['troubleGatewayFailed', 'troubleGatewayFailedNext'],
  refused: ['troubleRefused', 'troubleRefusedNext'],
  'not-admin': ['troubleNotAdmin', 'troubleNotAdminNext'],
  'not-member': ['troubleNotMember', 'troubleNotMemberNext'],
  'no-such-group': ['troubleNoSuchGroup', 'troubleNoSuchGroupNext'],
  'link-retired': ['troubleLinkRetired', 'troubleLinkRetiredNext'],
  'link-invalid': ['troubleLinkInvalid', 'troubleLinkInvalidNext'],
  'link-unknown': ['troubleLinkUnknown', 'troubleLinkUnknownNext'],
  full: ['troubleFull', 'troubleFullNext'],
  'already-in': ['troubleAlreadyIn', 'troubleAlreadyInNext'],
  removed: ['troubleRemoved', 'troubleRemovedNext'],
  'too-many-joins': ['troubleTooManyJoins', 'troubleTooManyJoinsNext'],
  restricted: ['troubleRestricted', 'troubleRestrictedNext'],
  locked: ['troubleLocked', 'troubleLockedNext'],
  'no-code': ['troubleNoCode', 'troubleNoCodeNext'],
  'not-rotated': ['troubleNotRotated', 'troubleNotRotatedNext'],
  unsettled: ['troubleUnsettled', 'troubleUnsettledNext'],
  busy: ['troubleBusy', 'troubleBusyNext'],
  'changed-meanwhile': ['troubleChangedMeanwhile', 'troubleChangedMeanwhileNext'],
  'not-primary': ['troubleNotPrimary', 'troubleNotPrimaryNext'],
  'needs-reason': ['troubleNeedsReason', 'troubleNeedsReasonNext'],
  lacks: ['troubleLacks', 'troubleLacksNext'],
  'bad-address': ['troubleBadAddress', 'troubleBadAddressNext'],
  'needs-https': ['troubleNeedsHttps', 'troubleNeedsHttpsNext'],
  'bad-field': ['troubleBadField', 'troubleBadFieldNext'],
  'key-again': ['troubleKeyAgain', 'troubleKeyAgainNext'],
  'bad-group-id': ['troubleBadGroupId', 'troubleBadGroupIdNext'],
  'no-account': ['troubleNoAccount', 'troubleNoAccountNext'],
  'store-failed': ['troubleStoreFailed', 'troubleStoreFailedNext'],
  'disk-full': ['troubleDiskFull', 'troubleDiskFullNext'],
  unrecorded: ['troubleUnrecorded', 'troubleUnrecordedNext'],
  'type-name': ['troubleTypeName', 'troubleTypeNameNext'],
  'vault-locked': ['troubleVaultLocked', 'troubleVaultLockedNext'],
  'wrong-passphrase': ['troubleWrongPassphrase', 'troubleWrongPassphraseNext'],
  'short-passphrase': ['troubleShortPassphrase', 'troubleShortPassphraseNext'],
  'not-a-record': ['troubleNotARecord', 'troubleNotARecordNext'],
  'store-newer': ['troubleStoreNewer', 'troubleStoreNewerNext'],
  'secrets-lost': ['troubleSecretsLost', 'troubleSecretsLostNext'],
  'not-allowed': ['troubleNotAllowed', 'troubleNotAllowedNext'],
  unexpected: ['troubleUnexpected', 'troubleUnexpectedNext'],
  'qr-unreadable': ['troubleQrUnreadable', 'troubleQrUnreadableNext'],
  'clipboard-refused': ['troubleClipboardRefused', 'troubleClipboardRefusedNext'],
  'page-unread': ['troublePageUnread', 'troublePageUnreadNext'],
  'no-source': ['troubleNoSource', 'troubleNoSourceNext'],
  'too-soon': ['troubleTooSoon', 'troubleTooSoonNext'],
  'no-qr': ['troubleNoQr', 'troubleNoQrNext'],
  'no-invite': ['troubleNoInvite', 'troubleNoInviteNext'],
};

/** What to do about a session that is down, by the state that the gateway names. */
const sessionNext: Readonly<Record<string, Word>> = {
  SCAN_QR_CODE: 'sessionScanNext',
  PASSKEY_REQUIRED: 'sessionPasskeyNext',
  PASSKEY_CONFIRMATION_REQUIRED: 'sessionPasskeyNext',
  STARTING: 'sessionWaitNext',
  CONNECTING: 'sessionWaitNext',
  STOPPED: 'sessionStartNext',
  FAILED: 'sessionStartNext',
  ERROR: 'sessionStartNext',
  CLOSE: 'sessionStartNext',
};

/** Engines that hand the old link back instead of making a new one. */
const keepsLinks = /^gows$/i;

/** What happened and what to do: where more is known than the kind, in words of its own. */
function wordsFor({ kind, state = '', engine = '' }: TroubleFacts): readonly [what: Word, next: Word] {
  const [what, next] = troubleTable[kind];
  if (kind === 'session-down') {
    const known = state.toUpperCase();
    return [what, (Object.hasOwn(sessionNext, known) && sessionNext[known]) || next];
  }
  if (kind === 'not-rotated' && keepsLinks.test(engine)) return ['troubleNotRotatedGows', 'troubleNotRotatedGowsNext'];
  return [what, next];
}

export function troubleWords(facts: TroubleFacts): TroubleWords {
  const [what, next] = wordsFor(facts);
  const { host = say('theGateway'), state = wait(facts.waitMs), make = say('theGateway'), better = '' } = facts;
  const values = [host, state, make, better];
  const detail = details(facts);
  return { what: say(what, ...values), next: say(next, ...values), ...(detail ? { detail } : {}) };
}

function wait(ms: number | undefined): string {
  if (ms === undefined) return say('aMoment');
  const seconds = Math.ceil(ms / 1000);
  return seconds < 120 ? sayCount('waitSeconds', seconds) : sayCount('waitMinutes', Math.ceil(seconds / 60));
}

function details({ status, engine, said }: TroubleFacts): string {
  const parts = [
    status && say('httpStatus', String(status)),
    engine && say('engineNamed', engine),
    said && say('gatewaySaid', said),
  ];
  return parts.filter(Boolean).join(' · ');
}
