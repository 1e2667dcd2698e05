import type { Field, Make, Place } from './model/account';
import { decoded, type PastedRequest, requestIn } from './pasted-account/request-in';
import { serverAddress } from './server-address';
import { asTrouble, type TroubleFacts } from './trouble';

/** What somebody pasted, as far as it speaks of an account. */
export interface PastedAccount {
  /** The make it is for, where it shows. */
  readonly make?: string;
  /** As `serverAddress` gives it. */
  readonly server?: string;
  /** Why the address in it cannot be used. */
  readonly trouble?: TroubleFacts;
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Reads an account out of an address, a curl line or the like, by what the makes say of their own requests. `chosen` is the
 * make that somebody picked: only more than a hint speaks against it. Undefined where there is neither an address nor
 * anything that a make knows.
 */
export function readAccount(text: string, makes: readonly Make[], chosen?: string): PastedAccount | undefined {
  const request = requestIn(text);
  const readings = makes
    .filter(({ demo }) => !demo)
    .map((make) => reading(make, request))
    .toSorted((a, b) => favour(b, chosen) - favour(a, chosen));
  const [best, next] = readings;
  const isSure = best !== undefined && favour(best, chosen) > (next ? favour(next, chosen) : 0);
  const one = isSure ? best : undefined;
  const address = addressFor(request, one);
  const { fields = {}, secrets = {} } = one ?? {};
  const isAnything = request.url !== undefined || Object.keys({ ...fields, ...secrets }).length > 0;
  return isAnything ? { ...(one && { make: one.make.id }), ...address, fields, secrets } : undefined;
}

/** More than the port alone, less than a header of a make's own. */
const pickedWeight = 1.5;

function favour({ weight, make }: Reading, chosen: string | undefined): number {
  return weight + (make.id === chosen ? pickedWeight : 0);
}

/** A request, read as one to this make: the heavier, the likelier it is one. */
interface Reading {
  readonly make: Make;
  readonly weight: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** The path that is left of the address. */
  readonly path: string;
  /** It stands at the make's own address, or at its web site. */
  readonly atHome: boolean;
}

function reading(make: Make, request: PastedRequest): Reading {
  const { host, port, path } = partsOf(request.url ?? '');
  const atHome = isHome(make, host);
  const way = wayIn(make, path);
  const values: Record<string, string> = {};
  const page = withoutPage(path, make);
  let weight = (atHome ? 100 : 0) + (way?.weight ?? (page ? 1 : 0));
  if (host.includes(make.id)) weight += 2;
  if (port !== '' && Number(port) === make.port) weight += 1;
  // A make with an address of its own is seldom found at another one.
  if (weight > 0 && make.server && host && !atHome) weight -= 1;
  for (const field of make.fields) {
    const found = field.places?.map((place) => ({ place, value: valueAt(place, request) })).find(({ value }) => value);
    const value = found?.value ?? way?.fields[field.key];
    if (found) weight += weights(found.place);
    if (value && isUsable(value, field)) values[field.key] = value;
  }
  const keys = (secret: boolean) => make.fields.filter(({ kind }) => (kind === 'secret') === secret);
  const only = (wanted: readonly Field[]) =>
    Object.fromEntries(wanted.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])));
  const left = way?.before ?? page?.path ?? path;
  return { make, weight, fields: only(keys(false)), secrets: only(keys(true)), path: left, atHome };
}

/** A header of its own says more of a make than one that everybody uses. */
function weights(place: Place): number {
  if (!('name' in place)) return 2;
  return place.in === 'header' && !/^authorization$/i.test(place.name) ? 8 : place.in === 'header' ? 2 : 4;
}

function valueAt(place: Place, { headers, query, body, user, password }: PastedRequest): string | undefined {
  switch (place.in) {
    case 'basic-user':
      return user;
    case 'basic-password':
      return password;
    case 'header':
      return after(headers.get(place.name.toLowerCase()), place.after);
    case 'query':
      return after(query.get(place.name), place.after);
    case 'body':
      return after(body.get(place.name), place.after);
  }
}

function after(value: string | undefined, word = ''): string | undefined {
  const wanted = word.trim().toLowerCase();
  if (!value?.toLowerCase().startsWith(wanted)) return undefined;
  return value.slice(wanted.length).trim();
}

/** A header can carry it, and it is no gap left for a key: `<token>`, `$KEY`, `YOUR_API_KEY`. */
function isUsable(value: string, { kind }: Field): boolean {
  const gap = /^(<.*>|\{.*\}|\[.*\]|\$\{?[a-z_]\w*\}?|%\w+%|\W+|x{3,}|your.*)$/i;
  return kind !== 'switch' && value.length <= 2_000 && /^[\x20-\x7e]+$/.test(value) && !gap.test(value);
}

interface Way {
  readonly weight: number;
  /** The path that leads to the make's own. */
  readonly before: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where in a path the make's own begins, and which fields stand in it. */
function wayIn({ paths = [], fields }: Make, path: string): Way | undefined {
  const parts = path.split('/').filter(Boolean).slice(0, 40);
  const keys = new Set(fields.map(({ key }) => key));
  const ways = paths.flatMap((template) => {
    const wanted = template.split('/').filter(Boolean);
    return parts.flatMap((_, from) => alongside(wanted, parts.slice(from)) ?? []).map((way) => ({ ...way, wanted }));
  });
  const best = ways.toSorted((a, b) => b.weight - a.weight)[0];
  if (!best) return undefined;
  const from = parts.length - best.length;
  const held = Object.entries(best.held).filter(([key]) => keys.has(key));
  return { weight: best.weight, before: joined(parts.slice(0, from)), fields: Object.fromEntries(held) };
}

/** Whether parts of a path run along a template; a `*` at its end stands for one or more of them, elsewhere for one. */
function alongside(wanted: readonly string[], parts: readonly string[]) {
  const open = wanted.at(-1) === '*';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? parts.length <= fixed.length : parts.length !== fixed.length) return undefined;
  const held: Record<string, string> = {};
  let weight = 0;
  for (const [nth, piece] of fixed.entries()) {
    const part = parts[nth] ?? '';
    const key = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (key) {
      held[key] = decoded(part);
      weight += 0.5;
    } else if (piece !== '*' && piece.toLowerCase() !== part.toLowerCase()) return undefined;
    else if (piece !== '*') weight += 2;
  }
  return { weight, held, length: parts.length };
}

/** A path without the make's own page at its end, and which page that was. */
export function withoutPage(
  path: string,
  { pages = [], paths = [] }: Pick<Make, 'pages' | 'paths'>,
): { path: string; page: string } | undefined {
  const parts = path.split('/').filter(Boolean);
  const plain = paths.filter((way) => !/[*{]/.test(way));
  const starts = [...pages, ...plain].map((page) => page.split('/').filter(Boolean));
  for (const [nth] of parts.entries()) {
    const page = starts.find((start) => start.length > 0 && start.every((piece, at) => same(piece, parts[nth + at])));
    if (page) return { path: joined(parts.slice(0, nth)), page: joined(page) };
  }
  return undefined;
}

function same(piece: string, part: string | undefined): boolean {
  return part !== undefined && (piece === '*' || piece.toLowerCase() === part.toLowerCase());
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => `/${part}`).join('');
}

function partsOf(url: string): { host: string; port: string; path: string; scheme: string } {
  const [, scheme = '', authority = '', path = ''] = /^(https?:\/\/)?([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority.toLowerCase()) ?? [];
  return { scheme, host, port, path };
}

/** At the make's own server, or anywhere else under the same name, as its web site is. */
function isHome({ server }: Make, host: string): boolean {
  if (!server || !host) return false;
  const site = new URL(server).hostname.split('.').slice(-2).join('.');
  return host === site || host.endsWith(`.${site}`);
}

function addressFor({ url }: PastedRequest, one: Reading | undefined): Pick<PastedAccount, 'server' | 'trouble'> {
  if (url === undefined) return {};
  if (one?.atHome && one.make.server) return { server: one.make.server };
  const { scheme, host, port, path } = partsOf(url);
  try {
    return { server: serverAddress(`${scheme}${host}${port && `:${port}`}${one?.path ?? path}`) };
  } catch (caught) {
    return { trouble: asTrouble(caught).facts };
  }
}
