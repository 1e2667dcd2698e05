import { bareCode } from '../invite-link';
import { cut, field, isRaw, type Raw } from './fields-in';
import type { Reply } from './http';

const wordFields = ['message', 'error', 'details', 'detail', 'reason', 'exception', 'response', 'status'];
const sentenceFields = ['message', 'exception', 'response', 'error', 'details'];

/**
 * The words of an error, in lower case, each on its own line. Only from the places where makes put them: WAHA's 500 also
 * echoes the request, and its words are ours. WhatsApp's numbers count as `status 410`; those of HTTP do not count here.
 */
export function wordsIn(reply: Reply): string {
  return collect(spoken(reply))
    .flatMap(withStatus)
    .map((word) => word.slice(0, 500).trim())
    .filter((word) => word !== phrases[reply.status])
    .join('\n')
    .toLowerCase();
}

/** The sentence that was meant for people. Addresses in it lose everything behind the host. */
export function saidIn(reply: Reply): string | undefined {
  const said = sentence(spoken(reply))
    ?.slice(0, 1_000)
    .replace(/(\w+:\/\/[^/\s"'?#]+)[^\s"']*/g, '$1')
    .replace(/\?\S*=\S*/g, '');
  return (said && shownAs(said, 200)) || undefined;
}

/** Somebody else's words, fit to be shown among ours: no signs that steer, no half a sign at the end. */
export function shownAs(words: string, most: number): string {
  return cut(
    words
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
    most,
  );
}

/** The name of an engine, as WAHA has it: a short word and nothing else. */
export function engineWord(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][\w-]{1,19}$/.test(value) ? value : undefined;
}

/** Whether WhatsApp's own refusal was wrapped up by the gateway, whatever the status. */
export function isUpstream({ json }: Reply): boolean {
  if (!isRaw(json)) return false;
  const error = field(json, ['error']);
  const code = isRaw(error) ? field(error, ['code']) : field(json, ['code']);
  return Object.hasOwn(json, 'exception') || code === 'wawp_upstream_error' || isLoggedOut(json);
}

/** GOWA's older builds say with a 401 that WhatsApp is not connected there; of a wrong password they say nothing in JSON. */
function isLoggedOut(json: Raw): boolean {
  const message = field(json, ['message']);
  return (
    field(json, ['code']) === 'AUTHENTICATION_ERROR' && typeof message === 'string' && /^you are not /i.test(message)
  );
}

/** HTTP's own names for a status, which many servers repeat in the body. WhatsApp's words are spelt alike, but small. */
const phrases: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  423: 'Locked',
};

/** zapo-js says all in one sentence: `group.join iq failed (410: gone)`. */
function withStatus(word: string): string[] {
  const [, number, name] = /\biq failed \((\d{3}): ([\w-]{1,60})\)/.exec(word.slice(0, 500)) ?? [];
  return number && name ? [word, name, `status ${number}`] : [word];
}

/** JSON, or a text that does not even try to be; half an object is neither. */
function spoken({ json, html, text }: Reply): unknown {
  if (json !== undefined) return json;
  return html || /^\s*[[{"]/.test(text) ? undefined : text;
}

function collect(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 10).flatMap((item) => collect(item, depth + 1));
  if (!isRaw(value)) return [];
  // `invalid_session` says something; `forbidden` in that place is the status once more.
  const slug = field(value, ['code']);
  const number = depth > 0 ? (field(value, ['data']) ?? webNumber(value)) : undefined;
  return [
    ...wordFields.flatMap((name) => collect(field(value, [name]), depth + 1)),
    ...(typeof number === 'number' ? [`status ${number}`] : []),
    ...(typeof slug === 'string' && slug.includes('_') ? [slug] : []),
  ];
}

/** WhatsApp Web's own error, as WPPConnect Server passes it on: its message is lost on the way, its number is not. */
function webNumber(value: Raw): unknown {
  return field(value, ['name']) === 'ServerStatusCodeError' ? field(value, ['statusCode', 'status']) : undefined;
}

function sentence(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value;
  if (isTitled(value)) return value.filter((word) => !bareCode(word)).join(': ');
  if (depth > 4) return undefined;
  const inner = Array.isArray(value)
    ? value.slice(0, 10)
    : sentenceFields.map((name) => isRaw(value) && field(value, [name]));
  for (const item of inner) {
    const found = sentence(item, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** A title and what is behind it, as Evolution says things: `["No invite code", "Error: not-authorized"]`. */
function isTitled(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((word) => typeof word === 'string' && word !== '');
}
