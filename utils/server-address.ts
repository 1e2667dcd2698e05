import { Trouble } from './trouble';

/**
 * A typed server address as we keep it: `scheme://host[:port][/path]`, without user, query, fragment or trailing slash.
 * Plain http is for this machine and private networks only. Throws `bad-address` or `needs-https`.
 */
export function serverAddress(typed: string): string {
  const text = typed.trim();
  if (!isPlainly(text)) throw bad();
  const url = parsed(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${guessedScheme(text)}://${text}`);
  const host = url?.hostname.replace(/\.$/, '');
  if (!url || !host || url.username || url.password || url.port === '0' || !isHost(host) || forbidden(host))
    throw bad();
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw bad();
  if (url.protocol === 'http:' && !isPrivate(host)) throw new Trouble('needs-https', { host, field: 'server' });
  const port = url.port ? `:${url.port}` : '';
  return `${url.protocol}//${host}${port}${url.pathname.replace(/\/+$/, '')}`;
}

/**
 * Whether it is written as a person writes an address. The browser's parser forgives what nobody types but a trickster:
 * `\` for `/`, signs that cannot be seen, letters of the host as `%67`, schemes without `//`, a host behind many slashes.
 */
function isPlainly(text: string): boolean {
  const [, rest = text] = /^https?:\/\/(.*)$/is.exec(text) ?? [];
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  return (
    !/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\s\\]/u.test(text) &&
    /^(\[|[\p{L}\p{N}])/u.test(authority) &&
    !/[%@]/.test(authority) &&
    /^(\[[^\]]*\]|[^:[\]]*)(:\d{1,5})?$/.test(authority)
  );
}

/** A name made of labels, or an address in brackets. Stars and the like would mean something in a match pattern. */
function isHost(host: string): boolean {
  if (host.startsWith('[')) return true;
  return host.length <= 253 && host.split('.').every((label) => /^[a-z\d_]([\w-]{0,61}[a-z\d_])?$/.test(label));
}

/** Whether a host name or address belongs to this machine or to a private network. */
export function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return /^\[(::1|f[cd][0-9a-f]{2}:.*)\]$/.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return privateV4.some((net) => net.test(host));
  return host === 'localhost' || !host.includes('.') || /\.(localhost|local|lan|internal|home\.arpa)$/.test(host);
}

/** Whether a host name or address is this very machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host) || host.endsWith('.localhost');
}

const privateV4 = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/** Addresses no gateway lives at, but cloud machines keep their own secrets: link-local, metadata, "any", multicast. */
function forbidden(host: string): boolean {
  return neverV4.test(host) || neverV6.test(host) || metadata.some((one) => one.test(host));
}

const neverV4 = /^(0|169\.254|192\.0\.0|22[4-9]|2[3-5]\d)\.[\d.]+$/;

/**
 * Everything below `100::` but this machine: "any", and IPv4 written in ever other ways. Then 6to4 and Teredo, which hold
 * an IPv4 address too, link-local and what was once site-local, multicast.
 */
const neverV6 =
  /^\[(?!::1\])(::.*|[0-9a-f]{1,2}:.*|2002:.*|2001:0?:.*|2001::.*|fe[89a-f][0-9a-f]:.*|ff[0-9a-f]{2}:.*)\]$/;

/** Where clouds answer for their machines, by the clouds' own documents, and names that lead to the best known of them. */
const metadata: readonly RegExp[] = [
  /^(100\.100\.100\.200|168\.63\.129\.16)$/,
  /^\[(fd00:ec2:|fd20:ce:|fd00:c1::a9fe:a9fe|fd00:42::42)/,
  /^(metadata|instance-data)(\.(internal|goog|google\.internal|azure\.internal|ec2\.internal|tencentyun\.com))?$/,
  /169[.-]254[.-]169[.-]254|a9fea9fe/,
];

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
