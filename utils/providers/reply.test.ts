import { describe, expect, it } from 'vitest';
import type { Verb } from '../model/account';
import { Trouble, type TroubleFacts, type TroubleKind } from '../trouble';
import { codeFrom, codeIn } from './code-in';
import type { Reply } from './http';
import { good, isNoRoute, isUnread } from './reply';

const adminsOnly: readonly Verb[] = ['invite', 'revoke'];
const code = 'AbCdEfGhIjKlMnOpQrStUv';

function reply(status: number, said: unknown): Reply {
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  const json = typeof said === 'string' ? undefined : said;
  return { status, text, json, html: /^<!doctype/.test(text), host: 'gateway.example' };
}

function kindOf(answer: Reply, verb: Verb, accent = { adminsOnly }): TroubleKind | 'good' {
  return factsOf(answer, verb, accent).kind ?? 'good';
}

function factsOf(answer: Reply, verb: Verb = 'revoke', accent = { adminsOnly }): Partial<TroubleFacts> {
  try {
    good(answer, verb, accent);
    return {};
  } catch (caught) {
    if (!(caught instanceof Trouble)) throw caught;
    return caught.facts;
  }
}

type Row = readonly [verb: Verb, status: number, said: unknown, kind: TroubleKind | 'good'];

const noweb = (message: string, data?: unknown) => ({
  statusCode: 500,
  exception: { message, name: 'Error', data, stack: `Error: ${message}\n at gone (/app/forbidden.js)`, output: {} },
  request: {
    path: '/api/gone/groups/join',
    method: 'POST',
    body: { code: 'not-authorized' },
    query: { a: 'forbidden' },
  },
  version: { engine: 'NOWEB' },
});
const gows = (details: string) => ({
  statusCode: 500,
  exception: { message: `2 UNKNOWN: ${details}`, code: 2, details },
  request: { path: '/revoked' },
});
const wawp = (slug: string, message: string) => ({ code: slug, message });
const upstream = (message: string) => wawp('wawp_upstream_error', message);
const evolution = (status: number, ...message: unknown[]) => ({ status, error: 'Not Found', response: { message } });

/** WhatsApp's numbers and words: number, Baileys' word, whatsmeow's sentence, and what it means about a link or a group. */
const whatsApp: readonly (readonly [
  number,
  string,
  string,
  probe: TroubleKind,
  join: TroubleKind,
  revoke: TroubleKind,
])[] = [
  [410, 'gone', 'that group invite link has been revoked', 'link-retired', 'link-retired', 'refused'],
  [406, 'not-acceptable', 'that group invite link is not valid', 'link-invalid', 'link-invalid', 'refused'],
  [400, 'bad-request', 'info query returned status 400: bad-request', 'link-invalid', 'link-invalid', 'refused'],
  [
    401,
    'not-authorized',
    "you don't have the permission to get the group's invite link",
    'removed',
    'removed',
    'not-admin',
  ],
  [403, 'forbidden', "you're not participating in that group", 'removed', 'removed', 'not-member'],
  [404, 'item-not-found', 'that group does not exist', 'no-such-group', 'no-such-group', 'no-such-group'],
  [405, 'not-allowed', 'info query returned status 405: not-allowed', 'removed', 'removed', 'refused'],
  [409, 'conflict', 'info query returned status 409: conflict', 'refused', 'already-in', 'refused'],
  [419, 'resource-limit', 'info query returned status 419: resource-limit', 'full', 'full', 'refused'],
  [423, 'locked', 'info query returned status 423: locked', 'locked', 'locked', 'refused'],
  [436, 'growth-locked', 'info query returned status 436: growth-locked', 'locked', 'locked', 'refused'],
  [429, 'rate-overlimit', 'info query returned status 429: rate-overlimit', 'slow-down', 'too-many-joins', 'slow-down'],
  [
    500,
    'internal-server-error',
    'info query returned status 500: internal-server-error',
    'gateway-failed',
    'gateway-failed',
    'gateway-failed',
  ],
];

describe('what WhatsApp refuses', () => {
  it.each(whatsApp)('%i %s', (number, word, sentence, ...kinds) => {
    const raw = [noweb(word, number), noweb('Error', number), gows(sentence)];
    const passedOn = [
      upstream(word),
      upstream(`2 UNKNOWN: ${sentence}`),
      { error: { code: 'wawp_upstream_error', message: word } },
    ];
    for (const said of [...raw, ...passedOn]) {
      const found = (['probe', 'join', 'revoke'] as const).map((verb) => kindOf(reply(500, said), verb));
      expect(found, JSON.stringify(said)).toEqual(kinds);
    }
    for (const said of passedOn) expect(kindOf(reply(200, said), 'join')).toBe(kinds[1]);
    expect(kindOf(reply(404, evolution(404, 'Revoke error', `Error: ${word}`)), 'revoke')).toBe(kinds[2]);
    expect(kindOf(reply(404, evolution(404, 'Accept invite error', `Error: ${word}`)), 'join')).toBe(kinds[1]);
  });
});

const rows: readonly Row[] = [
  // Wawp
  [
    'invite',
    404,
    wawp('invalid_session', 'Session not found. Please verify your instance_id or session_name.'),
    'no-session',
  ],
  ['invite', 404, { error: wawp('invalid_session', 'Session not found.') }, 'no-session'],
  ['invite', 200, wawp('invalid_session', 'Session not found.'), 'no-session'],
  ['groups', 200, { result: false }, 'refused'],
  ['invite', 200, wawp('GroupInviteCodeInvalid', 'The group is unknown'), 'refused'],
  ['probe', 410, { message: 'This API version is gone' }, 'refused'],
  ['probe', 403, { message: 'Your API key has been revoked' }, 'key-refused'],
  ['probe', 400, { error: 'Session is not valid' }, 'session-down'],
  ['revoke', 502, upstream('Request failed'), 'gateway-failed'],
  ['revoke', 200, upstream('Request failed'), 'gateway-failed'],
  ['session', 403, wawp('subscription_required', 'Upgrade your plan.'), 'key-limited'],
  ['session', 401, wawp('invalid_token', 'Invalid access token'), 'key-refused'],
  ['session', 200, wawp('invalid_token', 'Invalid access token'), 'key-refused'],
  ['session', 400, wawp('missing_token', 'Access token is required'), 'key-refused'],
  ['session', 200, 'Instance ID Invalidated', 'good'],
  ['session', 404, wawp('rest_no_route', 'No route was found matching the URL and request method.'), 'not-a-gateway'],
  ['revoke', 403, wawp('rest_forbidden', 'Forbidden'), 'not-admin'],
  ['invite', 403, {}, 'not-admin'],
  ['groups', 403, {}, 'key-limited'],
  // Wasend
  ['invite', 403, { success: false, error: 'Not authorised for this code' }, 'not-admin'],
  ['invite', 200, { success: false, error: 'You are not an admin of this group' }, 'not-admin'],
  ['groups', 401, { success: false, error: 'Invalid API key' }, 'key-refused'],
  ['groups', 200, { success: false, error: 'Invalid API key' }, 'key-refused'],
  ['groups', 404, { success: false, error: 'Session not found' }, 'no-session'],
  ['group', 404, { success: false, error: 'Group not found' }, 'no-such-group'],
  ['groups', 429, { success: false, error: 'Rate limit exceeded' }, 'slow-down'],
  ['groups', 200, { success: false, error: 'Too many requests' }, 'slow-down'],
  ['join', 400, { success: false, error: 'Missing parameter' }, 'refused'],
  // WAHA
  ['invite', 401, { message: 'Unauthorized', statusCode: 401 }, 'key-refused'],
  ['groups', 403, { message: 'Forbidden', statusCode: 403 }, 'key-limited'],
  [
    'groups',
    404,
    { statusCode: 404, message: "We didn't find a session with name 'x'", error: 'Not Found' },
    'no-session',
  ],
  ['session', 404, { statusCode: 404, message: 'Session not found', error: 'Not Found' }, 'no-session'],
  ['groups', 422, { error: 'Session "x" does not exist', session: 'x' }, 'no-session'],
  [
    'groups',
    422,
    { error: 'Session status is not as expected.', session: 'x', status: 'SCAN_QR_CODE', expected: ['WORKING'] },
    'session-down',
  ],
  ['groups', 422, { error: 'Something newer', status: 'PASSKEY_REQUIRED' }, 'session-down'],
  [
    'join',
    422,
    { statusCode: 422, message: 'The method is not implemented by the engine NOWEB', error: 'Unprocessable Entity' },
    'lacks',
  ],
  ['group', 500, noweb("Group with id '1@g.us' not found"), 'no-such-group'],
  ['revoke', 500, noweb('Timed Out', { stack: 'gone' }), 'gateway-failed'],
  ['probe', 500, noweb('Evaluation failed: t'), 'gateway-failed'],
  ['join', 500, noweb("Cannot read properties of undefined (reading 'split')"), 'gateway-failed'],
  // Evolution
  ['invite', 401, { status: 401, error: 'Unauthorized', response: { message: 'Unauthorized' } }, 'key-refused'],
  ['invite', 404, evolution(404, 'The "main" instance does not exist'), 'no-session'],
  ['probe', 404, evolution(404, 'No invite info', code), 'link-unknown'],
  ['invite', 404, evolution(404, 'No invite code', 'Error: Connection Closed'), 'session-down'],
  // A 404 that speaks of no group, whatever it wraps.
  ['invite', 404, evolution(404, 'No invite code', 'Error: something new'), 'refused'],
  ['group', 404, evolution(404, 'Error fetching group', 'Error: something new'), 'refused'],
  ['join', 404, evolution(404, 'Accept invite error', 'Error: something new'), 'refused'],
  [
    'group',
    404,
    evolution(404, 'Error fetching group', 'TypeError: Cannot read properties of undefined'),
    'gateway-failed',
  ],
  ['send', 500, { status: 500, response: { message: 'Not allowed by CORS' } }, 'origin-refused'],
  [
    'groups',
    500,
    { status: 500, error: 'Internal Server Error', response: { message: 'Connection Closed' } },
    'session-down',
  ],
  [
    'send',
    400,
    { status: 400, error: 'Bad Request', response: { message: [['instance requires property "text"']] } },
    'refused',
  ],
  ['groups', 404, evolution(404, 'Cannot GET /group/x'), 'not-a-gateway'],
  [
    'revoke',
    500,
    { status: 500, error: 'Internal Server Error', response: { message: 'not-authorized' } },
    'not-admin',
  ],
  ['revoke', 200, { error: 'Internal Server Error' }, 'gateway-failed'],
  ['group', 403, wawp('wawp_api_error', 'forbidden'), 'not-member'],
  ['group', 403, wawp('forbidden', 'Forbidden'), 'key-limited'],
  // Anything else that may stand between
  ['invite', 403, '<!doctype html>Forbidden', 'not-a-gateway'],
  ['invite', 200, '<!doctype html>Just a moment', 'not-a-gateway'],
  ['invite', 502, '<!doctype html>Bad Gateway', 'gateway-failed'],
  ['invite', 401, '<!doctype html>Unauthorized', 'key-refused'],
  ['group', 404, 'Not Found', 'not-a-gateway'],
  ['probe', 404, { message: 'Not Found' }, 'link-unknown'],
  ['session', 404, { message: 'Not Found' }, 'no-session'],
  ['probe', 410, { error: 'Gone' }, 'link-retired'],
  ['join', 409, { error: 'Conflict' }, 'already-in'],
  ['revoke', 409, { error: 'Conflict' }, 'refused'],
  ['join', 402, { error: 'Payment Required' }, 'key-limited'],
  ['join', 500, { message: 'account_reachout_restricted' }, 'restricted'],
  ['revoke', 500, 'not-authorized', 'not-admin'],
  ['revoke', 500, '{"message":"broken","request":"gone', 'gateway-failed'],
  // Successes that look like errors
  ['invite', 200, { code }, 'good'],
  ['invite', 200, { code, message: 'OK' }, 'good'],
  ['invite', 200, { code: 'SUCCESS', message: 'done', results: { invite_link: code } }, 'good'],
  ['invite', 200, { code: 200, message: 'done' }, 'good'],
  ['session', 200, { status: 'ERROR', error: '' }, 'good'],
];

describe('what an answer means', () => {
  it.each(rows)('%s %i %j: %s', (verb, status, said, kind) => {
    expect(kindOf(reply(status, said), verb)).toBe(kind);
  });

  it('a bare 403 is about the key where the make does not say otherwise', () => {
    expect(kindOf(reply(403, { message: 'Forbidden', statusCode: 403 }), 'revoke', { adminsOnly: [] })).toBe(
      'key-limited',
    );
  });

  it('tells a missing path from a missing thing', () => {
    expect(isNoRoute(reply(405, {}))).toBe(true);
    expect(isNoRoute(reply(404, wawp('rest_no_route', 'No route was found')))).toBe(true);
    expect(isNoRoute(reply(404, 'Cannot GET /x'))).toBe(true);
    expect(isNoRoute(reply(404, upstream('item-not-found')))).toBe(false);
    expect(isNoRoute(reply(404, wawp('invalid_session', 'Session not found')))).toBe(false);
    expect(isNoRoute(reply(500, {}))).toBe(false);
  });

  it('sends a join again only after a 400 that nobody at WhatsApp can have said', () => {
    expect(isUnread(reply(400, wawp('missing_parameter', 'Missing parameter: url')), 'join')).toBe(true);
    expect(isUnread(reply(400, { success: false, error: 'that group invite link has been revoked' }), 'join')).toBe(
      false,
    );
    expect(isUnread(reply(400, { error: 'info query returned status 405: not-allowed' }), 'join')).toBe(false);
    expect(isUnread(reply(400, upstream('Request failed')), 'join')).toBe(false);
    expect(isUnread(reply(500, wawp('missing_parameter', 'Missing parameter: url')), 'join')).toBe(false);
  });

  it('keeps what was said, without addresses and invisible signs', () => {
    const message = `Failed\u202E at https://gw.example/v2/x?access_token=abc: see /v2/x?token=abc ${'x'.repeat(400)}`;
    const { said = '', ...facts } = factsOf({ ...reply(500, { message }), waitMs: 3_000 });
    expect(facts).toEqual({ kind: 'gateway-failed', status: 500, host: 'gateway.example', waitMs: 3_000 });
    expect(said).toMatch(/^Failed {1,2}at https:\/\/gw\.example see \/v2\/x xxx/);
    expect(said.length).toBeLessThanOrEqual(200);
  });
});

describe('the code in a reply', () => {
  const url = `https://chat.whatsapp.com/${code}`;
  const spellings: readonly unknown[] = [
    ...[code, `${code}\n`, url, `${url}?s=sh&p=a`, `chat.whatsapp.com/invite/${code}`, { code }, { inviteCode: code }],
    ...[
      { inviteUrl: url, inviteCode: code },
      { success: true, data: { inviteLink: url } },
      { results: { invite_link: url } },
    ],
    ...[{ newCode: code }, { response: url }, { value: code }, { groupInviteLink: url }, { data: { InviteLink: url } }],
  ];

  it.each(spellings)('%j', (said) => {
    expect(codeIn(reply(200, said))).toBe(code);
  });

  it('may be digits alone', () => {
    const digits = '1234567890123456789012';
    expect(codeIn({ ...reply(200, digits), json: Number(digits) })).toBe(digits);
  });

  const none: readonly (readonly [unknown, TroubleKind])[] = [
    ['', 'no-code'],
    ['undefined', 'no-code'],
    ['https://chat.whatsapp.com/undefined', 'no-code'],
    [{ inviteUrl: 'https://chat.whatsapp.com/undefined' }, 'no-code'],
    [{ revoked: true }, 'no-code'],
    [{ code: 'https://evil.example/AbCdEfGhIjKlMnOpQrStUv' }, 'no-code'],
    [{ code: `${code}x` }, 'no-code'],
    ['{"code":"AbCdEf', 'cut-off'],
  ];

  it.each(none)('%j is none', (said, kind) => {
    expect(() => codeFrom(reply(200, said))).toThrow(expect.objectContaining({ kind }));
  });
});
