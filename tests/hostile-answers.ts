import fc from 'fast-check';

/** One answer as it comes over the wire; `cut` breaks its body off in the middle, `lost` is no answer at all. */
export interface Wire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly how: 'whole' | 'cut' | 'lost';
}

export const anInvite = 'AbCdEfGhIjKlMnOpQrStUv';
export const aGroup = '120363000000000000@g.us';

const names = [
  ...['id', 'jid', 'JID', 'name', 'subject', 'Name', 'size', 'participantsCount', 'participants', 'admin', 'isAdmin'],
  ...['data', 'group', 'groups', 'groupInfo', 'groupMetadata', 'response', 'results', 'pagination', 'hasMore', 'me'],
  ...['code', 'inviteCode', 'newCode', 'inviteUrl', 'inviteLink', 'link', 'url', 'value', 'result', 'status', 'state'],
  ...['session', 'downstream', 'error', 'message', 'details', 'exception', 'success', 'creation', 'groupCreated'],
  ...['linkedParent', 'isParent', 'engine', '_serialized', 'desc', 'topic', 'role', 'phoneNumber', 'pending'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', '', aGroup],
];

const leaves: readonly unknown[] = [
  ...[aGroup, anInvite, `https://chat.whatsapp.com/${anInvite}`, `chat.whatsapp.com/${anInvite}`, `${anInvite}x`],
  ...[`https://www.google.com/url?q=https://chat.whatsapp.com/${anInvite}`, 'https://chat.whatsapp.com/undefined'],
  ...['GroupInviteCodeInvalid', 'undefined', 'null', 'WORKING', 'CONNECTED', 'SCAN_QR_CODE', null, true, false, [], {}],
  ...[-1, 0, 1.5, 1e300, -0, 842, 2 ** 53, 1_700_000_000, 1_700_000_000_000, '1700000000', '0001-01-01T00:00:00Z'],
  ...['gone', 'not-authorized', 'item-not-found', 'rate-overlimit', 'Forbidden', 'Your API key has been revoked', 'OK'],
  ...['invalid_session', 'wawp_upstream_error', '33612345678@c.us', '123:4@s.whatsapp.net', '987@lid', 'superadmin'],
  ...['\u0000\u001b[2J\u202Egnp.exe\u2066', '\ud800 half', 'javascript:alert(1)', '<img src=x onerror=alert(1)>'],
];

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...leaves) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.double() },
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie('tree')), { maxLength: 6 })
      .map(objectText)
      .map(parsed),
  ),
}));

/** Duplicate names and `__proto__` as JSON itself may have them. */
function objectText(entries: readonly (readonly [string, unknown])[]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}

const deep = (open: string, close: string, inside = '1') => open.repeat(100_000) + inside + close.repeat(100_000);

/** What no gateway says when all is well. */
const oddities: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  ...[
    '',
    ' ',
    '\n',
    'null',
    'true',
    '0',
    '""',
    '[]',
    '{}',
    '[[]]',
    '[null]',
    'undefined',
    'NaN',
    '{"code":',
    '"half',
    "{'code':1}",
  ],
  ...['OK', 'Not Found', 'gone', anInvite, `"${anInvite}"`, `${anInvite} ${anInvite}`, `\ufeff{"code":"${anInvite}"}`],
  ...[
    '{"code":"GroupInviteCodeInvalid","message":"The group is unknown"}',
    `{"old":"x","code":"${anInvite}","newCode":"BbCdEfGhIjKlMnOpQrStUv"}`,
  ],
  ...['1e999', '-1e999', `{"size":${'9'.repeat(400)}}`, `{"id":"${aGroup}","size":1e400,"creation":${'9'.repeat(30)}}`],
  ...['{"code":"x","code":"y"}', `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`],
  ...[
    `{"data":{"__proto__":{"code":"${anInvite}"}}}`,
    `{"__proto__":"${aGroup}","id":{"__proto__":{"_serialized":1}}}`,
  ],
  ...[
    '<!doctype html><title>Just a moment...</title>',
    '<html><body>captcha: gone</body></html>',
    '<?xml version="1.0"?><a/>',
  ],
  ...[
    `<p>Your link https://chat.whatsapp.com/${anInvite} has been revoked</p>`,
    '<script>location="/login"</script>',
    '<',
  ],
  ...[
    'callback({"code":1})',
    ")]}',\n{}",
    'data: {"code":1}\n\n',
    'a=b&code=c',
    '{"a":1}{"b":2}',
    '{"code":"a"}\u0000',
  ],
  ...[
    '\u001f\u008b\u0008\u0000\u0000gzip',
    new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab]),
    new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
  ],
  ...[new Uint8Array([0xc3, 0x28, 0xa0, 0xa1, 0xf0, 0x28]), new Uint8Array(300)],
];
const deepOnes = [
  ...[deep('[', ']'), deep('{"data":', '}'), deep('{"groups":[', ']}'), '['.repeat(100_000), '{"a":'.repeat(100_000)],
  ...[`{"message":${deep('[', ']')}}`, `{"id":"${aGroup}","groupMetadata":${deep('{"groupMetadata":', '}', '{}')}}`],
];

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constant(200) },
  { weight: 2, arbitrary: fc.constantFrom(201, 202, 204, 206, 226, 299) },
  { weight: 5, arbitrary: fc.constantFrom(400, 401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 423, 429, 451) },
  { weight: 3, arbitrary: fc.constantFrom(500, 501, 502, 503, 504, 520, 530, 599, 600, 999) },
  { weight: 1, arbitrary: fc.constantFrom(300, 301, 302, 303, 304, 307, 308) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
);

const header = fc.constantFrom<Readonly<Record<string, string>>>(
  ...[
    {},
    {},
    {},
    { 'content-type': 'text/html' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'retry-after': '7' },
  ],
  ...[{ 'retry-after': 'Thu, 01 Jan 2026 12:00:30 GMT' }, { 'retry-after': '-1' }, { 'retry-after': '1000000000' }],
  ...[
    { 'retry-after': '__proto__' },
    { 'content-length': '99999999999' },
    { 'content-length': '-5' },
    { 'content-length': 'x' },
  ],
  ...[
    { 'content-encoding': 'gzip' },
    { location: 'https://stranger.example/' },
    { 'set-cookie': 'a=b' },
    { refresh: '0;url=/' },
  ],
);

/** A JSON text with one place of it changed. */
function mutated(text: string, at: number, into: unknown): string {
  const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?|true|false|null/g)];
  const place = places[at % Math.max(1, places.length)];
  if (!place) return JSON.stringify(into) ?? '';
  return text.slice(0, place.index) + JSON.stringify(into) + text.slice(place.index + place[0].length);
}

function flipped(text: string, bits: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  for (const bit of bits) {
    const at = Math.floor(bit / 8) % Math.max(1, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  }
  return bytes;
}

/** Any answer that can be thought of, many of them close to `good` ones. */
export function hostileAnswer(good: readonly string[]): fc.Arbitrary<Wire> {
  const recorded = fc.constantFrom(...good);
  const number = fc.nat({ max: 1_000_000 });
  const body = fc.oneof(
    { weight: 3, arbitrary: recorded },
    { weight: 4, arbitrary: fc.tuple(recorded, number, leaf).map(([text, at, into]) => mutated(text, at, into)) },
    { weight: 2, arbitrary: fc.tuple(recorded, number).map(([text, at]) => text.slice(0, at % (text.length + 1))) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(recorded, fc.array(number, { minLength: 1, maxLength: 4 }))
        .map(([text, bits]) => flipped(text, bits)),
    },
    { weight: 1, arbitrary: fc.tuple(recorded, recorded).map(([one, other]) => `{"data":${one},"response":${other}}`) },
    { weight: 6, arbitrary: tree.map((value) => JSON.stringify(value) ?? '') },
    { weight: 4, arbitrary: fc.constantFrom(...oddities) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
  return fc.record({
    status,
    headers: header,
    body: fc.oneof({ weight: 400, arbitrary: body }, { weight: 1, arbitrary: fc.constantFrom(...deepOnes) }),
    how: fc.oneof(
      { weight: 20, arbitrary: fc.constant('whole' as const) },
      { weight: 1, arbitrary: fc.constantFrom('cut' as const, 'lost' as const) },
    ),
  });
}
