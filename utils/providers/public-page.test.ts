import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bareCode } from '../invite-link';
import { readPicture, readPublicPage, typeOf } from './public-page';

const code = bareCode('HFakePage01abcdefgh12X');
if (!code) throw new Error('Not a code');
const html = readFileSync(join(import.meta.dirname, '../../tests/fixtures/preview-pages/active-group.html'));

/** A server that answers as told, and what it was asked. */
async function serve(
  answer: (response: ServerResponse) => void,
): Promise<{ server: string; heard: IncomingMessage[] }> {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const limits = { readMs: 300, writeMs: 300, bytes: 50_000, pauseMs: 1, longestPauseMs: 1_000 };
const read = (server: string) => readPublicPage(code, { server, limits });
const kind = (kind: string, more = {}) => expect.objectContaining({ kind, facts: expect.objectContaining(more) });

describe('reading the public page', () => {
  it('asks for the clean address, as nobody in particular', async () => {
    const { server, heard } = await serve((response) => response.setHeader('set-cookie', 'a=b').end(html));
    await read(server);
    expect((await read(server)).name).toBe('Fake Book Club');
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(2).fill(`GET /${code}`));
    expect(heard[1]?.headers).toMatchObject({ accept: 'text/html', 'accept-language': 'en' });
    expect(heard[1]?.headers).not.toHaveProperty('cookie');
    expect(heard[1]?.headers).not.toHaveProperty('referer');
  });

  it.each([
    [429, { 'retry-after': '1' }, 'slow-down', { status: 429, waitMs: 1_000 }],
    [429, {}, 'slow-down', { status: 429 }],
    [503, { 'retry-after': '7' }, 'page-unread', { status: 503, waitMs: 7_000 }],
    [500, {}, 'page-unread', { status: 500 }],
    [403, {}, 'page-unread', { status: 403 }],
    [302, { location: '/login' }, 'redirected', {}],
  ])('%i %o is %s, and asked once', async (status, headers, expected, facts) => {
    const { server, heard } = await serve((response) => response.writeHead(status, headers).end(html));
    await expect(read(server)).rejects.toEqual(kind(expected, facts));
    expect(heard).toHaveLength(1);
  });

  it('tells nothing where the page is another one, or does not come whole', async () => {
    for (const [answer, expected] of [
      [(response: ServerResponse) => response.end('<title>Before you continue</title>'), 'page-unread'],
      [(response: ServerResponse) => response.end(), 'page-unread'],
      [(response: ServerResponse) => response.end(Buffer.alloc(60_000, html)), 'too-big'],
      [() => undefined, 'timed-out'],
      [(response: ServerResponse) => void response.write(html), 'timed-out'],
      [(response: ServerResponse) => void response.write(html, () => response.destroy()), 'cut-off'],
      [(response: ServerResponse) => response.destroy(), 'unreachable'],
    ] as const) {
      const { server } = await serve(answer);
      await expect(read(server), expected).rejects.toEqual(kind(expected));
    }
  });

  it('believes a 404', async () => {
    const { server } = await serve((response) => response.writeHead(404).end());
    expect((await read(server)).state).toBe('invalid');
  });
});

describe('the picture', () => {
  const address = 'https://pps.whatsapp.net/v/1_n.jpg?a=1&oe=6B';
  const jpeg = Buffer.from('\xff\xd8\xff\xe0 and so on', 'latin1');

  it('is what it is by its first bytes, whatever it is called', async () => {
    const { server, heard } = await serve((response) => response.setHeader('content-type', 'text/html').end(jpeg));
    expect(await readPicture(address, { server })).toBe(`data:image/jpeg;base64,${jpeg.toString('base64')}`);
    expect(heard[0]?.url).toBe('/v/1_n.jpg?a=1&oe=6B');
    expect(typeOf(Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1'))).toBe('image/png');
    expect(typeOf(Buffer.from('RIFF1234WEBPVP8 ', 'latin1'))).toBe('image/webp');
  });

  it('is none where something else comes', async () => {
    for (const answer of [
      (response: ServerResponse) => response.end('<svg onload="alert(1)"/>'),
      (response: ServerResponse) => response.end('GIF89a'),
      (response: ServerResponse) => response.end(),
      (response: ServerResponse) => response.end(Buffer.alloc(100_001, jpeg)),
      (response: ServerResponse) => response.writeHead(404).end(jpeg),
      (response: ServerResponse) => response.writeHead(302, { location: '/x' }).end(),
      (response: ServerResponse) => response.destroy(),
    ]) {
      expect(await readPicture(address, await serve(answer))).toBeUndefined();
    }
  });

  it('is asked of no other host', async () => {
    const { server, heard } = await serve((response) => response.end(jpeg));
    expect(await readPicture('https://static.whatsapp.net/rsrc.php/v4/x.png', { server })).toBeUndefined();
    expect(await readPicture(`${server}/x.jpg`, { server })).toBeUndefined();
    expect(heard).toEqual([]);
  });
});
