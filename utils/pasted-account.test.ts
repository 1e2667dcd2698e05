import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Make } from './model/account';
import { type PastedAccount, readAccount, withoutPage } from './pasted-account';

const make = (facts: Partial<Make> & Pick<Make, 'id' | 'fields'>): Make => ({
  label: facts.id,
  keyPage: '',
  lacks: [],
  ...facts,
});
const bearer = { in: 'header', name: 'authorization', after: 'Bearer ' } as const;

/** As the makes themselves have it, for the ways of writing are what is tried here. */
const makes: readonly Make[] = [
  make({
    id: 'wawp',
    server: 'https://api.wawp.net',
    paths: ['/v2/session/*', '/v2/groups', '/v2/groups/*'],
    pages: ['/v2'],
    fields: [
      {
        key: 'instance',
        kind: 'text',
        places: [
          { in: 'query', name: 'instance_id' },
          { in: 'body', name: 'instance_id' },
          { in: 'header', name: 'x-instance-id' },
        ],
      },
      {
        key: 'token',
        kind: 'secret',
        places: [{ in: 'query', name: 'access_token' }, { in: 'body', name: 'access_token' }, bearer],
      },
      { key: 'headers', kind: 'switch', optional: true },
    ],
  }),
  make({
    id: 'waha',
    port: 3000,
    paths: ['/api/sessions/{session}', '/api/{session}/*', '/api'],
    pages: ['/dashboard'],
    fields: [
      { key: 'session', kind: 'text', places: [{ in: 'body', name: 'session' }] },
      { key: 'key', kind: 'secret', optional: true, places: [{ in: 'header', name: 'x-api-key' }] },
    ],
  }),
  make({
    id: 'evolution',
    port: 8080,
    paths: ['/group/*/{instance}', '/instance/*/{instance}'],
    pages: ['/manager'],
    fields: [
      { key: 'instance', kind: 'text' },
      { key: 'key', kind: 'secret', places: [{ in: 'header', name: 'apikey' }] },
    ],
  }),
  make({
    id: 'gowa',
    port: 3000,
    paths: ['/group/*', '/app/*'],
    fields: [
      { key: 'user', kind: 'text', places: [{ in: 'basic-user' }] },
      { key: 'password', kind: 'secret', places: [{ in: 'basic-password' }] },
      { key: 'device', kind: 'text', places: [{ in: 'header', name: 'x-device-id' }] },
    ],
  }),
];

const key = 'sk-9f.A+b/c=';
const waha: PastedAccount = {
  make: 'waha',
  server: 'http://192.168.1.20:3000',
  fields: { session: 'shop' },
  secrets: { key },
};
const at = 'http://192.168.1.20:3000/api/shop/groups';

const spellings: Readonly<Record<string, string>> = {
  'curl in one line': `curl -X GET "${at}" -H "accept: application/json" -H "X-Api-Key: ${key}"`,
  'curl over lines': `curl -X 'POST' \\\n  '${at}/x/invite-code/revoke' \\\n  -H 'X-Api-Key: ${key}' \\\n  -d ''`,
  'curl over lines of Windows’ ends': `curl '${at}' \\\r\n  -H 'X-Api-Key: ${key}'`,
  'a prompt and a path before it': `$ sudo /usr/bin/curl -sSL --header='x-api-key: ${key}' --url ${at}`,
  'short options grown together': `curl -sXPOST -H'X-API-KEY:${key}' ${at}/join -d '{"code":"x"}'`,
  'cmd, quoted plainly': `curl.exe "${at}" ^\r\n  -H "X-Api-Key: ${key}"`,
  'cmd, as Chromium copies it': `curl ^"${at}^" ^\n  -H ^"accept: */*^" ^\n  -H ^"X-Api-Key: ${key}^"`,
  PowerShell: `curl.exe "${at}" \`\r\n  -H "X-Api-Key: ${key}"`,
  'PowerShell’s own': `Invoke-RestMethod -Uri "${at}" -Headers @{ "X-Api-Key" = "${key}" }`,
  'bash, as Chromium copies it': `curl '${at}' \\\n  -H $'X-Api-Key: ${key}' --compressed`,
  wget: `wget --quiet --header="X-Api-Key: ${key}" -O - '${at}'`,
  HTTPie: `http GET ${at} X-Api-Key:${key}`,
  'HTTPie with a body': `https --ignore-stdin POST http://192.168.1.20:3000/api/sendText X-Api-Key:${key} session=shop`,
  fetch: `await fetch("${at}", {\n  method: "GET",\n  headers: { "accept": "*/*", "X-Api-Key": "${key}" } });`,
  axios: `axios.get('${at}', { headers: { 'X-Api-Key': '${key}' } })`,
  'a raw request': `GET /api/shop/groups HTTP/1.1\r\nHost: 192.168.1.20:3000\r\nX-Api-Key: ${key}\r\n\r\n`,
  'lines of a note': `${at}\nX-Api-Key: ${key}`,
  'a body that names the session': `curl http://192.168.1.20:3000/api/sendText -H "X-Api-Key: ${key}" --json '{"session": "shop"}'`,
};

describe('reading what was pasted', () => {
  it.each(Object.entries(spellings))('reads %s', (_, text) => {
    expect(readAccount(text, makes)).toEqual(waha);
  });

  const wawp = { make: 'wawp', server: 'https://api.wawp.net', fields: { instance: 'A1' }, secrets: { token: 'T0k' } };

  it.each([
    'https://api.wawp.net/v2/groups?instance_id=A1&access_token=T0k',
    'curl -G https://api.wawp.net/v2/groups --data-urlencode instance_id=A1 -d access_token=T0k',
    `curl -X POST https://api.wawp.net/v2/session/info -d '{"instance_id": "A1", "access_token": "T0k"}'`,
    'curl api.wawp.net/v2/groups -H "Authorization: Bearer T0k" -H "X-Instance-ID: A1"',
    'curl api.wawp.net/v2/groups --oauth2-bearer T0k -H "X-Instance-ID: A1"',
  ])('finds the key wherever the make may have it: %s', (text) => {
    expect(readAccount(text, makes)).toEqual(wawp);
  });

  it.each([
    'curl -u admin:pa:ss -H "X-Device-Id: d1" http://nas:3000/app/devices',
    'curl --user=admin:pa:ss -H "X-Device-Id: d1" http://nas:3000/app/devices',
    'http -a admin:pa:ss nas:3000/app/devices X-Device-Id:d1',
    'wget --http-user=admin --http-password=pa:ss --header "X-Device-Id: d1" http://nas:3000/app/devices',
    'curl http://admin:pa%3Ass@nas:3000/app/devices -H "X-Device-Id: d1"',
    `curl -H 'Authorization: Basic ${btoa('admin:pa:ss')}' -H "X-Device-Id: d1" http://nas:3000/app/devices`,
  ])('reads a user and a password: %s', (text) => {
    expect(readAccount(text, makes)).toEqual({
      make: 'gowa',
      server: 'http://nas:3000',
      fields: { user: 'admin', device: 'd1' },
      secrets: { password: 'pa:ss' },
    });
  });

  it('keeps a path before the make’s own, and leaves out what belongs to a page or a request', () => {
    const server = (text: string) => readAccount(text, makes)?.server;
    expect(server('https://me.example/waha/api/default/groups?limit=5')).toBe('https://me.example/waha');
    expect(server('https://me.example/evo/manager/login')).toBe('https://me.example/evo');
    expect(server('https://me.example/evo/group/inviteCode/main?groupJid=1')).toBe('https://me.example/evo');
    expect(server('https://me.example/some/where')).toBe('https://me.example/some/where');
  });

  it('takes the make’s own address for its web site’s', () => {
    expect(readAccount('https://wawp.net/dashboard/instances/7', makes)).toMatchObject({
      make: 'wawp',
      server: 'https://api.wawp.net',
    });
  });

  it('guesses a make by its port, and none where two have it, unless somebody chose one', () => {
    expect(readAccount('http://nas:8080', makes)?.make).toBe('evolution');
    expect(readAccount('nas:3000', makes)).toEqual({ server: 'http://nas:3000', fields: {}, secrets: {} });
    expect(readAccount('nas:3000', makes, 'gowa')?.make).toBe('gowa');
    expect(readAccount('http://nas:8080', makes, 'waha')?.make).toBe('waha');
    expect(readAccount(`curl http://nas:8080 -H 'apikey: ${key}'`, makes, 'waha')?.make).toBe('evolution');
  });

  it('leaves gaps that are meant to be filled', () => {
    for (const gap of ['YOUR_API_KEY', '<key>', '$WAHA_KEY', '{{key}}', 'xxxx', '********', '%KEY%']) {
      expect(readAccount(`curl '${at}' -H 'X-Api-Key: ${gap}'`, makes)).toEqual({ ...waha, secrets: {} });
    }
  });

  it('says why an address cannot be used, and keeps the rest', () => {
    const found = readAccount(`curl http://waha.example.com/api/shop/groups -H 'X-Api-Key: ${key}'`, makes);
    expect(found).toMatchObject({ make: 'waha', trouble: { kind: 'needs-https' }, secrets: { key } });
    expect(found).not.toHaveProperty('server');
  });

  it('takes nothing from a text that says nothing', () => {
    for (const text of [
      '',
      ' ',
      'hello',
      'curl',
      'Please find the key below',
      key,
      'eyJhbGciOi.eyJzdWIiOi.TJVA95OrM7E2cBab30RMHr',
    ]) {
      expect(readAccount(text, makes)).toBeUndefined();
    }
  });

  it('shows a key nowhere but among the secrets', () => {
    for (const text of [...Object.values(spellings), `${at}?x-api-key=${key}`, `http://u:${key}@nas:3000/api/shop/x`]) {
      const { secrets: _, ...rest } = readAccount(text, makes) ?? {};
      expect(JSON.stringify(rest)).not.toContain(key.slice(0, 6));
    }
  });
});

describe('hostile text', () => {
  const long = 1_000_000;
  it.each(
    [
      ...['"', "'", '`', '\\', '^', '^"', "$'", '-', 'a', 'a:', '{"', '=', ' ', '\n', '/', '%', '@', 'curl ', "a:'x"],
      ...['http://', 'http://a/', '--header ', '-H "a: b" ', 'x-api-key: ', '<', '[', 'é', '`\n', '^\n', '"a":"b",'],
    ].map((piece) => [piece, piece.repeat(long / piece.length)]),
  )('is read in no time: a megabyte of %j', (_, text) => {
    for (const before of ['', 'curl ', 'http GET ', 'fetch("', 'https://a.example/']) {
      const begun = performance.now();
      readAccount(before + text, makes);
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });

  it('never troubles, and gives an address that is one', () => {
    const piece = fc.constantFrom(
      ...['curl ', 'http ', '-H ', '-u ', '--url ', '"', "'", '\\', '^', '`', '\n', ':', '=', '@', '?', '&', '/'],
      ...['X-Api-Key: ', 'Authorization: Basic ', 'http://', 'nas:3000', '/api/', 'default', '{', '}', '%zz', '\ud800'],
      ...['__proto__', 'constructor', 'toString', '169.254.169.254', 'javascript:', '..', '\u202e'],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const found = readAccount(pasted, makes);
        if (found?.server !== undefined) expect(found.server).toMatch(/^https?:\/\/[^/?#@\s]+(\/[^?#\s]*)?$/);
        for (const value of Object.values({ ...found?.fields, ...found?.secrets })) {
          expect(value).toMatch(/^[\x20-\x7e]{1,2000}$/);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('withoutPage', () => {
  it('cuts a make’s own page, and names it', () => {
    const evolution = { pages: ['/manager'] };
    expect(withoutPage('/evo/manager/login', evolution)).toEqual({ path: '/evo', page: '/manager' });
    expect(withoutPage('/managers', evolution)).toBeUndefined();
    expect(withoutPage('/api', { paths: ['/api/{session}/*', '/api'] })).toEqual({ path: '', page: '/api' });
  });
});
