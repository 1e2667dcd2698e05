/** The host name in what somebody typed for a site: its name, or an address on it. */
export function typedHost(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || text.length > 2_000) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  const host = url.hostname.replace(/\.$/, '');
  return /^[a-z\d]([a-z\d.-]*[a-z\d])?$/.test(host) ? host : undefined;
}
