import { type Answer, type Call, json } from './call.ts';
import type { Refusal } from './refusal.ts';

interface Said {
  readonly message: string;
  readonly engine: string;
}

/** WAHA's 500 for every refusal of WhatsApp's. It echoes the request, credentials and all. */
export function wahaRefusal(refusal: Refusal, call: Call, { message, engine }: Said): Answer {
  const told = engine === 'GOWS' ? { code: 2, details: refusal.sentence } : { data: refusal.number, output: {} };
  const body = {
    statusCode: 500,
    timestamp: new Date().toISOString(),
    exception: {
      message,
      name: 'Error',
      stack: `Error: ${message}\n    at /app/dist/core/session.js:1:1`,
      ...told,
    },
    request: {
      path: `${call.path}?${call.query}`,
      method: call.method,
      body: call.body ?? {},
      query: Object.fromEntries(call.query),
    },
    version: { version: '2026.7.1', engine, tier: 'PLUS' },
  };
  return json(body, 500);
}
