import type { Account } from '../model/account';
import { openHttp, type Reply } from '../providers/http';
import type { Provider } from '../providers/provider';
import { redact } from '../providers/redact';
import { isLoopback, isPrivate, serverAddress } from '../server-address';
import { openSecrets } from '../store/vault';
import { asTrouble, Trouble, type TroubleKind } from '../trouble';
import { type NetworkWatch, networkTrouble, type Redirect } from './network-error';
import { otherMake } from './other-make';
import { noteSent } from './sent';
import { makeOf, providerFor } from './within';

/** A failed connection, and all that was seen of it. */
export interface Failure {
  readonly account: Account;
  readonly trouble: Trouble;
  readonly watch: NetworkWatch;
  /** The last whole answer, if any came. */
  readonly heard: Pick<Reply, 'status' | 'text'> | undefined;
}

/** The same trouble, told apart as far as it can be: a closed port from a wrong name, a web page from a wrong path. */
export async function explained(failure: Failure): Promise<Trouble> {
  const { kind, ...known } = failure.trouble.facts;
  const found = (await finders[kind]?.(failure)) ?? {};
  const { better } = found;
  // What was said there says nothing of the true cause.
  const facts = found.kind && known.host !== undefined ? { host: known.host } : known;
  const make = found.make ?? known.make ?? makeOf(failure.account).label;
  return new Trouble(found.kind ?? kind, { ...facts, make, ...(better && { better }) });
}

interface Finding {
  readonly kind?: TroubleKind;
  readonly make?: string;
  readonly better?: string | undefined;
}

const finders: Partial<Record<TroubleKind, (failure: Failure) => Finding | Promise<Finding>>> = {
  unreachable: fromNetwork,
  redirected: fromRedirect,
  'not-a-gateway': fromAnswer,
};

async function fromRedirect({ account, watch }: Failure): Promise<Finding> {
  const better = movedServer(account.server, await watch.redirect());
  const secrets = Object.values(await openSecrets(account.id).catch(() => ({})));
  // A gateway can put the key that it was sent into the address that it sends us to.
  return { better: better && redact(better, secrets) === better ? better : undefined };
}

async function fromNetwork({ account, watch }: Failure): Promise<Finding> {
  const { server } = account;
  const { hostname } = new URL(server);
  const kind = networkTrouble(await watch.error(), server);
  const offline = kind === 'unreachable' && navigator.onLine === false && !isLoopback(hostname);
  if (offline) return { kind: 'no-network' };
  if (kind === 'not-tls' && isPrivate(hostname)) return { kind, better: server.replace(/^https:/, 'http:') };
  const better = kind === 'closed-port' ? await withUsualPort(account) : undefined;
  return { kind: better ? 'no-port' : kind, better };
}

/** Something answered, and it is not this make. */
async function fromAnswer({ account, heard }: Failure): Promise<Finding> {
  for (const better of above(account.server)) {
    if (await speaksAt(account, better)) return { kind: 'wrong-path', better };
  }
  const withPort = await withUsualPort(account);
  if (withPort && isPrivate(new URL(account.server).hostname) && (await speaksAt(account, withPort))) {
    return { kind: 'no-port', better: withPort };
  }
  const make = heard && otherMake(heard, account.make);
  if (make) return { kind: 'other-make', make };
  return heard && isPage(heard) ? { kind: 'web-page' } : {};
}

function isPage({ status, text }: Pick<Reply, 'status' | 'text'>): boolean {
  return status < 400 && /^\s*<(!doctype html|html|head|body|!--)/i.test(text);
}

async function withUsualPort(account: Account): Promise<string | undefined> {
  const { port } = await providerFor(account);
  const url = new URL(account.server);
  if (port === undefined || url.port) return undefined;
  url.port = String(port);
  return serverAddress(url.href);
}

const most = 3;

/** The same server with less and less of its path. */
function above(server: string): string[] {
  const { origin, pathname } = new URL(server);
  const parts = pathname.split('/').filter(Boolean);
  return parts
    .map((_, fewer) => [origin, ...parts.slice(0, fewer)].join('/'))
    .reverse()
    .slice(0, most);
}

/** Whether a server answers like the account's make. It is asked for the session, without the key. */
async function speaksAt(account: Account, server: string): Promise<boolean> {
  const limits = { readMs: 5_000, writeMs: 5_000, pauseMs: 0, longestPauseMs: 0 };
  const opening: Parameters<Provider['connect']>[0] = {
    fields: account.fields,
    secrets: {},
    habits: { get: () => undefined, set: () => undefined },
    kept: { read: async () => undefined, change: async () => undefined },
    http: (headers) => openHttp({ server, secrets: [], limits, sending: noteSent('session') }, headers),
  };
  const make = await providerFor(account);
  const found = await make.connect(opening).session().catch(asTrouble);
  if (!(found instanceof Trouble)) return true;
  const { kind, said = '' } = found.facts;
  // Any server says "not found" of something.
  if (kind === 'no-session') return /\b(session|instance)\b/i.test(said);
  return kind === 'key-refused' || kind === 'key-limited' || kind === 'session-down';
}

/** Where the gateway lives by its own word, if a request was sent on as it was, to the same path below another address. */
function movedServer(server: string, redirect: Redirect | undefined): string | undefined {
  if (!redirect?.from.startsWith(server)) return undefined;
  const asked = redirect.from.slice(server.length).replace(/[?#].*$/, '');
  const to = redirect.to.replace(/[?#].*$/, '');
  if (asked.length < 2 || !to.endsWith(asked)) return undefined;
  try {
    const better = serverAddress(to.slice(0, -asked.length));
    return better === server ? undefined : better;
  } catch {
    return undefined;
  }
}
