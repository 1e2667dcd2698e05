import { Trouble } from './trouble';

/**
 * A typed server address as we keep it: `scheme://host[:port][/path]`, without user, query, fragment or trailing slash.
 * Plain http is for this machine and private networks only. Throws `bad-address` or `needs-https`.
 */
export function serverAddress(typed: string): string {
  const text = typed.trim();
  const url = parsed(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${guessedScheme(text)}://${text}`);
  const host = url?.hostname.replace(/\.$/, '');
  if (!url || !host || url.username || url.password || url.port === '0' || forbidden(host)) throw bad();
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw bad();
  if (url.protocol === 'http:' && !isPrivate(host)) throw new Trouble('needs-https', { host, field: 'server' });
  const port = url.port ? `:${url.port}` : '';
  return `${url.protocol}//${host}${port}${url.pathname.replace(/\/+$/, '')}`;
}

/** The match pattern that covers a server. Firefox knows no ports in patterns, so it has none. */
export function originPattern(server: string): string | undefined {
  const url = parsed(server);
  return url && `${url.protocol}//${url.hostname}/*`;
}

/** Whether a host name or address belongs to this machine or to a private network. */
export function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return /^\[(::1|f[cd][0-9a-f]{2}:.*)\]$/.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return privateV4.some((net) => net.test(host));
  return host === 'localhost' || !host.includes('.') || /\.(localhost|local|lan|internal|home\.arpa)$/.test(host);
}

const privateV4 = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/** Addresses no gateway lives at, but cloud machines keep their own secrets: link-local, metadata, "any". */
function forbidden(host: string): boolean {
  return (
    /^(0\.|169\.254\.|22[4-9]\.|2[3-5]\d\.)/.test(host) ||
    /^\[(::|fe[89ab][0-9a-f]:.*|ff.*|::ffff:.*)\]$/.test(host) ||
    /^metadata(\.google\.internal)?$/.test(host)
  );
}

function guessedScheme(text: string): 'http' | 'https' {
  const host = /^(\[[^\]]*\]|[^/:?#]*)/.exec(text)?.[0].toLowerCase() ?? '';
  return host !== '' && isPrivate(host) ? 'http' : 'https';
}

function parsed(text: string): URL | undefined {
  return text.length <= 2000 && URL.canParse(text) ? new URL(text) : undefined;
}

function bad(): Trouble {
  return new Trouble('bad-address', { field: 'server' });
}
