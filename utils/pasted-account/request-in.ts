import { pairsIn } from './pairs-in';
import { isCmd, shellWords, withoutCarets } from './shell-words';

/** What a text says of a request. Names of headers in lower case. */
export interface PastedRequest {
  /** As written; it may lack a scheme. */
  readonly url?: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly body: ReadonlyMap<string, string>;
  readonly user?: string;
  readonly password?: string;
}

/** Longer texts are cut: no request is. */
const mostSigns = 50_000;

/** The request in a command (curl, wget, HTTPie), a piece of a program, a raw request, or an address alone. */
export function requestIn(text: string): PastedRequest {
  const short = text.slice(0, mostSigns).trim();
  const plain = isCmd(short) ? withoutCarets(short) : short;
  const taken = start();
  const words = shellWords(plain);
  const command = words.slice(0, 6).findIndex((word) => commands.test(word));
  if (command >= 0) takeCommand(taken, words.slice(command));
  else takeAnything(taken, plain, words);
  return finished(taken);
}

interface Taken {
  readonly urls: string[];
  readonly headers: Map<string, string>;
  readonly query: Map<string, string>;
  readonly body: Map<string, string>;
  user?: string;
  password?: string;
}

function start(): Taken {
  return { urls: [], headers: new Map(), query: new Map(), body: new Map() };
}

const commands = /^(?:.*[\\/])?(curl|wget|http|https|xh|xhs)(?:\.exe)?$/i;

function takeCommand(taken: Taken, [name = '', ...words]: readonly string[]): void {
  const isHttpie = /^(?:.*[\\/])?(https?|xhs?)(\.exe)?$/i.test(name);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const option = optionIn(word);
    if (option) {
      const takesNext = option.value === undefined && takesValue(option.name, isHttpie);
      if (takesNext) at += 1;
      const value = takesNext ? words[at] : option.value;
      if (value !== undefined) takeOption(taken, option.name, value);
    } else if (isHttpie && taken.urls.length > 0) takeItem(taken, word);
    else if (!/^[A-Z]+$/.test(word)) taken.urls.push(isHttpie ? word.replace(/^:(?=\d|\/|$)/, 'localhost:') : word);
  }
}

/** `--name`, `--name=value`, `-n`, `-nvalue`, `-sSn value`. */
function optionIn(word: string): { readonly name: string; readonly value?: string } | undefined {
  const long = /^--([a-z][\w.-]{0,40})(?:=([\s\S]*))?$/i.exec(word);
  if (long) return { name: `--${long[1]}`, ...(long[2] !== undefined && { value: long[2] }) };
  if (!/^-[a-z#]/i.test(word)) return undefined;
  const letters = word.slice(1, 12);
  const last = [...letters].findIndex((letter) => shortWithValue.includes(letter));
  if (last < 0) return { name: '-' };
  const value = word.slice(last + 2);
  return { name: `-${letters[last]}`, ...(value && { value }) };
}

const shortWithValue = 'HuadXFAebomxwTEKYCrQtyz';

const noValue =
  /^--(silent|location|location-trusted|insecure|compressed|include|verbose|fail|get|head|globoff|show-error|quiet|no-check-certificate|json-output|form|body|headers|follow|pretty|ignore-stdin|http1\.1|http2|no-verbose|path-as-is|ssl-no-revoke|next|progress-bar|ipv4|ipv6)$/;

/** HTTPie's `--form` and `--json` say only how the items are sent; curl's carry data. */
function takesValue(name: string, isHttpie: boolean): boolean {
  if (!name.startsWith('--')) return name !== '-';
  if (name === '--form' || name === '--json') return !isHttpie;
  return !noValue.test(name);
}

function takeOption(taken: Taken, name: string, value: string): void {
  if (name.startsWith('--data')) takeBody(taken, value);
  else options[name]?.(taken, value);
}

const options: Readonly<Record<string, (taken: Taken, value: string) => void>> = {
  '-H': takeHeader,
  '--header': takeHeader,
  '-u': takeUser,
  '-a': takeUser,
  '--auth': takeUser,
  '--user': takeUser,
  '--http-user': takeUser,
  '--password': takePassword,
  '--http-password': takePassword,
  '--oauth2-bearer': (taken, value) => takeHeader(taken, `authorization: Bearer ${value}`),
  '--url': ({ urls }, value) => void urls.push(value),
  '-d': takeBody,
  '-F': takeBody,
  '--json': takeBody,
  '--form': takeBody,
  '--form-string': takeBody,
  '--post-data': takeBody,
  '--body-data': takeBody,
};

/** One of HTTPie's items: `Name:value`, `name==value`, `name=value`, `name:=json`. */
function takeItem(taken: Taken, word: string): void {
  const [, name = '', sign, value = ''] = /^([\w.-]{1,80})(==|:=|=|:)([\s\S]*)$/.exec(word) ?? [];
  if (sign === ':') taken.headers.set(name.toLowerCase(), value.trim());
  else if (sign === '==') taken.query.set(name, value);
  else if (sign) taken.body.set(name, value);
}

function takeHeader({ headers }: Taken, line: string): void {
  const [, name, value = ''] = /^\s{0,8}([\w-]{1,80}):[ \t]{0,8}([^\r\n]*)/.exec(line) ?? [];
  if (name !== undefined) headers.set(name.toLowerCase(), value.trim());
}

function takeUser(taken: Taken, text: string): void {
  const colon = text.indexOf(':');
  taken.user = colon < 0 ? text : text.slice(0, colon);
  if (colon >= 0) taken.password = text.slice(colon + 1);
}

function takePassword(taken: Taken, value: string): void {
  taken.password = value;
}

function takeBody(taken: Taken, text: string): void {
  if (!/^\s*[{[]/.test(text)) {
    for (const [name, value] of new URLSearchParams(text)) taken.body.set(name, value);
    return;
  }
  for (const [name, value] of pairsIn(text)) taken.body.set(name, value);
}

/** A piece of a program, a raw request, lines out of a document, an address alone. */
function takeAnything(taken: Taken, text: string, words: readonly string[]): void {
  for (const line of text.split(/\r?\n/)) {
    const [, path] = /^\s{0,8}(?:GET|POST|PUT|DELETE|PATCH|HEAD)\s{1,8}(\/\S*)/.exec(line) ?? [];
    if (path) taken.urls.push(path);
    else if (!/^\s*https?:\/\//i.test(line)) takeHeader(taken, line);
  }
  for (const [name, value] of pairsIn(text)) {
    taken.headers.set(name.toLowerCase(), value);
    taken.body.set(name, value);
  }
  const host = taken.headers.get('host');
  const [first = ''] = taken.urls;
  if (host && first.startsWith('/')) taken.urls.unshift(`${host}${first}`);
  const found = /https?:\/\/[^\s"'`<>\\^]{1,2000}/i.exec(text)?.[0];
  if (found) taken.urls.unshift(found);
  else if (words.length === 1) taken.urls.push(words[0] ?? '');
}

function finished({ urls, ...rest }: Taken): PastedRequest {
  const url = urls.find((one) => /^https?:\/\//i.test(one)) ?? urls.find((one) => isAddress(one));
  const basic = basicIn(rest.headers.get('authorization'));
  if (url === undefined) return { ...basic, ...rest };
  const { bare, query, user, password } = takenApart(url);
  return {
    ...basic,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...rest,
    url: bare,
    query: new Map([...query, ...rest.query]),
  };
}

/** A host without a scheme: a name that ends like one, numbers, or any name with a port. A key with dots in it is none. */
function isAddress(text: string): boolean {
  const host = /^(\[[\da-f:.]{2,45}\]|[\w-]{1,63}(?:\.[\w-]{1,63}){0,10})(:\d{1,5})?(?=[/?#]|$)/i.exec(text);
  if (!host) return false;
  const [, name = '', port] = host;
  return port !== undefined || name === 'localhost' || name.startsWith('[') || /\.([a-z]{2,18}|\d{1,3})$/.test(name);
}

/** The address without what belongs to the request alone: its user, its query. */
function takenApart(url: string) {
  const [, scheme = '', authority = '', path = '', search = ''] =
    /^(https?:\/\/)?([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  const at = authority.lastIndexOf('@');
  const [user, ...password] = at < 0 ? [] : authority.slice(0, at).split(':');
  return {
    bare: `${scheme}${authority.slice(at + 1)}${path}`,
    query: [...new URLSearchParams(search)],
    ...(user && { user: decoded(user) }),
    ...(password.length > 0 && { password: decoded(password.join(':')) }),
  };
}

function basicIn(header: string | undefined): { user?: string; password?: string } {
  const [, coded] = /^basic\s{1,8}([\w+/=]{2,4000})$/i.exec(header ?? '') ?? [];
  const taken = start();
  if (coded) takeUser(taken, decodedBase64(coded));
  const { user, password } = taken;
  return { ...(user && { user }), ...(password !== undefined && { password }) };
}

function decodedBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}

/** `%20` and the like; a text that only looks so is left as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
