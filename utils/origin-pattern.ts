/** The match pattern that covers a server. Firefox knows no ports in patterns, so it has none. */
export function originPattern(server: string): string | undefined {
  const url = URL.parse(server);
  return url ? `${url.protocol}//${url.hostname}/*` : undefined;
}
