import { type Answer, type Call, type Failure, json } from './call.ts';
import { Refusal } from './refusal.ts';
import type { WahaPicks } from './waha.ts';
import { wahaFailure } from './waha-error.ts';

/** What stands at the server's address and at its dashboard: pages for people. */
export const wahaPage: Answer = {
  status: 200,
  type: 'text/html; charset=utf-8',
  body: '<!DOCTYPE html><html><head><title>WAHA - WhatsApp HTTP API</title></head><body><div id="app"></div></body></html>',
};

export function explainWaha(trouble: Failure | Refusal, call: Call, { engine }: WahaPicks): Answer {
  if (trouble instanceof Refusal) return wahaFailure(call, engine, thrownBy(engine, trouble));
  const { status, slug, message } = trouble;
  if (slug === 'rest_no_route') return noRoute(call);
  // A 500 without a story: WhatsApp has not answered, and the library has given up.
  if (slug === 'internal_error') return wahaFailure(call, engine, { message: 'Timed Out', data: {}, output: {} });
  if (slug === 'type_error') return wahaFailure(call, engine, { message, name: 'TypeError' });
  if (slug === 'engine_error') return wahaFailure(call, engine, { message });
  const error = { 400: 'Bad Request', 404: 'Not Found', 422: 'Unprocessable Entity' }[status];
  return json({ message, ...(error && error !== message && { error }), statusCode: status }, status);
}

/** The error as the engine's library throws it: those that drive a browser know only that something failed in it. */
function thrownBy(engine: WahaPicks['engine'], { word, number, sentence }: Refusal): Record<string, unknown> {
  switch (engine) {
    case 'NOWEB':
      return { message: word, data: number, isBoom: true, isServer: true, output: {} };
    case 'GOWS':
      return { message: `2 UNKNOWN: ${sentence}`, code: 2, details: sentence, metadata: {} };
    case 'ZAPO':
      return { message: `group.query iq failed (${number}: ${word})` };
    default:
      return { message: 'Evaluation failed: t' };
  }
}

/** Below the dashboard the page itself is served, whatever is asked for. */
function noRoute({ method, path, query }: Call): Answer {
  if (method === 'GET' && path.startsWith('/dashboard/')) return wahaPage;
  const asked = query.size > 0 ? `${path}?${query}` : path;
  return json({ message: `Cannot ${method} ${asked}`, error: 'Not Found', statusCode: 404 }, 404);
}
