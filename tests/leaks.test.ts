import { afterEach, describe, expect, it, vi } from 'vitest';
import { openHttp } from '../utils/providers/http';
import { Trouble } from '../utils/trouble';
import { asked, verbs } from './asked';
import { holdsKey } from './holds-key';
import { aGroup, type Wire } from './hostile-answers';
import { gateways } from './open-gateway';
import { openedAt } from './opened-at';
import { answering } from './stand-in-network';

afterEach(() => vi.unstubAllGlobals());

const keys = [
  ...[
    'canary-9f1C77a0-keep-me-secret',
    'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.5mB-x_Q2',
    '429683C4C977415CAAFCCE10F7D57E11',
  ],
  ...['ca/na+ry==&k=1"2\\3 4%5', 'Canary12', "c'a<n>a{r}y|k~e`y^1$", 'canary0123456789'.repeat(8)],
];

const percent = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');
const unicode = (text: string) =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const entities = (text: string) => [...text].map((sign) => `&#${sign.charCodeAt(0)};`).join('');
const hex = (text: string, between = '') =>
  [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0')).join(between);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const json = JSON.stringify;
const raw = (status: number, body: string): Wire => ({ status, headers: {}, body, how: 'whole' });
const said = (status: number, words: string): Wire => raw(status, json({ message: words, error: words }));
const working = { name: 'x', status: 'WORKING', id: aGroup, subject: 'Club', size: 3 };

/** Ways in which a gateway may hand a key back. */
const echoes: Readonly<Record<string, (key: string) => Wire>> = {
  plain: (key) => said(500, `Invalid token ${key}`),
  'as a header': (key) =>
    raw(
      500,
      json({ message: `authorization: Bearer ${key}`, headers: { authorization: `Bearer ${key}`, 'x-api-key': key } }),
    ),
  'as a query': (key) => said(500, `GET /v2/groups?access_token=${encodeURIComponent(key)}&instance_id=1 failed`),
  'as a path': (key) => said(404, `Cannot GET /key/${encodeURIComponent(key)}/groups`),
  'as a form': (key) => said(400, new URLSearchParams({ token: key }).toString()),
  'every sign in percent': (key) => said(500, percent(key)),
  'percent in capitals': (key) => said(500, percent(key).toUpperCase()),
  'percent twice': (key) => said(500, percent(key).replaceAll('%', '%25')),
  'some signs in percent': (key) => said(500, percent(key.slice(0, 2)) + key.slice(2)),
  'JSON escapes': (key) => raw(500, `{"message":"${unicode(key)}"}`),
  'some JSON escapes': (key) => raw(500, `{"message":"${unicode(key.slice(0, 3))}${json(key.slice(3)).slice(1, -1)}"}`),
  'JSON as PHP writes it': (key) => raw(500, json({ message: key }).replaceAll('/', '\\/')),
  'JSON in JSON': (key) => said(500, json({ request: json({ token: key }) })),
  'JSON escapes in JSON': (key) => said(500, unicode(key)),
  'HTML entities': (key) => said(500, entities(key)),
  'an HTML page': (key) => raw(500, `<html><body>${entities(key)} ${key}</body></html>`),
  'a text': (key) => raw(502, `upstream said no to ${key}`),
  'half a JSON': (key) => raw(500, `{"message":"no ${json(key).slice(1, -1)}`),
  base64: (key) => said(500, base64(key)),
  'base64 after one sign': (key) => said(500, base64(`:${key}`)),
  'base64 after two signs': (key) => said(500, base64(`u:${key}`)),
  'a basic header': (key) => said(401, `Basic ${base64(`Bearer ${key}:x`)}`),
  'base64 for addresses': (key) => said(500, Buffer.from(`{"k":"${key}"}`).toString('base64url')),
  hex: (key) => said(500, hex(key)),
  'hex in capitals': (key) => said(500, hex(key).toUpperCase()),
  'hex, byte by byte': (key) => said(500, hex(key, ' ')),
  'in capitals': (key) => said(500, key.toUpperCase()),
  'in small letters': (key) => said(500, key.toLowerCase()),
  backwards: (key) => said(500, [...key].reverse().join('')),
  'cut off at its end': (key) => raw(500, `{"message":"bad key ${json(key.slice(0, -3)).slice(1, -1)}`),
  'cut off, in words': (key) => said(500, `Key ${key.slice(0, -2)}… is unknown`),
  'in pieces': (key) => raw(500, json({ message: [key.slice(0, -2), key.slice(-2)] })),
  'as a name in JSON': (key) => raw(500, json({ message: { [key]: 1 }, [key]: key })),
  "as the session's state": (key) => raw(200, json({ ...working, status: key })),
  "as the session's name": (key) => raw(200, json({ ...working, me: { id: key, pushName: key }, engine: key })),
  "as a group's name": (key) => raw(200, json([{ ...working, subject: key, desc: key }])),
  "as one group's name": (key) => raw(200, json({ ...working, subject: key, desc: key })),
  "as a group's id": (key) => raw(200, json({ [aGroup]: { ...working, id: key, subject: key } })),
  'as a picture': (key) => raw(200, json({ url: `https://pps.whatsapp.net/?t=${encodeURIComponent(key)}` })),
  "in the code's place": (key) => raw(200, json({ code: key, inviteCode: key })),
  'as a whole answer': (key) => raw(200, key),
  'in a soft error': (key) => raw(200, json({ success: false, error: `Bad ${key}` })),
  'in the state of a session that is down': (key) =>
    raw(422, json({ error: 'Session status is not as expected.', status: key })),
  'in other headers': (key) => ({
    ...said(429, 'slow'),
    headers: { 'retry-after': encodeURIComponent(key), 'x-echo': encodeURIComponent(key) },
  }),
  'in a network error': () => ({ ...said(500, ''), how: 'lost' }),
};

const telling = ['session', 'invite', 'revoke'] as const;

describe.each(gateways)('$id echoes its key', (make) => {
  const names = Object.keys(echoes);
  const secret = make.fields.find(({ kind }) => kind === 'secret')?.key ?? '';

  it('in many ways', () => expect(names.length).toBeGreaterThan(30));

  it.each(names)(
    '%s: nobody sees it again',
    async (name) => {
      for (const [nth, key] of keys.entries()) {
        const wire = echoes[name]?.(key);
        if (!wire) throw new RangeError(name);
        // What must be there, lest the rig be blind.
        if (wire.how === 'whole' && !/cut off|in pieces|other headers/.test(name))
          expect(holdsKey(String(wire.body), key), `${name} ${key}`).toBe(true);
        // All verbs read their answers through one place: with the first key that is shown of each of them.
        for (const verb of nth === 0 ? verbs : telling) {
          answering([wire]);
          const heard: string[] = [];
          const gateway = openedAt(make, { secrets: { [secret]: key }, heard: ({ text }) => heard.push(text) });
          const ended = await asked[verb](gateway).catch((caught: unknown) => caught);
          const given = [ended instanceof Trouble ? [ended.facts, ended.message, ended.cause] : ended, heard];
          if (ended instanceof Error) expect(ended.stack).not.toContain(key);
          expect([verb, key, holdsKey(JSON.stringify(given) ?? '', key)]).toEqual([verb, key, false]);
        }
      }
    },
    60_000,
  );
});

describe('forced exceptions', () => {
  const planted = 'planted-canary-77aa';
  const badHeaders = ['\n', '\r\n', '\0', 'ключ', '漢', '\u007f\n', '😀', '\ud800', '\u0100', '\u2028'].flatMap(
    (sign) => [...[sign + planted, planted + sign, `${planted}${sign}${planted}`]],
  );
  const servers = [
    ...[
      `http://user:${planted}@127.0.0.1:1`,
      `http://${planted}:x@localhost:1/a`,
      `https://${planted}.invalid`,
      `http://127.0.0.1:1/${planted}`,
    ],
    ...[
      `http://[${planted}]`,
      `${planted}`,
      `ftp://x:${planted}@h`,
      `http://127.0.0.1:99999/${planted}`,
      `http://%00${planted}/`,
    ],
  ];
  const broken: readonly ((url: URL, init: RequestInit) => Promise<Response>)[] = [
    ...[TypeError, Error, RangeError, SyntaxError].map((Kind) => async (url: URL, init: RequestInit) => {
      throw new Kind(
        `Failed to fetch ${url} with ${JSON.stringify([...new Headers(init.headers)])} ${String(init.body)}`,
      );
    }),
    async (url) => Promise.reject(new DOMException(`The operation was aborted: ${url}`, 'AbortError')),
    async (url) =>
      Promise.reject(
        Object.assign(new TypeError('fetch failed'), { cause: new Error(`getaddrinfo ENOTFOUND ${url}`) }),
      ),
    async (url) => Promise.reject(`${url}`),
    async (url, { body }) =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new Error(`${url} ${String(body)}`)) })),
  ];

  async function shown(ask: () => Promise<unknown>): Promise<string> {
    const caught = await ask().catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Trouble);
    if (!(caught instanceof Trouble)) return planted;
    return `${caught} ${caught.stack} ${JSON.stringify(caught)} ${String(caught.cause)} ${caught.facts.said} ${caught.facts.host}`;
  }

  it('say nothing of what was in the request, 200 times and more', async () => {
    const texts: string[] = [];
    for (const value of badHeaders) {
      for (const name of ['authorization', 'x-api-key', 'apikey']) {
        texts.push(
          await shown(() => openHttp({ server: 'http://127.0.0.1:1', secrets: [] }, { [name]: value }).get('/')),
        );
      }
    }
    for (const server of servers.filter((one) => !one.includes('.invalid') && !one.includes('99999'))) {
      const http = openHttp({ server, secrets: [planted] });
      for (const ask of [
        () => http.get(`/${planted}`, { query: { planted } }),
        () => http.post('/', { body: { planted } }),
      ]) {
        texts.push(await shown(ask));
      }
    }
    for (const fetching of broken) {
      vi.stubGlobal('fetch', fetching);
      for (const make of gateways) {
        const secret = make.fields.find(({ kind }) => kind === 'secret')?.key ?? '';
        for (const verb of verbs)
          texts.push(await shown(() => asked[verb](openedAt(make, { secrets: { [secret]: planted } }))));
      }
    }
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => text.toLowerCase().includes('canary'))).toEqual([]);
  }, 60_000);
});
