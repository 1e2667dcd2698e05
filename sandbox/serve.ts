import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { atDesk, atGateway, lastLine, makes, openHall } from './hall.ts';
import { callOf, send, sendPicture } from './wire.ts';
import type { WholeWorld } from './world.ts';

export interface SandboxOptions {
  /** Any free one when not given. */
  readonly port?: number;
  /** Where the world is kept over a restart; in memory when not given. */
  readonly file?: string;
  /** The same seed, the same codes in a fresh world. */
  readonly seed?: string;
  /** PEM texts. With them the sandbox speaks https only. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly log?: (line: string) => void;
}

export interface Sandbox {
  readonly url: string;
  readonly port: number;
  readonly world: WholeWorld;
  close(): Promise<void>;
}

/** Starts the gateways on this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, file, seed, tls, log } = options;
  const hall = openHall(file, seed);

  async function received(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await callOf(request, tls !== undefined);
    if (call.path.startsWith('/_sandbox/')) {
      const reply = atDesk(hall, call);
      if ('png' in reply) sendPicture(response, reply.png);
      else send(response, { how: 'whole', answer: reply });
      return;
    }
    const delivery = atGateway(hall, call);
    log?.(lastLine(hall));
    if (delivery.waitMs) setTimeout(() => send(response, delivery), delivery.waitMs).unref();
    else send(response, delivery);
  }

  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void received(request, response).catch((error: unknown) => broken(response, error, log));
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${bound}`,
    port: bound,
    world: hall.world,
    async close() {
      hall.calm();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      hall.world.close();
    },
  };
}

/** 599, for no gateway says that: the mistake is here. */
function broken(response: ServerResponse, error: unknown, log?: (line: string) => void): void {
  log?.(`The sandbox itself failed: ${error instanceof Error ? error.stack : String(error)}`);
  if (response.headersSent || response.destroyed) response.destroy();
  else response.writeHead(599).end();
}

/** What a person needs in order to connect. */
export function welcome({ url }: Sandbox): string {
  const lines = makes
    .map((make) => make())
    .flatMap(({ make, credentials }) => [
      `  ${make.padEnd(7)} ${url}/${make}`,
      ...credentials.map(
        (one) =>
          `          ${Object.entries(one)
            .map(([name, value]) => `${name} ${value}`)
            .join('   ')}`,
      ),
    ]);
  return [`The sandbox gateways are up at ${url}`, ...lines, `  a page to write in: ${url}/_sandbox/page`].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8787' }, file: { type: 'string' }, seed: { type: 'string' } },
  });
  const { port, ...options } = values;
  console.log(welcome(await startSandbox({ ...options, port: Number(port), log: console.log })));
}
