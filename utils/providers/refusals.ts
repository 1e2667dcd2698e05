import type { Verb } from '../model/account';
import type { TroubleKind } from '../trouble';

type Meaning = TroubleKind | ((verb: Verb) => TroubleKind | undefined);
type Table = readonly (readonly [pattern: RegExp, meaning: Meaning])[];

/** What the gateway itself complains of, whatever the status. The first row that fits and means something holds. */
const gatewayWords: Table = [
  [/rest_no_route|no route was found|route not found|^cannot (get|post|put|delete) \//m, 'not-a-gateway'],
  [/account_reachout_restricted|account (is |has been )?restricted/, 'restricted'],
  [/invalid_session|session not found|didn't find a session|session .*does not exist/, 'no-session'],
  [/instance .*(does not exist|not found|invalidated)/, 'no-session'],
  [/not allowed by cors/, 'origin-refused'],
  [/session status is not as expected|scan_qr_code|connection (closed|terminated)/, 'session-down'],
  [/(session|instance|phone|whatsapp|client) (is )?(not |dis)connected/, 'session-down'],
  // WPPConnect Server; GOWA.
  [/^disconnected$|the session is not active/m, 'session-down'],
  [/^you are not (connect|login|logged in)\b/m, 'session-down'],
  [/device_not_found|device_id_required/, 'no-session'],
  [/subscription_required|quota|\bkey\b.*(permission|scope|not allowed)/, 'key-limited'],
  [/access token is required|(invalid|missing)[ _](api[ _]?|access[ _])?(key|token)/, 'key-refused'],
  // A key can be revoked just as a link can, and a session be "not valid".
  [/\b(key|token|secret|credentials?|licen[cs]e)\b.*\b(revoked|not valid|expired|disabled)\b/, 'key-refused'],
  [/\b(session|instance|device|phone|subscription|account)\b.*\b(revoked|not valid|expired)\b/, 'session-down'],
  [/not implemented by the engine|is not supported by provider|does not support capability/, 'lacks'],
  [/too many requests|rate[ _]limit/, 'slow-down'],
];

/** WhatsApp's refusals, by the word that Baileys passes on or the sentence that whatsmeow has for it. */
const whatsAppWords: Table = [
  [/rate-overlimit|status 429\b/, (verb) => (verb === 'join' ? 'too-many-joins' : 'slow-down')],
  [/growth-lock|status 436\b|(^|: )locked$|status 423\b/m, aboutLink('locked')],
  [/\b(link|invite|invitation|code)\b.*\brevoked\b|(^|: )(gone|revoked)$|status 410\b/m, aboutLink('link-retired')],
  // WPPConnect's page says this of an invite query that failed for whatever reason.
  [/invalid[_ ]invite[_ ]code/, aboutLink('link-unknown')],
  [
    /not-acceptable|\b(link|invite|invitation|code)\b.*\bnot valid\b|bad-request|invalid invite|status 40[06]\b/,
    aboutLink('link-invalid'),
  ],
  [/no invite info/, 'link-unknown'],
  [/resource-limit|group is full|status 41[29]\b/, aboutLink('full')],
  [
    /(^|: )conflict$|already (a |in\b|member|participa)|status 409\b/m,
    (verb) => (verb === 'join' ? 'already-in' : undefined),
  ],
  [/not participating|(^|: )forbidden$|status 403\b/m, (verb) => (isLinkVerb(verb) ? 'removed' : 'not-member')],
  [
    /not-authorized|permission to .*group|\badmins?\b|you_are_not_admin|status 401\b/,
    (verb) => (isLinkVerb(verb) ? 'removed' : 'not-admin'),
  ],
  [/item-not-found|group .*(does not exist|not found)|chat_not_found|status 404\b/, 'no-such-group'],
  [/not-allowed|status 405\b/, aboutLink('removed')],
  [
    /internal[- ]server[- ]error|service[- ]unavailable|partial-server-error|status 5\d\d\b|timed out|^typeerror: /m,
    'gateway-failed',
  ],
  [/status 4\d\d\b/, 'refused'],
  // Evolution's titles of whatever went wrong, in a 404 that speaks of no group.
  [/^(no invite code|revoke error|accept invite error|error fetching group|no participants)$/m, 'refused'],
];

/** What the gateway's own words mean. */
export function gatewayMeaning(words: string): TroubleKind | undefined {
  return meaningIn(gatewayWords, words, 'session');
}

/** What WhatsApp's words mean when this was asked. */
export function whatsAppMeaning(words: string, verb: Verb): TroubleKind | undefined {
  return meaningIn(whatsAppWords, words, verb);
}

/** A word that means nothing for this verb is a refusal all the same. */
function meaningIn(table: Table, words: string, verb: Verb): TroubleKind | undefined {
  const meanings = table.filter(([pattern]) => pattern.test(words)).map(([, meaning]) => meaning);
  const kinds = meanings.map((meaning) => (typeof meaning === 'function' ? meaning(verb) : meaning));
  return kinds.find((kind) => kind !== undefined) ?? (meanings.length > 0 ? 'refused' : undefined);
}

export function isLinkVerb(verb: Verb): boolean {
  return verb === 'probe' || verb === 'join';
}

function aboutLink(kind: TroubleKind): Meaning {
  return (verb) => (isLinkVerb(verb) ? kind : undefined);
}
