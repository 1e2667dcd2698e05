import { type Answer, type Call, json } from './call.ts';
import type { Refusal } from './refusal.ts';

interface Said {
  readonly message: string;
  readonly engine: string;
}

/** WAHA's 500 for every refusal of WhatsApp's, with what the engine's library attaches to its error. */
export function wahaRefusal(refusal: Refusal, call: Call, { message, engine }: Said): Answer {
  const told = engine === 'GOWS' ? { code: 2, details: refusal.sentence } : { data: refusal.number, output: {} };
  return wahaFailure(call, engine, { message, ...told });
}

/** The 500 for whatever an engine throws. It echoes the request, credentials and all, and shows the server's paths. */
export function wahaFailure(
  call: Call,
  engine: string,
  { message, name = 'Error', ...told }: Readonly<Record<string, unknown>>,
): Answer {
  const body = {
    statusCode: 500,
    timestamp: new Date().toISOString(),
    exception: { message, name, stack: `${name}: ${message}\n    at /app/dist/core/session.js:1:1`, ...told },
    request: {
      path: call.query.size > 0 ? `${call.path}?${call.query}` : call.path,
      method: call.method,
      body: call.body ?? {},
      query: Object.fromEntries(call.query),
    },
    version: { version: '2026.7.1', engine, tier: 'PLUS' },
  };
  return json(body, 500);
}
