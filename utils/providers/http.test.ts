import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type HttpOptions, openHttp, retryAfter, segment } from './http';
import { redact } from './redact';

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A real server that answers each request by its turn, and what it heard. */
async function serve(
  answer: (response: ServerResponse, turn: number) => void,
): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers } = request;
    heard.push({ method, url, headers, body });
    answer(response, heard.length);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const limits = { bytes: 2_000, pauseMs: 5, longestPauseMs: 1_500 };
const hasty = { limits: { ...limits, readMs: 200, writeMs: 200 } };

function open(server: string, more: Partial<HttpOptions> = {}, headers = {}) {
  return openHttp({ server, secrets: [], limits, ...more }, headers);
}

const kind = (kind: string) => expect.objectContaining({ kind });

describe('asking', () => {
  it('sends query, body and headers, and no cookie that was set before', async () => {
    const { url, heard } = await serve((response) => response.setHeader('set-cookie', 'a=b').end('{"x":[1]}'));
    const http = open(`${url}/base`, {}, { 'x-api-key': 'k' });
    expect(await http.get('/g/1%40g.us', { query: { code: 'a b&c' } })).toMatchObject({
      status: 200,
      json: { x: [1] },
    });
    await http.post('/p', { body: { a: 'é' } });
    expect(heard).toMatchObject([
      { method: 'GET', url: '/base/g/1%40g.us?code=a+b%26c', headers: { 'x-api-key': 'k' }, body: '' },
      { method: 'POST', url: '/base/p', headers: { 'content-type': 'application/json' }, body: '{"a":"é"}' },
    ]);
    expect(heard.flatMap(({ headers }) => [headers.cookie, headers.referer, headers.origin])).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('makes a bad header our own trouble, without its value', async () => {
    await expect(open('http://127.0.0.1:1', {}, { 'x-api-key': 'geheim\n' + 'ключ' }).get('/')).rejects.toEqual(
      kind('bad-field'),
    );
  });

  it('never climbs out of a path', () => {
    expect(segment('1@g.us')).toBe('1%40g.us');
    expect(segment(' a/../b? ')).toBe('a%2F..%2Fb%3F');
    for (const bad of ['', ' ', '.', '..']) expect(() => segment(bad)).toThrow(kind('bad-field'));
  });
});

describe('an answer that does not come whole', () => {
  it('hangs', async () => {
    const { url } = await serve(() => undefined);
    await expect(open(url, hasty).get('/')).rejects.toEqual(kind('timed-out'));
    await expect(open(url, hasty).post('/')).rejects.toEqual(kind('timed-out'));
  });

  it('hangs in the middle', async () => {
    const { url } = await serve((response) => void response.write('{"half":'));
    await expect(open(url, hasty).get('/')).rejects.toEqual(kind('timed-out'));
  });

  it('is cut off', async () => {
    const { url } = await serve(
      (response) => void response.write('{"half":', () => setTimeout(() => response.destroy(), 20)),
    );
    await expect(open(url).get('/')).rejects.toEqual(kind('cut-off'));
  });

  it('is nobody', async () => {
    const { url } = await serve((response) => response.destroy());
    await expect(open(url).post('/')).rejects.toEqual(kind('unreachable'));
    await expect(open('http://127.0.0.1:1').get('/')).rejects.toEqual(kind('unreachable'));
  });

  it.each(['announced', 'unannounced'])('is too big, %s', async (how) => {
    const { url } = await serve((response) => {
      if (how === 'announced') response.setHeader('content-length', 3_000);
      else response.flushHeaders();
      response.end('x'.repeat(3_000));
    });
    await expect(open(url).get('/')).rejects.toEqual(kind('too-big'));
    await expect(open(url).get('/', { list: true })).rejects.toEqual(kind('too-big'));
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i is not followed, and nothing reaches the other side', async (status) => {
    const other = await serve((response) => response.end('{}'));
    const { url } = await serve((response) =>
      response.writeHead(status, { location: `${other.url}/x` }).end('{"code":"x"}'),
    );
    const http = open(url, {}, { 'x-api-key': 'k' });
    await expect(http.get('/')).rejects.toEqual(kind('redirected'));
    await expect(http.post('/', { body: { token: 't' } })).rejects.toEqual(kind('redirected'));
    expect(other.heard).toEqual([]);
  });
});

describe('trying again', () => {
  it.each([502, 503, 504])('reads once more after %i', async (status) => {
    const { url, heard } = await serve((response, turn) => response.writeHead(turn === 1 ? status : 200).end('{}'));
    expect((await open(url).get('/')).status).toBe(200);
    expect(heard).toHaveLength(2);
  });

  it('reads no third time', async () => {
    const { url, heard } = await serve((response) => response.writeHead(503).end());
    expect((await open(url).get('/')).status).toBe(503);
    expect(heard).toHaveLength(2);
  });

  it.each([
    ['1', 2],
    ['60', 1],
    [undefined, 1],
    ['soon', 1],
  ])('after a 429 with Retry-After %s sends %i in all', async (header, sent) => {
    const { url, heard } = await serve((response, turn) => {
      if (header) response.setHeader('retry-after', header);
      response.writeHead(turn === 1 ? 429 : 200).end('{}');
    });
    await open(url).get('/');
    expect(heard).toHaveLength(sent);
  });

  it.each([400, 401, 403, 404, 408, 500, 501])('not after %i', async (status) => {
    const { url, heard } = await serve((response) => response.writeHead(status).end());
    await open(url).get('/');
    expect(heard).toHaveLength(1);
  });

  it.each([429, 502, 503, 504])('never sends a change again, %i', async (status) => {
    const { url, heard } = await serve((response) => response.writeHead(status, { 'retry-after': '1' }).end());
    expect((await open(url).post('/')).status).toBe(status);
    expect(heard).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1, 12);

  it.each([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['0', 1_000],
    [' 7 ', 7_000],
    ['7200', 3_600_000],
    ['9'.repeat(400), 3_600_000],
    ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 1_000],
    ['Fri, 02 Jan 2026 12:00:00 GMT', 3_600_000],
  ])('%j asks for %j ms', (header, waitMs) => {
    expect(retryAfter(header, now)).toEqual(waitMs === undefined ? {} : { waitMs });
  });
});

describe('secrets', () => {
  const secret = 'a/b+c "d"é-1234';

  it.each([
    ['plain', secret],
    ['in an address', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ k: secret }).toString()],
    ['in JSON', JSON.stringify({ k: secret })],
    ['in JSON as PHP writes it', JSON.stringify({ k: secret }).replaceAll('/', '\\/')],
  ])('are taken out: %s', (_, text) => {
    const kept = redact(`before ${text} after`, [secret]);
    expect(kept).toContain('•••');
    expect(kept).not.toMatch(/1234/);
    expect(kept).toMatch(/^before .* after$/);
  });

  it('are taken out of an echo before anybody reads it', async () => {
    const { url } = await serve((response) => response.end('{"asked":{"query":{"token":"wawp-token-1"}}}'));
    const { text, json } = await open(url, { secrets: ['wawp-token-1'] }).get('/');
    expect(text).not.toContain('wawp-token-1');
    expect(json).toEqual({ asked: { query: { token: '•••' } } });
  });

  it('leave words alone that are part of a key and of every link', () => {
    const link = '{"code":"https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv","participantsCount":3}';
    expect(redact(link, ['whatsapp-2024', 'my-participants-key-1'])).toBe(link);
    expect(redact('key whatsapp-2024 and WHATSAPP-202', ['whatsapp-2024'])).toBe('key ••• and •••');
  });

  it('are looked for in five megabytes without delay, whatever is there', () => {
    const key = 'a1B2-c3D4_e5F6g7H8i9J0k1L2';
    for (const sign of ['\\', '%25', '&amp;', `${key.slice(0, 9)}x`, key, '\\u0041']) {
      // Time of the processor, for the machine may have others to serve.
      const began = process.cpuUsage();
      expect(redact(sign.repeat(5e6 / sign.length), [key])).not.toContain(key);
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000);
    }
  }, 120_000);

  it('go only where they stand alone when they are short', () => {
    expect(redact('key=12036&x=120363@g.us abc12036', ['12036'])).toBe('key=•••&x=120363@g.us abc12036');
    expect(redact('"a.c*": "a.c*"', ['a.c*'])).toBe('"•••": "•••"');
    expect(redact('"\\u0061.c*" "\\u0061bc"', ['a.c*'])).toBe('"•••" "abc"');
    expect(redact('{"id":1,"a":"abc"}', ['1', 'abc', ''])).toBe('{"id":1,"a":"abc"}');
  });
});
