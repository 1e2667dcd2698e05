import { type Answer, type Call, type Failure, json } from './call.ts';
import { Refusal } from './refusal.ts';
import type { WasendPicks } from './wasend.ts';

export function explainWasend(trouble: Failure | Refusal, _call: Call, picks: WasendPicks): Answer {
  const refused = trouble instanceof Refusal;
  const upstream = refused && picks.refusals === 'upstream';
  const error = upstream ? `2 UNKNOWN: ${trouble.sentence}` : refused ? trouble.sentence : trouble.message;
  const status = upstream ? 500 : refused ? refusedStatus(trouble.number) : trouble.status;
  if (picks.errors === 'message') return json({ statusCode: status, message: error }, status);
  return json({ success: false, error }, picks.errors === 'in-200' ? 200 : status);
}

/** The documented statuses: 400, 403 (not admin), 404, 429, 500. */
function refusedStatus(number: number): number {
  if (number === 401 || number === 403) return 403;
  if (number === 404 || number === 429) return number;
  return number < 500 ? 400 : 500;
}
