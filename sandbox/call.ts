import type { IncomingHttpHeaders } from 'node:http';

/** A request as the dialects read it: the path without the sandbox's prefix, the body already parsed. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** `undefined` when there was none or it was not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Where the sandbox itself can be reached, for the pictures' addresses. */
  readonly origin: string;
  /** The port it came in by; behind a mapped host the origin does not tell. */
  readonly port: number;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (body: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** A bare string the way NestJS sends it: neither quoted nor called JSON. */
export const bare = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });

export const empty = (status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body: '' });

/** The gateway itself says no, before WhatsApp is asked. */
export class Failure extends Error {
  readonly status: number;
  readonly slug: string;

  constructor(status: number, slug: string, message: string) {
    super(message);
    this.status = status;
    this.slug = slug;
  }
}

/** A failure with no story, for the faults. */
export function plainFailure(status: number): Failure {
  const [slug, message] = plainWords[status] ?? ['internal_error', 'Internal Server Error'];
  return new Failure(status, slug, message);
}

const plainWords: Readonly<Record<number, readonly [slug: string, message: string]>> = {
  401: ['unauthorized', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['not_found', 'Not Found'],
  429: ['too_many_requests', 'Too Many Requests'],
  502: ['bad_gateway', 'Bad Gateway'],
  503: ['service_unavailable', 'Service Unavailable'],
};
