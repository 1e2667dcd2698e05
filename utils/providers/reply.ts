import { bareCode } from '../invite-link';
import type { Verb } from '../model/account';
import { Trouble, type TroubleFacts, type TroubleKind } from '../trouble';
import { engineWord, isUpstream, saidIn, shownAs, wordsIn } from './error-words';
import { field, isRaw } from './fields-in';
import type { Reply } from './http';
import { gatewayMeaning, isLinkVerb, whatsAppMeaning } from './refusals';

/** What a make's answers mean where makes differ. */
export interface Accent {
  /** Verbs whose bare 403 means "not an admin" by the make's documents; elsewhere it means that the key is limited. */
  readonly adminsOnly: readonly Verb[];
}

/**
 * The reply, if it is a success. Otherwise throws what it means: WhatsApp's refusals by the words inside, the gateway's
 * own by word or status, errors that came with a 200. docs/GATEWAYS.md has the tables and where they come from.
 */
export function good(reply: Reply, verb: Verb, accent: Accent): Reply {
  const kind = reply.status >= 400 ? refusal(reply, verb, accent) : softRefusal(reply, verb);
  if (kind) throw new Trouble(kind, factsOf(reply, kind));
  return reply;
}

/** The JSON of a success; throws where there is none. */
export function body(reply: Reply): unknown {
  if (reply.json === undefined) throw new Trouble('cut-off', { host: reply.host });
  return reply.json;
}

/** Whether it says that there is no such path, rather than no such thing behind it. */
export function isNoRoute(reply: Reply): boolean {
  if (reply.status === 405) return true;
  const told = reply.status === 404 ? meaning(reply, 'group') : 'refused';
  return told === undefined || told === 'not-a-gateway';
}

/** Whether the gateway would not even read the request: nothing was done, and another spelling may do. */
export function isUnread(reply: Reply, verb: Verb): boolean {
  return reply.status === 400 && !isUpstream(reply) && meaning(reply, verb) === undefined;
}

/** Whether it says that there was no good key, or nobody's session, in the request. */
export function isKeyless(reply: Reply): boolean {
  if (reply.status === 401 && !isUpstream(reply)) return true;
  if (reply.status < 400 && softRefusal(reply, 'session') === undefined) return false;
  const told = meaning(reply, 'session');
  const wants =
    isUnread(reply, 'session') && /\b(instance|access|token|key|credentials?|missing|param)/.test(wordsIn(reply));
  return told === 'key-refused' || told === 'no-session' || wants;
}

/** What the words of an error mean; undefined where they mean nothing to us. */
function meaning(reply: Reply, verb: Verb): TroubleKind | undefined {
  const words = wordsIn(reply);
  // Inside an upstream error, "unauthorized" is WhatsApp's and says nothing of the key.
  const own = gatewayMeaning(words);
  return (own === 'key-refused' && isUpstream(reply) ? undefined : own) ?? whatsAppMeaning(words, verb);
}

function refusal(reply: Reply, verb: Verb, accent: Accent): TroubleKind {
  // The gateway's own 401 speaks of the key; WhatsApp's ("not admin") comes wrapped.
  if (reply.status === 401 && !isUpstream(reply)) return 'key-refused';
  const told = meaning(reply, verb);
  if (reply.status === 429) return told === 'too-many-joins' ? told : 'slow-down';
  return told ?? byStatus(reply, verb, accent);
}

function byStatus(reply: Reply, verb: Verb, accent: Accent): TroubleKind {
  const { status, html } = reply;
  if (status >= 500 || status === 408) return 'gateway-failed';
  if (html) return 'not-a-gateway';
  switch (status) {
    case 402:
      return 'key-limited';
    case 403:
      return accent.adminsOnly.includes(verb) ? 'not-admin' : 'key-limited';
    case 404:
      return isRaw(reply.json) ? missing(verb) : 'not-a-gateway';
    case 405:
      return 'not-a-gateway';
    case 409:
      return verb === 'join' ? 'already-in' : 'refused';
    case 410:
      return isLinkVerb(verb) && isRaw(reply.json) && !ofTheGateway.test(wordsIn(reply)) ? 'link-retired' : 'refused';
    case 422:
      return isRaw(reply.json) && typeof reply.json.status === 'string' ? 'session-down' : 'lacks';
    default:
      return 'refused';
  }
}

/** An interface can be gone as well as a link. */
const ofTheGateway = /\b(api|version|endpoint|route|path|plan|account|instance|session|service|deprecated)\b/;

function missing(verb: Verb): TroubleKind {
  if (verb === 'session') return 'no-session';
  if (verb === 'groups') return 'not-a-gateway';
  return isLinkVerb(verb) ? 'link-unknown' : 'no-such-group';
}

/** An error that came with a 2xx: `success: false`, `{code: slug, message}`, a whole 500, an HTML page. */
function softRefusal(reply: Reply, verb: Verb): TroubleKind | undefined {
  if (reply.html) return 'not-a-gateway';
  if (!isRaw(reply.json)) return undefined;
  const { success, result, status, error, code, message } = reply.json;
  const inside = Object.hasOwn(reply.json, 'exception') || Number(reply.json.statusCode) >= 400;
  const refused = success === false || result === false || status === 'error' || inside;
  const told = (typeof error === 'string' && error !== '') || (isRaw(error) && Object.keys(error).length > 0);
  const slug = typeof code === 'string' && typeof message === 'string' && !isPraise(code, message) && success !== true;
  if (!refused && !told && !slug) return undefined;
  return meaning(reply, verb) ?? (isUpstream(reply) ? 'gateway-failed' : 'refused');
}

/** Wawp says `code` for an invite's code and for an error's name, and `GroupInviteCodeInvalid` has 22 letters. */
function isPraise(code: string, message: string): boolean {
  return /^(success|ok)$/i.test(code) || (bareCode(code) !== undefined && /\b(ok|success\w*|done)\b/i.test(message));
}

function factsOf(reply: Reply, kind: TroubleKind): Omit<TroubleFacts, 'kind'> {
  const { status, host, waitMs, json } = reply;
  const state = kind === 'session-down' && isRaw(json) ? field(json, ['status']) : undefined;
  const said = saidIn(reply);
  const engine = isRaw(json) && isRaw(json.version) ? engineWord(field(json.version, ['engine'])) : undefined;
  return {
    host,
    ...(status >= 400 && { status }),
    ...(typeof state === 'string' && { state: shownAs(state, 40) }),
    ...(engine && { engine }),
    ...(said && { said }),
    ...(waitMs !== undefined && { waitMs }),
  };
}
