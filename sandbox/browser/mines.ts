import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the extension whose background is ended before every message to it. */
export interface Mines {
  /** Folder of the copy. */
  readonly extension: string;
  /** Where each message is announced: `before/ID`, which is answered when the background has gone, and `after/ID`. */
  readonly desk: string;
  /** How often the background was ended, or tried to be. */
  struck(): number;
  /** From now on. In Firefox the browser itself does it: see `endAtRequests`. */
  arm(stop: () => Promise<void>): void;
  clear(): Promise<void>;
}

/** While a message is answered the next one ends nobody: no browser does. One that is never answered counts for so long. */
export const patienceMs = 8_000;

/** Lays a mine into every page of the extension's own and into every script that it puts into others. */
export async function layMines(built: string): Promise<Mines> {
  const extension = await mkdtemp(join(tmpdir(), 'latchkey-mined-'));
  await cp(built, extension, { recursive: true });
  let stop = async () => {};
  let last: Promise<unknown> = Promise.resolve();
  let struck = 0;
  const underWay = new Map<string, number>();

  async function before(id: string): Promise<void> {
    for (const [one, since] of underWay) if (Date.now() - since > patienceMs) underWay.delete(one);
    if (underWay.size === 0) {
      struck += 1;
      await stop().catch(() => undefined);
    }
    underWay.set(id, Date.now());
  }

  const server = createServer((request, response) => {
    const [, when, id = ''] = (request.url ?? '').split('/');
    if (when === 'after') underWay.delete(id);
    last = when === 'before' ? last.then(() => before(id)) : last;
    void last.then(() => response.writeHead(204, { 'access-control-allow-origin': '*' }).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const desk = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await laid(extension, `(${mine})(${JSON.stringify(desk)});\n`);
  return {
    extension,
    desk,
    struck: () => struck,
    arm(how) {
      stop = how;
    },
    async clear() {
      server.closeAllConnections();
      server.close();
      await rm(extension, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function laid(extension: string, script: string): Promise<void> {
  await writeFile(join(extension, 'mine.js'), script);
  for (const name of await readdir(extension)) {
    const path = join(extension, name);
    if (/\.html$/.test(name)) {
      const page = await readFile(path, 'utf8');
      await writeFile(path, page.replace(/<head>/i, '<head><script src="/mine.js"></script>'));
    }
    if (!/\.js$/.test(name) || /^(mine|background)\.js$/.test(name)) continue;
    await writeFile(path, script + (await readFile(path, 'utf8')));
  }
}

/** Stands before everything else in a page or a script: no message leaves before the desk has let it. */
function mine(desk: string): void {
  const own = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const { runtime } = own;
  if (!runtime || Reflect.get(globalThis, 'isMined')) return;
  Reflect.set(globalThis, 'isMined', true);
  const send = runtime.sendMessage;
  const announce = (what: string) =>
    fetch(`${desk}/${what}`, { mode: 'no-cors', cache: 'no-store', keepalive: true }).catch(() => undefined);
  runtime.sendMessage = async (...message: unknown[]) => {
    const id = String(Math.random()).slice(2);
    await announce(`before/${id}`);
    try {
      return await send.apply(runtime, message);
    } finally {
      void announce(`after/${id}`);
    }
  };
}
