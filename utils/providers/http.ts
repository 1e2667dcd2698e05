import { Trouble } from '../trouble';
import { withoutEcho } from './echo';
import { redact } from './redact';
import { type Bounds, hungUp, wholeBody } from './whole-body';

/** One answer, of any status, read to its end. Known secrets are already taken out of it. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The parsed body; undefined where the text is not JSON. */
  readonly json: unknown;
  readonly html: boolean;
  readonly host: string;
  /** What `Retry-After` asks for, between a second and an hour. */
  readonly waitMs?: number;
}

export interface Call {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A list may take longer. */
  readonly list?: boolean;
  /** A list that the make cannot cut into pages may be larger, too. */
  readonly uncut?: boolean;
  /** Asked once, however briefly the other side may be away: for a GET that changes something, as some makes have. */
  readonly once?: boolean;
}

/** Requests to one gateway. Rejects only for want of a whole answer; what an answer means is `reply.ts`'s business. */
export interface Http {
  /** Read only: tried a second time where the gateway was briefly away. */
  get(path: string, call?: Call): Promise<Reply>;
  /** Changes something: sent once, never repeated. */
  post(path: string, call?: Call): Promise<Reply>;
  delete(path: string, call?: Call): Promise<Reply>;
}

/** Times in ms, sizes in bytes. */
export const usualLimits = {
  readMs: 20_000,
  writeMs: 25_000,
  listMs: 60_000,
  bytes: 5_000_000,
  uncutBytes: 30_000_000,
  pauseMs: 1_000,
  longestPauseMs: 5_000,
};

export interface HttpOptions {
  /** As `serverAddress` gives it. */
  readonly server: string;
  /** Values that must never be seen again, should the gateway echo them. */
  readonly secrets: readonly string[];
  readonly limits?: Partial<typeof usualLimits>;
  /** Hears of every whole answer, whatever it means, with the known secrets and any echo of the request taken out. */
  readonly heard?: Heard | undefined;
  /** Is told of each request right before it goes, by the host it goes to. */
  readonly sending?: Sends | undefined;
}

export type Sends = (host: string) => void;

export type Heard = (answer: Pick<Reply, 'status' | 'text'>) => void;

export function openHttp(options: HttpOptions, headers: Readonly<Record<string, string>> = {}): Http {
  const limits = { ...usualLimits, ...options.limits };
  const secrets = [...options.secrets, ...codedIn(headers)];
  const send = (method: string, path: string, call: Call = {}) =>
    once({ ...options, secrets, limits, headers, method, path, call });
  return {
    get: (path, call) => (call?.once ? send('GET', path, call) : twice(() => send('GET', path, call), limits)),
    post: (path, call) => send('POST', path, call),
    delete: (path, call) => send('DELETE', path, call),
  };
}

/** A name and a password together in base64: nothing of a short password would be known by its own coding. */
function codedIn({ authorization = '' }: Readonly<Record<string, string>>): string[] {
  const [, coded] = /^Basic (.+)$/.exec(authorization) ?? [];
  return coded === undefined ? [] : [coded];
}

interface File extends Pick<HttpOptions, 'sending'> {
  readonly server: string;
  readonly path: string;
  readonly limits: Pick<typeof usualLimits, 'bytes' | 'readMs'>;
}

/** A file of a server's, whole and read once; rejects also where there is none. For pictures, without any key. */
export async function getBytes({ server, path, limits, sending }: File): Promise<Uint8Array<ArrayBuffer>> {
  const { response, bounds } = await begun({
    ...{ server, path, secrets: [], headers: { accept: 'image/*' }, method: 'GET', call: {}, sending },
    limits: { ...usualLimits, ...limits },
  });
  if (response.status !== 200) throw await hungUp(response, new Trouble('refused', { host: bounds.host }));
  return wholeBody(response, bounds);
}

interface Sending extends HttpOptions {
  readonly limits: typeof usualLimits;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly path: string;
  readonly call: Call;
}

async function twice(send: () => Promise<Reply>, limits: typeof usualLimits): Promise<Reply> {
  const reply = await send();
  const pause = pauseBefore(reply, limits);
  if (pause === undefined) return reply;
  await new Promise((go) => setTimeout(go, pause));
  return send();
}

/** How long to wait before a second try; undefined where there shall be none. */
function pauseBefore({ status, waitMs }: Reply, limits: typeof usualLimits): number | undefined {
  const isAway = status === 502 || status === 503 || status === 504;
  if (isAway) return Math.min(waitMs ?? limits.pauseMs, limits.longestPauseMs);
  return status === 429 && waitMs !== undefined && waitMs <= limits.longestPauseMs ? waitMs : undefined;
}

async function once(sending: Sending): Promise<Reply> {
  const { response, bounds } = await begun(sending);
  const text = withoutEcho(redact(new TextDecoder().decode(await wholeBody(response, bounds)), sending.secrets));
  const { status } = response;
  sending.heard?.({ status, text });
  const wait = retryAfter(response.headers.get('retry-after'));
  return { status, text, ...read(text), host: bounds.host, ...wait };
}

/** The one fetch. Gives what is answered before its body is read, and within which bounds that may be done. */
async function begun(sending: Sending): Promise<{ response: Response; bounds: Bounds }> {
  const { limits } = sending;
  const url = address(sending);
  const { host } = url;
  const signal = AbortSignal.timeout(timeFor(sending));
  const init = request(sending, signal);
  leaveNoTiming();
  sending.sending?.(host);
  const response = await fetch(url, init).catch(() => {
    throw new Trouble(signal.aborted ? 'timed-out' : 'unreachable', { host });
  });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw await hungUp(response, new Trouble('redirected', { host }));
  }
  const most = sending.call.uncut ? limits.uncutBytes : limits.bytes;
  return { response, bounds: { most, signal, host } };
}

/** The browser's own list of requests holds whole addresses, and some makes want their key in theirs. */
function leaveNoTiming(): void {
  performance.setResourceTimingBufferSize(0);
  performance.clearResourceTimings();
}

function timeFor({ limits, method, call }: Sending): number {
  if (call.list) return limits.listMs;
  return method === 'GET' && !call.once ? limits.readMs : limits.writeMs;
}

function address({ server, path, call }: Sending): URL {
  if (!URL.canParse(server + path)) throw new Trouble('bad-address');
  const url = new URL(server + path);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function request({ method, headers, call }: Sending, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: checkedHeaders({
      accept: 'application/json',
      ...(call.body && { 'content-type': 'application/json' }),
      ...headers,
    }),
    ...(call.body && { body: JSON.stringify(call.body) }),
    // A redirect would carry `X-Api-Key` and the body to a stranger; browsers drop only `Authorization`.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  };
}

/** Firefox quotes a bad header's value in its error, so the error is ours. */
function checkedHeaders(headers: Record<string, string>): Headers {
  try {
    return new Headers(headers);
  } catch {
    throw new Trouble('bad-field');
  }
}

function read(text: string): { json: unknown; html: boolean } {
  const html = /^\s*<[a-z!?/]/i.test(text);
  try {
    return { json: JSON.parse(text), html };
  } catch {
    return { json: undefined, html };
  }
}

/** Seconds or a date; nonsense counts as not said. */
export function retryAfter(header: string | null, now = Date.now()): { waitMs?: number } {
  const text = header?.trim() ?? '';
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) - now : Number.NaN;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : date;
  return Number.isNaN(ms) ? {} : { waitMs: Math.min(Math.max(ms, 1_000), 3_600_000) };
}

/** A value as one segment of a path; dots would climb out of it. */
export function segment(value: string): string {
  if (/^\.{0,2}$/.test(value.trim())) throw new Trouble('bad-field');
  return encodeURIComponent(value.trim().toWellFormed());
}
