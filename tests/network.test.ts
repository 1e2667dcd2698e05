import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHttp, usualLimits } from '../utils/providers/http';
import { asked, verbs } from './asked';
import { gateways } from './open-gateway';
import { openedAt } from './opened-at';

interface Station {
  readonly url: string;
  /** Everything that came in, as it came: request lines, headers, bodies. */
  readonly bytes: () => string;
  readonly connections: () => number;
}

async function station(answer: (response: ServerResponse) => void): Promise<Station> {
  const parts: Buffer[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    request.resume();
    answer(response);
  });
  server.on('connection', (socket) => {
    connections += 1;
    const take = socket.emit;
    socket.emit = function emit(this: typeof socket, event: string | symbol, ...rest: unknown[]) {
      if (event === 'data' && Buffer.isBuffer(rest[0])) parts.push(rest[0]);
      return Reflect.apply(take, this, [event, ...rest]);
    };
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, bytes: () => Buffer.concat(parts).toString(), connections: () => connections };
}

const kind = (kind: string) => expect.objectContaining({ kind });

describe.each(gateways)('$id is redirected to a stranger', (make) => {
  it.each([301, 302, 303, 307, 308])('by %i: not a byte goes there, whatever is asked', async (status) => {
    const stranger = await station((response) => response.end('{}'));
    const gateway = await station((response) =>
      response
        .writeHead(status, { location: `${stranger.url}/taken`, refresh: `0;url=${stranger.url}` })
        .end('{"status":"WORKING"}'),
    );
    for (const verb of verbs) {
      await expect(asked[verb](openedAt(make, { server: gateway.url })), verb).rejects.toEqual(kind('redirected'));
    }
    expect(gateway.connections()).toBeGreaterThan(0);
    expect(stranger.connections()).toBe(0);
    expect(stranger.bytes()).toBe('');
  });
});

describe('an answer without bounds', () => {
  it('ends at five million bytes, for lists too', async () => {
    expect(usualLimits.bytes).toBe(5_000_000);
    const { url } = await station((response) => response.end('x'.repeat(5_000_001)));
    await expect(openHttp({ server: url, secrets: [] }).get('/')).rejects.toEqual(kind('too-big'));
    await expect(openHttp({ server: url, secrets: [] }).get('/', { list: true })).rejects.toEqual(kind('too-big'));
    const fits = await station((response) => response.end('x'.repeat(5_000_000)));
    expect((await openHttp({ server: fits.url, secrets: [] }).get('/')).text).toHaveLength(5_000_000);
  });

  it('ends at thirty million where a make cannot cut its list into pages', async () => {
    const { url } = await station((response) => response.end('x'.repeat(30_000_001)));
    const asked = openHttp({ server: url, secrets: [] }).get('/', { list: true, uncut: true });
    await expect(asked).rejects.toEqual(kind('too-big'));
    const fits = await station((response) => response.end('x'.repeat(5_000_001)));
    expect((await openHttp({ server: fits.url, secrets: [] }).get('/', { uncut: true })).text).toHaveLength(5_000_001);
  });

  it.each(['announced', 'unannounced', 'compressed'])(
    'of 60 MB is cut within two seconds, %s',
    async (how) => {
      const mega = Buffer.alloc(1_000_000, 'x');
      let sent = 0;
      const { gzipSync } = await import('node:zlib');
      const bomb = how === 'compressed' ? gzipSync(Buffer.alloc(60_000_000)) : Buffer.alloc(0);
      const { url } = await station((response) => {
        if (how === 'announced') response.setHeader('content-length', 60_000_000);
        if (how === 'compressed') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
        const more = () => {
          while (sent < 60 && response.write(mega)) sent += 1;
          if (sent >= 60) response.end();
          else response.once('drain', more);
        };
        more();
      });
      // Time of the processor, for the machine may have others to serve.
      const began = process.cpuUsage();
      await expect(openHttp({ server: url, secrets: [] }).get('/')).rejects.toEqual(kind('too-big'));
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000);
      expect(sent).toBeLessThan(60);
    },
    30_000,
  );

  it('that drips for ever ends at its deadline', { timeout: 30_000 }, async () => {
    const { url } = await station((response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const http = openHttp({ server: url, secrets: [], limits: { readMs: 300, writeMs: 300, listMs: 300 } });
    for (const drop of [() => http.get('/'), () => http.post('/'), () => http.get('/', { list: true })]) {
      const began = performance.now();
      await expect(drop()).rejects.toEqual(kind('timed-out'));
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});

describe('what a request leaves behind', () => {
  it('is no line in the list of requests that the browser keeps', async () => {
    const { url } = await station((response) => response.end('{}'));
    await openHttp({ server: url, secrets: [] }).get('/x', { query: { access_token: 'planted-canary' } });
    await new Promise((settled) => setTimeout(settled, 20));
    expect(JSON.stringify(performance.getEntries())).not.toContain('planted-canary');
  });
});
