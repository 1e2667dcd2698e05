import { signOf } from '../providers/makes';

/**
 * How makes say that they have no such path, or that they want their key: enough to see that somebody chose the wrong
 * make. Each row by the server's own code; the first that fits holds.
 */
const manners: readonly (readonly [make: string, pattern: RegExp])[] = [
  // EvolutionAPI/evolution-api: src/main.ts
  ['evolution', /^\{"status":\d+,"error":"[^"]*","response":\{"message":\["Cannot [A-Z]+ \//],
  // devlikeapro/waha, NestJS: no such path; its own guard
  ['waha', /^\{"message":"Cannot [A-Z]+ \/[^"]*","error":"Not Found","statusCode":404\}/],
  ['waha', /^\{"message":"Unauthorized","statusCode":401\}/],
  // aldinokemal/go-whatsapp-web-multidevice: src/pkg/utils/response.go
  ['gowa', /^\{"(?:status":\d+,")?code":"[A-Z_]+","message":"[^"]*","results":/],
  // The same, where there is no such path: Fiber's own words
  ['gowa', /^Cannot (GET|POST) \/\S*$/],
  // wppconnect-team/wppconnect-server, Express
  ['wppconnect', /<pre>Cannot [A-Z]+ \/api\//],
];

/** The label of another make than `chosen` that an answer looks like. */
export function otherMake(answer: { readonly text: string }, chosen: string): string | undefined {
  const text = answer.text.slice(0, 2_000).trim();
  const make = manners.find(([, pattern]) => pattern.test(text))?.[0];
  return make === undefined || make === chosen ? undefined : signOf(make)?.label;
}
