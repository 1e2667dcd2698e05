import { browser } from '../browser';
import { originPattern } from '../origin-pattern';
import type { TroubleKind } from '../trouble';

/** What the browser itself saw of our requests to one server, where it was allowed to tell. */
export interface NetworkWatch {
  /** Its own word for the request that failed last. It comes a moment after the failure. */
  error(): Promise<string | undefined>;
  /** The request that was answered last by being sent elsewhere, and where to. */
  redirect(): Promise<Redirect | undefined>;
  end(): void;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

const momentMs = 600;

/**
 * Listens to what becomes of our own requests to a server until `end`. Without the permission `webRequest`, which is asked
 * for with the host's, nothing is heard.
 */
export function watchNetwork(server: string): NetworkWatch {
  const { webRequest }: { readonly webRequest?: typeof browser.webRequest } = browser;
  const pattern = originPattern(server);
  if (!webRequest?.onErrorOccurred || !pattern) return deaf;
  const errors = latest<string>();
  const redirects = latest<Redirect>();
  const failed = (request: Seen & { readonly error: string }) => isOurs(request) && errors.put(request.error);
  const headed = (request: Seen & Headed) => {
    const to = isOurs(request) && request.statusCode >= 300 && request.statusCode < 400 && locationOf(request);
    if (to) redirects.put({ from: request.url, to });
    return undefined;
  };
  const filter = { urls: [pattern] };
  webRequest.onErrorOccurred.addListener(failed, filter);
  webRequest.onHeadersReceived.addListener(headed, filter, ['responseHeaders']);
  return {
    error: errors.get,
    redirect: redirects.get,
    end() {
      webRequest.onErrorOccurred.removeListener(failed);
      webRequest.onHeadersReceived.removeListener(headed);
    },
  };
}

const deaf: NetworkWatch = { error: async () => undefined, redirect: async () => undefined, end: () => undefined };

interface Seen {
  readonly url: string;
  readonly tabId: number;
  /** Chromium's word for who asked, and Firefox's. */
  readonly initiator?: string;
  readonly originUrl?: string;
}

interface Headed {
  readonly statusCode: number;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string }[];
}

/** Whether the background sent it: pages in tabs may talk to the same host. */
function isOurs({ tabId, initiator, originUrl }: Seen): boolean {
  const asker = initiator ?? originUrl;
  return tabId < 0 && (asker === undefined || browser.runtime.getURL('').startsWith(new URL(asker).origin));
}

function locationOf({ url, responseHeaders }: Seen & Headed): string | undefined {
  const to = responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
  return to && URL.canParse(to, url) ? new URL(to, url).href : undefined;
}

/** The value put last; whoever comes too early waits a moment for one. */
function latest<Value>() {
  let value: Value | undefined;
  let tell = () => {};
  const first = new Promise<void>((resolve) => (tell = resolve));
  return {
    put(next: Value) {
      value = next;
      tell();
    },
    async get() {
      await Promise.race([first, new Promise((resolve) => setTimeout(resolve, momentMs))]);
      return value;
    },
  };
}

/**
 * What Chromium (`net::ERR_…`) and Firefox (`NS_ERROR_…`) call it. Of encryption Firefox speaks in sentences of the
 * user's language; those about the protocol itself say SSL or TLS in all of them, those about certificates do not.
 */
const kinds: readonly (readonly [error: RegExp, kind: TroubleKind])[] = [
  [/ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED/, 'closed-port'],
  [/ERR_UNSAFE_PORT|NS_ERROR_PORT_ACCESS_NOT_ALLOWED/, 'blocked-port'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|NS_ERROR_UNKNOWN_HOST/, 'no-such-host'],
  [/ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/, 'no-network'],
  [/ERR_CERT_|ERR_SSL_PINNED_KEY/, 'bad-certificate'],
  [/ERR_SSL_/, 'not-tls'],
  [/^(net::|NS_)/, 'unreachable'],
  [/\b(SSL|TLS)\b/, 'not-tls'],
];

/** What the browser's word for a failed request means, if it had one. */
export function networkTrouble(error: string | undefined, server: string): TroubleKind {
  // Firefox does not even begin such a request, and so has no word for it.
  if (!error) return blocked.has(Number(new URL(server).port)) ? 'blocked-port' : 'unreachable';
  const kind = kinds.find(([word]) => word.test(error))?.[1] ?? 'bad-certificate';
  const isAboutTls = kind === 'not-tls' || kind === 'bad-certificate';
  return isAboutTls && !server.startsWith('https:') ? 'unreachable' : kind;
}

/** The ports of other services, which browsers never talk to: https://fetch.spec.whatwg.org/#port-blocking */
const blocked: ReadonlySet<number> = new Set([
  ...[1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109],
  ...[110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530],
  ...[531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045],
  ...[4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);
