import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from './call.ts';
import type { Verb } from './dialect.ts';

/** One line of the log. Credentials are never in it, only where they were. */
export interface Seen {
  readonly at: number;
  readonly make: string;
  readonly verb: Verb | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly credentials: readonly ('query' | 'body' | 'header' | 'cookie')[];
  readonly fault: string | undefined;
  readonly status: number;
}

const parameters = ['instance_id', 'access_token', 'apikey', 'x-api-key', 'token'];
const headers = ['authorization', 'x-instance-id', 'x-api-key', 'apikey', 'access-token', 'token'];

export function seen({
  method,
  path,
  query,
  body,
  headers: sent,
}: Call): Omit<Seen, 'at' | 'make' | 'verb' | 'fault' | 'status'> {
  const rest = new URLSearchParams([...query].filter(([name]) => !parameters.includes(name)));
  return {
    method,
    path: rest.size > 0 ? `${path}?${rest}` : path,
    body: body && Object.fromEntries(Object.entries(body).filter(([name]) => !parameters.includes(name))),
    credentials: [
      ...(parameters.some((name) => query.has(name)) ? (['query'] as const) : []),
      ...(parameters.some((name) => body && name in body) ? (['body'] as const) : []),
      ...(headers.some((name) => isSent(sent, name)) ? (['header'] as const) : []),
      ...(isSent(sent, 'cookie') ? (['cookie'] as const) : []),
    ],
  };
}

function isSent(sent: IncomingHttpHeaders, name: string): boolean {
  return sent[name] !== undefined;
}
