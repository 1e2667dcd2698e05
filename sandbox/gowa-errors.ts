import { type Answer, type Call, Failure, json } from './call.ts';
import { Refusal } from './refusal.ts';

/** One of the server's own errors: a code, a sentence, and seldom anything more. */
export class Said extends Failure {
  readonly results: unknown;

  constructor(status: number, code: string, message: string, results: unknown = null) {
    super(status, code, message);
    this.results = results;
  }
}

const codes: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'TOO_MANY_REQUESTS',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
};

/** The same body for everything but a wrong password and a wrong path, which the framework answers in plain text. */
export function explainGowa(trouble: Failure | Refusal, { method, path }: Call): Answer {
  if (trouble instanceof Refusal) return told(500, 'INTERNAL_SERVER_ERROR', trouble.sentence);
  const { status, slug, message } = trouble;
  if (status === 401 && slug !== 'AUTHENTICATION_ERROR') return plain('Unauthorized', 401);
  if (slug === 'rest_no_route') return plain(`Cannot ${method} ${path}`, 404);
  if (trouble instanceof Said) return told(status, slug, message, trouble.results);
  return told(status, codes[status] ?? 'INTERNAL_SERVER_ERROR', message);
}

function told(status: number, code: string, message: string, results: unknown = null): Answer {
  return json({ code, message, results }, status);
}

function plain(body: string, status: number): Answer {
  const asks = { 'www-authenticate': 'Basic realm="Restricted", charset="UTF-8"' };
  return { status, type: 'text/plain; charset=utf-8', body, ...(status === 401 && { headers: asks }) };
}
