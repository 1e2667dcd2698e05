import { type Answer, type Call, Failure, json } from './call.ts';
import type { EvolutionPicks } from './evolution.ts';
import { Refusal } from './refusal.ts';

const names: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
};

/** One of the server's own exceptions: everything it was thrown with stands in a list. */
export class Exception extends Failure {
  readonly words: readonly unknown[];

  constructor(status: 400 | 401 | 404, ...words: readonly unknown[]) {
    super(status, 'exception', String(words[0] ?? names[status]));
    this.words = words;
  }
}

/** What an instance that is not loaded gives: a mistake of the server's that nobody catches. */
export class TypeErrorIn extends Failure {
  constructor(method: string) {
    super(500, 'uncaught', `Cannot read properties of undefined (reading '${method}')`);
  }
}

/** Not on the list of `CORS_ORIGIN`. A request that names no origin is not on it either. */
export function isStranger({ headers }: Call, { origins }: EvolutionPicks): boolean {
  return origins === 'listed' && headers.origin !== 'https://manager.example';
}

/** The same body for everything: `{status, error, response: {message}}`. */
export function explainEvolution(trouble: Failure | Refusal, call: Call, picks: EvolutionPicks): Answer {
  if (isStranger(call, picks)) return told(500, 'Internal Server Error', 'Not allowed by CORS');
  if (trouble instanceof Refusal) return told(500, 'Internal Server Error', trouble.word);
  const { status, slug, message } = trouble;
  if (slug === 'rest_no_route') return told(404, 'Not Found', [`Cannot ${call.method} ${addressOf(call)}`]);
  if (slug === 'body') return told(400, 'Internal Server Error', message);
  const list = trouble instanceof Exception && trouble.words.length > 0 ? trouble.words : undefined;
  return told(status, names[status] ?? message, list ?? message);
}

function told(status: number, error: string, message: unknown): Answer {
  return json({ status, error, response: { message } }, status);
}

function addressOf({ path, query }: Call): string {
  return query.size > 0 ? `${path}?${query}` : path;
}
