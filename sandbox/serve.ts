import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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
  readonly tls?: Papers;
  /** The same for a second door, https beside the first: what is known by its host alone stands behind that. */
  readonly secureDoor?: Papers;
  readonly log?: (line: string) => void;
}

interface Papers {
  readonly cert: string;
  readonly key: string;
}

export interface Sandbox {
  readonly url: string;
  readonly port: number;
  /** Where https is spoken, if anywhere. */
  readonly securePort: number | undefined;
  readonly world: WholeWorld;
  close(): Promise<void>;
}

/** Starts the gateways on this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, file, seed, tls, secureDoor, log } = options;
  const hall = openHall(file, seed);

  async function received(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await callOf(request);
    if (call.path.startsWith('/_sandbox/')) {
      const reply = atDesk(hall, call);
      if ('png' in reply) sendPicture(response, reply.png);
      else send(response, { how: 'whole', answer: reply });
      return;
    }
    const delivery = atGateway(hall, call);
    log?.(lastLine(hall));
    const { act, ...rest } = delivery;
    const go = () => send(response, act ? { ...rest, answer: act() } : rest);
    if (delivery.waitMs) setTimeout(go, delivery.waitMs).unref();
    else go();
  }

  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void received(request, response).catch((error: unknown) => broken(response, error, log));
  const front = await opened(tls ? createSecureServer(tls, listener) : createServer(listener), port);
  const side = secureDoor && (await opened(createSecureServer(secureDoor, listener), 0));
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${front.port}`,
    port: front.port,
    securePort: tls ? front.port : side?.port,
    world: hall.world,
    async close() {
      hall.calm();
      await Promise.all([front.close(), side?.close()]);
      hall.world.close();
    },
  };
}

interface Door {
  readonly port: number;
  close(): Promise<unknown>;
}

async function opened(server: Server, port: number): Promise<Door> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
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
    .flatMap(({ make, holders = {} }) => [
      `  ${make.padEnd(11)} ${url}/${make}`,
      ...Object.values(holders).map(({ fields, secrets }) => `              ${spelled({ ...fields, ...secrets })}`),
    ]);
  return [`The sandbox gateways are up at ${url}`, ...lines, `  pages to try: ${url}/_sandbox/pages/`].join('\n');
}

function spelled(credentials: Readonly<Record<string, string>>): string {
  return Object.entries(credentials)
    .map(([name, value]) => `${name} ${value}`)
    .join('   ');
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8787' }, file: { type: 'string' }, seed: { type: 'string' } },
  });
  const { port, ...options } = values;
  console.log(welcome(await startSandbox({ ...options, port: Number(port), log: console.log })));
}
