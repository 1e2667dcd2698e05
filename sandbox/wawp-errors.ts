import { type Answer, type Call, empty, type Failure, json } from './call.ts';
import { Refusal } from './refusal.ts';
import { wahaRefusal } from './waha-error.ts';
import type { WawpPicks } from './wawp.ts';

/** Wawp documents no error of the group calls; each pick is a way somebody has met or expects. */
export function explainWawp(trouble: Failure | Refusal, call: Call, picks: WawpPicks): Answer {
  if (!(trouble instanceof Refusal)) return shaped(trouble.status, trouble.slug, trouble.message, picks);
  const message = picks.words === 'plain' ? upstreamWords(trouble, picks) : 'Evaluation failed: t';
  const ways: Record<WawpPicks['refusals'], () => Answer> = {
    upstream: () => shaped(500, 'wawp_upstream_error', message, picks),
    clean: () => shaped(cleanStatus(trouble), 'wawp_api_error', message, picks),
    waha: () => wahaRefusal(trouble, call, { message, engine: picks.engine }),
    'empty-200': () => empty(),
  };
  return ways[picks.refusals]();
}

function upstreamWords(refusal: Refusal, picks: WawpPicks): string {
  return picks.engine === 'GOWS' ? `2 UNKNOWN: ${refusal.sentence}` : refusal.word;
}

function shaped(status: number, code: string, message: string, picks: WawpPicks): Answer {
  const shapes: Record<WawpPicks['errors'], () => Answer> = {
    flat: () => json({ code, message }, status),
    nested: () => json({ error: { code, message } }, status),
    'in-200': () => json({ code, message }, 200),
    'result-false': () => json({ result: false }, 200),
  };
  return shapes[picks.errors]();
}

/** The prose promises 403 to who is not admin; a bad code is a bad parameter. */
function cleanStatus({ number }: Refusal): number {
  if (number === 401 || number === 403) return 403;
  if (number === 404 || number === 409 || number === 429) return number;
  return number < 500 ? 400 : 502;
}
