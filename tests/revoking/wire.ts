import type { Answer, Call } from '../../sandbox/call.ts';
import type { Delivery } from '../../sandbox/faults.ts';
import { atGateway, type Hall } from '../../sandbox/hall.ts';
import type { Clock } from './clock';

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** A wire from a life straight into the sandbox, in a time of its own. */
export function wireTo(hall: Hall, clock: Clock): Fetch {
  const here: Hall = { ...hall, later: (ms, deed) => void clock.after(ms, deed) };
  return (url, init) =>
    new Promise((resolve, reject) => {
      const delivery = atGateway(here, callOf(url, init));
      const over = () => reject(new DOMException('The operation was aborted.', 'AbortError'));
      init.signal?.addEventListener('abort', over);
      const { act } = delivery;
      const arrive = () => arrived(act ? { ...delivery, answer: act() } : delivery, resolve, reject);
      if (delivery.waitMs) clock.after(delivery.waitMs, arrive);
      else arrive();
    });
}

function arrived({ answer, how }: Delivery, resolve: (response: Response) => void, reject: (why: Error) => void): void {
  if (how === 'hang') return;
  if (how === 'drop' || !answer) reject(new TypeError('fetch failed'));
  else resolve(new Response(how === 'cut' ? cutBody(answer) : new Uint8Array(bytesOf(answer)), headOf(answer)));
}

function headOf({ status, type, headers }: Answer): ResponseInit {
  return { status, headers: { 'content-type': type, ...headers } };
}

function bytesOf({ body }: Answer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function cutBody(answer: Answer): ReadableStream {
  const bytes = bytesOf(answer);
  return new ReadableStream({
    start(stream) {
      stream.enqueue(new Uint8Array(bytes.subarray(0, Math.floor(bytes.length / 2))));
      stream.error(new TypeError('terminated'));
    },
  });
}

function callOf(url: URL, { method = 'GET', headers, body }: RequestInit): Call {
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(new Headers(headers)),
    body: typeof body === 'string' ? JSON.parse(body) : undefined,
    origin: url.origin,
    port: Number(url.port),
  };
}
