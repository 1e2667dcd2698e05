import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Call } from './call.ts';
import type { Delivery } from './faults.ts';

const mostBytes = 1_000_000;

/** Reads a request whole. `origin` is the sandbox's own address as the caller spelled it. */
export async function callOf(request: IncomingMessage): Promise<Call> {
  const origin = `${'encrypted' in request.socket ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
  const url = new URL(`${origin}${request.url ?? '/'}`);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: objectIn(await textOf(request)),
    origin,
    port: request.socket.localPort ?? 0,
  };
}

/** Sends an answer, or only as much of it as a fault lets through. */
export function send(response: ServerResponse, { answer, how }: Delivery): void {
  if (how === 'hang') return;
  if (how === 'drop' || !answer) {
    response.socket?.destroy();
    return;
  }
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, headOf(answer, body));
  if (how === 'whole') response.end(body);
  else response.write(body.subarray(0, Math.floor(body.length / 2)), () => setTimeout(() => response.destroy(), 20));
}

export function sendPicture(response: ServerResponse, png: Buffer): void {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': png.length }).end(png);
}

/** How a delivery looks in the log: 0 stands for no answer at all. */
export function statusOf({ answer, how }: Delivery): number {
  return how === 'whole' || how === 'cut' ? (answer?.status ?? 0) : 0;
}

function headOf({ type, headers }: Answer, body: Buffer): Record<string, string | number> {
  return { 'content-type': type, 'content-length': body.length, ...headers };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function objectIn(text: string): Call['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Call['body']) : undefined;
  } catch {
    return undefined;
  }
}
