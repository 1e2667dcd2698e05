import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { type Stage, stage, thorough } from './stage.ts';

it('carries neither key nor cookie to where a gateway sends it, and leaves no address with a key behind', async () => {
  const on = await stage();
  const stranger = await listening();
  const gateway = await listening(`http://localhost:${stranger.port}/taken`);
  await planted(on, gateway.url);
  await added(on, gateway.url);
  const { fields } = on.entry();
  const key = fields.fieldWawpToken ?? '';

  const found = await asked(on, 'invite.read', { account: await account(on), group: '120363000000000001@g.us' });
  expect(found).toMatchObject({ trouble: { kind: 'redirected' } });
  const asking = { account: await account(on), part: 'session' };
  const tested = JSON.stringify(await asked(on, 'account.check', asking));
  expect(tested).toContain('redirected');

  const methods = gateway.heard.map(({ method }) => method);
  expect(methods).toEqual(expect.arrayContaining(['GET', 'POST']));
  // What must be there, lest we looked at the wrong server.
  expect(JSON.stringify(gateway.heard)).toContain(key);
  expect(gateway.heard.filter(({ cookie, referer }) => cookie !== undefined || referer !== undefined)).toEqual([]);
  expect(stranger.connections()).toBe(0);
  expect(JSON.stringify([found, tested])).not.toContain(key);
  expect(await on.browser.evaluateInBackground<string>(timings)).not.toContain(key);
});

thorough(
  'asks with the key in headers where a gateway was seen to read them, and with the switch off in no address',
  async () => {
    const on = await stage();
    await on.connectAccount();
    const popup = await on.popup();
    await popup.choose('VIP Launch List');
    const reads = (await on.requests()).filter(({ method, verb }) => method === 'GET' && verb !== 'page');
    expect(reads.length).toBeGreaterThan(2);
    expect(new Set(reads.flatMap(({ credentials }) => credentials))).toEqual(new Set(['header']));
    const { fields } = on.entry();
    expect(await on.browser.evaluateInBackground<string>(timings)).not.toContain(fields.fieldWawpToken);
  },
);

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly cookie: string | undefined;
  readonly referer: string | undefined;
  readonly body: string;
}

/** A server that sends everybody on to `location`, or is where they are sent; and all that it heard. */
async function listening(location?: string) {
  const heard: Heard[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method, url, headers } = request;
    if (url === '/plant')
      return void response
        .setHeader('set-cookie', ['sid=planted; Path=/', 'lax=planted; SameSite=Lax'])
        .end('<p>planted');
    if (url === '/favicon.ico') return void response.end();
    heard.push({ method, url, cookie: headers.cookie, referer: headers.referer, body });
    if (location) response.writeHead(307, { location }).end();
    else response.end('{}');
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { heard, port, url: `http://127.0.0.1:${port}`, connections: () => connections };
}

/** The browser has been to the gateway's site before, and holds its cookies. */
async function planted(on: Stage, url: string): Promise<void> {
  const tab = await on.page(`${url}/plant`);
  expect(await tab.evaluate<string>('document.cookie')).toContain('sid=planted');
}

async function added(on: Stage, server: string): Promise<void> {
  await on.addAccount();
  const { id } = await stored(on);
  const draft = {
    id,
    make: 'wawp',
    name: 'wawp',
    server,
    fields: { instance: 'K3PWAWPDEMO1' },
    secrets: { token: on.entry().fields.fieldWawpToken },
  };
  expect(await asked(on, 'account.save', draft)).toMatchObject({ answer: { server } });
}

const account = async (on: Stage) => (await stored(on)).id;

async function stored(on: Stage): Promise<{ readonly id: string }> {
  const told = await asked(on, 'account.overview', undefined);
  const [first] = told.answer?.accounts ?? [];
  if (!first) throw new Error('No account');
  return first;
}

interface Told {
  readonly answer?: { readonly accounts?: readonly { readonly id: string }[] };
}

/** A question as our own pages ask it. */
async function asked(on: Stage, question: string, payload: unknown): Promise<Told> {
  const tab = await on.page(on.browser.extensionUrl('welcome.html'));
  const told = await tab.evaluate(ask, { question, asked: payload });
  await tab.close();
  return told;
}

function ask(message: { readonly question: string; readonly asked: unknown }): Promise<Told> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

const timings = "JSON.stringify(performance.getEntriesByType('resource').map(({ name }) => name))";
