import { isRaw } from './fields-in';

/** Where makes put the request beside its error, and the server's own paths. */
const echoes: ReadonlySet<string> = new Set(['request', 'stack']);
const anyEcho = /"(?:request|stack)"\s*:/;

/**
 * An answer without what it repeats of the request: WAHA's 500 has its path, query and body in it. Half an answer ends where
 * the first of it begins.
 */
export function withoutEcho(text: string): string {
  const at = text.search(anyEcho);
  if (at < 0) return text;
  try {
    return JSON.stringify(pruned(JSON.parse(text)));
  } catch {
    return text.slice(0, at);
  }
}

/** An error's own floors; a list of ten thousand groups is none. */
function pruned(value: unknown, depth = 0): unknown {
  if (!isRaw(value) || depth > 3) return value;
  const kept = Object.entries(value).filter(([name]) => !echoes.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, pruned(inner, depth + 1)]));
}
