/*
 * What an invite link is. Two ways in: `inviteCode` takes one address, as a browser would open it; `inviteCodesIn` takes
 * a run of text, in which addresses stand among other things. Both end at the browser's own URL parser: the host it
 * names must be WhatsApp's, exactly, with no user name and no port. An address of any other host leads to an invite
 * only if that host is in the table of wrappers, which are known to send people on; what an unknown host has in its
 * path or parameters is that host's business, and never counts.
 */

declare const brand: unique symbol;

/** 22 letters and digits: what stands behind `chat.whatsapp.com/`. Made only by the parsers of this file. */
export type InviteCode = string & { readonly [brand]: 'InviteCode' };

/** An invite in a run of text, from `start` up to `end` in the text as it was given. */
export interface InviteInText {
  readonly code: InviteCode;
  readonly start: number;
  readonly end: number;
}

/** The code itself, if `text` is nothing but a code. A code of one repeated sign is a placeholder out of somebody's docs. */
export function bareCode(text: string): InviteCode | undefined {
  return /^[A-Za-z0-9]{22}$/.test(text) && new Set(text).size > 3 ? (text as InviteCode) : undefined;
}

/** The link people know, for a code. */
export function inviteUrl(code: InviteCode): string {
  return `https://chat.whatsapp.com/${code}`;
}

/**
 * The code that one address leads to: `https://chat.whatsapp.com/[invite/]CODE` also without its scheme,
 * `web.whatsapp.com/accept?code=CODE`, `whatsapp://chat?code=CODE`, Android's `intent:`, and any of them inside a
 * wrapper. Queries and fragments are dropped.
 */
export function inviteCode(address: string, base?: string): InviteCode | undefined {
  return inviteCodesBehind(address, base)[0];
}

/** All codes of one address, each once: a message that somebody shares may hold more than one. */
export function inviteCodesBehind(address: string, base?: string): InviteCode[] {
  if (!isWorthReading(address, base)) return [];
  return [...new Set(wordsBehind(address, base).flatMap((word) => bareCode(word) ?? []))];
}

/** The codes in a run of text, each once, in order of first appearance. */
export function inviteCodesIn(text: string): InviteCode[] {
  return [...new Set(invitesIn(text).map(({ code }) => code))];
}

/** Every place in a run of text where an invite stands; also the second place of the same one. */
export function invitesIn(text: string): InviteInText[] {
  return wordsIn(text).flatMap(({ word, start, end }) => {
    const code = bareCode(word);
    return code ? [{ code, start, end }] : [];
  });
}

/** A quick look, for text that is not worth a slow one; never wrong where it says no. */
export function mayHoldInvites(text: string): boolean {
  return hint.test(text) || hint.test(text.replace(noise, ''));
}

/**
 * Whether an address or a text holds an invite meant for one person: 16 signs where a code has 22. It works only for
 * that person, inside WhatsApp, so it can be explained but not looked into.
 */
export function isPrivateInvite(text: string): boolean {
  const words = [...wordsBehind(text), ...wordsIn(text).map(({ word }) => word)];
  return words.some((word) => /^[\w-]{16}$/.test(word) && /[A-Z\d]/.test(word));
}

/** Letters of other alphabets that are drawn like those of the name. */
const drawnAlike: Readonly<Record<string, string>> = {
  ...{ ԝ: 'w', ѡ: 'w', ω: 'w', ա: 'w', һ: 'h', հ: 'h', ի: 'h', а: 'a', α: 'a', ɑ: 'a', ꭺ: 'a' },
  ...{ т: 't', τ: 't', ѕ: 's', ꜱ: 's', р: 'p', ρ: 'p', с: 'c', ϲ: 'c', о: 'o', ο: 'o', м: 'm', 4: 'a', 5: 's' },
};

/** Another scheme, or a mail address. */
const isNoAddress = /^(?!https?:)(?:[a-z+-]+:|[^@/\\?#]+@[^@/\\?#]+$)/i;

/**
 * The host of the first address in a text that only looks like WhatsApp's: by letters of other alphabets, by the name with
 * a letter too few, or by the name somewhere in an address that leads elsewhere. As a browser spells it, in ASCII.
 */
export function lookAlikeHost(text: string): string | undefined {
  for (const piece of text.slice(0, longest).split(/[\s<>"'()[\]{}]+/)) {
    if (isNoAddress.test(piece)) continue;
    const url = parsed(/^https?:/i.test(piece) ? piece : `https://${piece}`);
    if (!url || !/[^.]\.[^.]{2,}\.?$/.test(url.hostname) || /(?:^|\.)whatsapp\.(?:com|net)$/.test(url.hostname))
      continue;
    const [written = ''] = piece.replace(/^https?:[\\/]*/i, '').split(/[\\/?#]/, 1);
    const labels = `${plainLetters(written)}.${url.hostname}`.split(/[.@:-]|(?<!xn)--/);
    if (
      plainLetters(written).includes('whatsapp') ||
      labels.some(isNearName) ||
      url.hostname.split('.').some(isCodedName)
    ) {
      return url.hostname;
    }
  }
  return undefined;
}

function plainLetters(text: string): string {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/\p{M}+/gu, '');
  return Array.from(bare, (sign) => drawnAlike[sign] ?? sign)
    .join('')
    .replaceAll('vv', 'w');
}

function isNearName(label: string): boolean {
  return label.length === 'whatsapp'.length - 1 && isPartOfName(label);
}

/** What browsers write for a host with letters that are not ASCII: those that are come first. */
function isCodedName(label: string): boolean {
  const [, letters = ''] = /^xn--(.{4,})-[a-z\d]+$/.exec(label) ?? [];
  return isPartOfName(letters);
}

/** Whether all letters are the name's, in its order. */
function isPartOfName(letters: string): boolean {
  let at = 0;
  for (const letter of 'whatsapp') if (letters[at] === letter) at += 1;
  return letters.length >= 4 && at === letters.length;
}

// One address. What stands where a code should stand is called a word until it has been measured.

/** Safe Links around a Google redirect around a share button: deeper nests were never seen. */
const deepest = 5;
/** Without one of these there is no invite, however it is dressed: the name, Bing's base64, a letter in disguise. */
const hint = /whatsapp|a1aHR0c|%(?:25){0,3}[4-7]|[\u24B6-\u24E9\uFF21-\uFF5A\uD835]/i;
/** Longer addresses were never seen; it keeps the work on hostile ones in proportion. */
const longest = 65_536;
const unseen =
  '\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFE00-\\uFE0F\\uFEFF';
const invisible = new RegExp(`[${unseen}]`, 'g');
const blank = new RegExp(`[\\s${unseen}]`);

function wordsBehind(address: string, base?: string, depth = 0): string[] {
  const text = trimmed(address);
  // `#` leads nowhere, not even on the invite's own page.
  if (depth > deepest || text.length > longest || !text || text.startsWith('#')) return [];
  if (/^(?:https?|whatsapp|intent):?%/i.test(text)) return wordsBehind(decoded(text), undefined, depth + 1);
  if (/^intent:/i.test(text)) return intended(text).flatMap((inner) => wordsBehind(inner, undefined, depth + 1));
  const url = parsed(withScheme(text), base);
  if (!url) return [];
  const own = ownWord(url);
  return own === undefined ? wrapped(url, depth + 1) : [own];
}

/** Tells most addresses apart before any is parsed: a page may have a hundred thousand. */
function isWorthReading(address: string, base = ''): boolean {
  return (
    hint.test(address) || /[\t\n\r\u0080-\uFFFF]/.test(address) || /^https?:\/\/(?:chat|web)\.whatsapp\.com/i.test(base)
  );
}

function trimmed(text: string): string {
  let start = 0;
  while (blank.test(text.charAt(start))) start++;
  return withoutEnd(text.slice(start), blank);
}

function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function withScheme(address: string): string {
  if (/^(?:chat|web)\.whatsapp\.com[/\\:]/i.test(address)) return `https://${address}`;
  return /^\/\/(?:chat|web)\.whatsapp\.com[/\\:]/i.test(address) ? `https:${address}` : address;
}

function parsed(address: string, base?: string): URL | undefined {
  const from = base && URL.canParse(base) ? base : undefined;
  return URL.canParse(address, from) ? new URL(address, from) : undefined;
}

/** The word in an address of WhatsApp's own. */
function ownWord(url: URL): string | undefined {
  if (url.protocol === 'whatsapp:') return word(/^\w+:\/\/chat\/?\?code=([^&#]{1,99})/i, url.href);
  if (!isPlain(url)) return undefined;
  // The path wins over a `?code=` beside it.
  if (url.hostname === 'chat.whatsapp.com') return word(/^\/(?:invite\/)?([^/]{1,99})\/?$/i, url.pathname);
  // The web client reads `code` only where it comes first.
  const accepts = url.hostname === 'web.whatsapp.com' && /\/accept\/?$/.test(url.pathname);
  return accepts ? word(/^\?code=([^&]{1,99})/, url.search) : undefined;
}

function isPlain({ protocol, username, password, port }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && !username && !password && !port;
}

/** A careless linker takes a blank, a full stop or a bracket into the address; `&mode=` often lacks its `?`. */
function word(where: RegExp, part: string): string | undefined {
  const [found = ''] = decoded(where.exec(part)?.[1] ?? '')
    .replace(invisible, '')
    .split('&', 1);
  return withoutEnd(found, /[\s.,;:!?'"”’»…)\]}>*|]/) || undefined;
}

/** `intent://chat.whatsapp.com/CODE#Intent;scheme=https;…;S.browser_fallback_url=…;end` */
function intended(address: string): string[] {
  const [, target = '', extras = ''] = /^intent:([^#]*)(?:#Intent;(.*))?$/is.exec(address) ?? [];
  const scheme = /(?:^|;)scheme=([^;]*)/.exec(extras)?.[1] ?? 'https';
  const fallback = /(?:^|;)S\.browser_fallback_url=([^;]*)/.exec(extras)?.[1] ?? '';
  const allowed = /^(?:https?|whatsapp)$/i.test(scheme);
  return [...(allowed ? [target.startsWith('//') ? `${scheme}:${target}` : target] : []), decoded(fallback)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

// Wrappers: those who send people on.

interface Wrapper {
  /** Its host, or its scheme where that says it all. */
  readonly at: RegExp;
  readonly path?: RegExp;
  /** Parameters that hold one address. */
  readonly address?: readonly string[];
  /** Parameters that hold a text, which somebody shares. */
  readonly text?: readonly string[];
  /** Takes the address out of anything else. */
  readonly undo?: (url: URL) => string | undefined;
}

const google = /^(?:[\w-]+\.)*google\.(?:com|cat|[a-z]{2}|com?\.[a-z]{2})$/;
const proofpoint = /^urldefense\.(?:proofpoint\.com|com|us)$/;
const twitter = /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/;
const facebook = /^(?:[\w-]+\.)?facebook\.com$/;
const linkedin = /^(?:[\w-]+\.)?linkedin\.com$/;

/** Sources: ClearURLs' rules, the vendors' help pages, addresses as found. */
const wrappers: readonly Wrapper[] = [
  // Search
  { at: google, path: /^\/url$/, address: ['q', 'url'] },
  {
    at: google,
    path: /^\/amp\/s\//,
    undo: ({ pathname, search }) => `https://${pathname.slice('/amp/s/'.length)}${search}`,
  },
  { at: /\.cdn\.ampproject\.org$/, undo: inPath(/^\/[a-z]\/s\/(.+)/, 'https://') },
  { at: /^(?:www\.|cn\.)?bing\.com$/, path: /^\/ck\/a/, undo: fromBing },
  { at: /^(?:[\w-]+\.)*search\.yahoo\.com$/, undo: inPath(/\/RU=([^/]+)/) },
  { at: /^(?:html\.|www\.)?duckduckgo\.com$/, path: /^\/l\/?$/, address: ['uddg'] },
  // Social
  { at: /^(?:lm?\.(?:facebook|messenger|instagram|workplace|threads)\.(?:com|net)|l\.wl\.co)$/, address: ['u'] },
  { at: facebook, path: /^\/(?:l\.php|flx\/warn\/?)$/, address: ['u'] },
  { at: /^(?:www\.|m\.|music\.)?youtube\.com$/, path: /^\/redirect$/, address: ['q'] },
  { at: linkedin, path: /^\/(?:redir\/|safety\/go)/, address: ['url'] },
  { at: /^slack-redir\.net$/, address: ['url'] },
  { at: /^out\.reddit\.com$/, address: ['url'] },
  { at: /^click\.redditmail\.com$/, address: ['url'], undo: inPath(/(?:^|\/)(https?(?::|%3A)[^/]+)/i) },
  { at: /^steamcommunity\.com$/, path: /^\/linkfilter\/?$/, address: ['url', 'u'] },
  { at: /^(?:www\.|m\.|away\.)?vk\.(?:com|ru)$/, path: /^\/away(?:\.php)?$/, address: ['to'] },
  { at: /^t\.umblr\.com$/, path: /^\/redirect$/, address: ['z'] },
  { at: /^(?:www\.)?href\.li$/, undo: ({ search }) => search.slice(1) },
  { at: /^disq\.us$/, undo: ({ searchParams }) => searchParams.get('url')?.replace(/:[\w-]*$/, '') },
  // Mail
  { at: /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us)$/, address: ['url', 'originalsrc'] },
  { at: /^statics\.teams\.cdn\.office\.net$/, path: /\/safelinks\//, address: ['url'] },
  { at: proofpoint, path: /^\/v1\//, address: ['u'] },
  { at: proofpoint, path: /^\/v2\//, undo: fromProofpoint2 },
  { at: proofpoint, path: /^\/v3\//, undo: fromProofpoint3 },
  { at: /(?:^|\.)(?:mimecastprotect|mimecast)\.com$/, address: ['url', 'u', 'domain'] },
  { at: /^linkprotect\.cudasvc\.com$/, address: ['a'] },
  { at: /^secure-web\.cisco\.com$/, undo: inPath(/\/(https?(?::|%3A)[^/]+)\/?$/i) },
  { at: /\.awstrack\.me$/, undo: inPath(/^\/[A-Z]+\d+\/(https?(?::|%3A)[^/]+)/i) },
  // Archives
  { at: /^web\.archive\.org$/, undo: ({ pathname, search }) => /^\/web\/[^/]+\/(.+)/.exec(pathname + search)?.[1] },
  // Share buttons
  { at: /^(?:(?:www\.)?wa\.me|(?:api|web|www)\.whatsapp\.com)$/, text: ['text'] },
  { at: /^whatsapp:$/, text: ['text'] },
  { at: twitter, path: /^\/(?:intent\/(?:tweet|post)|share)\/?$/, text: ['text', 'url'] },
  { at: /^(?:t|telegram)\.me$/, path: /^\/share(?:\/url)?\/?$/, text: ['url', 'text'] },
  { at: /^tg:$/, text: ['url', 'text'] },
  { at: facebook, path: /^\/(?:sharer|share|dialog)(?:[/.]|$)/, address: ['u', 'href', 'link'], text: ['quote'] },
  { at: linkedin, path: /^\/(?:shareArticle|sharing\/)/, address: ['url'], text: ['title', 'summary'] },
  { at: /^(?:www\.|old\.)?reddit\.com$/, path: /^\/submit\/?$/, address: ['url'], text: ['text', 'title'] },
  { at: /^(?:www\.)?pinterest\.com$/, path: /^\/pin\/create\//, address: ['url'], text: ['description'] },
  { at: /^(?:mailto|sms|viber):$/, text: ['subject', 'body', 'text'] },
  // Pictures of a QR code
  { at: /^api\.qrserver\.com$/, text: ['data'] },
  { at: /^(?:chart\.googleapis\.com|chart\.apis\.google\.com|(?:www\.)?image-charts\.com|zxing\.org)$/, text: ['chl'] },
  { at: /^(?:www\.)?quickchart\.io$/, text: ['text', 'chl'] },
];

function wrapped(url: URL, depth: number): string[] {
  if (url.protocol === 'javascript:') return texts([decoded(url.href)], depth);
  const at = isPlain(url) ? url.hostname : url.protocol;
  return wrappers
    .filter((wrapper) => wrapper.at.test(at) && (wrapper.path?.test(url.pathname) ?? true))
    .flatMap(({ address = [], text = [], undo }) => {
      const values = (names: readonly string[]) => names.flatMap((name) => url.searchParams.getAll(name));
      const addresses = [...values(address), undo?.(url) ?? ''];
      return [...addresses.flatMap((inner) => wordsBehind(inner, undefined, depth)), ...texts(values(text), depth)];
    });
}

function texts(values: readonly string[], depth: number): string[] {
  return values.flatMap((value) => wordsIn(value, depth)).map((found) => found.word);
}

function inPath(where: RegExp, before = ''): (url: URL) => string | undefined {
  return ({ pathname, search }) => {
    const found = where.exec(pathname + search)?.[1];
    return found && before + decoded(found);
  };
}

/** `u=a1` and the address in base64url. */
function fromBing({ searchParams }: URL): string | undefined {
  const [, coded] = /^a1(.+)/.exec(searchParams.get('u') ?? '') ?? [];
  return coded && fromBase64(coded);
}

/** `https-3A__chat.whatsapp.com_CODE-3Fmode-3Dac-5Ft` */
function fromProofpoint2({ searchParams }: URL): string {
  return decoded((searchParams.get('u') ?? '').replaceAll('-', '%').replaceAll('_', '/'));
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `…/v3/__ADDRESS__;SIGNS!!…`: each `*` in the address stands for the next of the signs, `**A` for two, `**B` for three. */
function fromProofpoint3({ href }: URL): string | undefined {
  const [, address, coded = ''] = /^\w+:\/\/[^/]+\/v3\/__(.+)__;([^!]*)!/.exec(href) ?? [];
  const signs = [...fromBase64(coded)];
  return address?.replace(/\*(?:\*([\w-]))?/g, (_, length?: string) =>
    signs.splice(0, length ? runLengths.indexOf(length) + 2 : 1).join(''),
  );
}

function fromBase64(coded: string): string {
  try {
    const bytes = atob(coded.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}

// A run of text.

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordsIn(text: string, depth = 0): Word[] {
  if (depth > deepest || !mayHoldInvites(text)) return [];
  const { flat, from, to } = flattened(text);
  return scanned(flat, depth).map(({ word, start, end }) => ({ word, start: from(start), end: to(end) }));
}

/** What is written into a text but not to be read: signs nobody sees, escapes of scripts, entities nobody resolved. */
const noise = new RegExp(
  `[${unseen}]|\\\\{1,7}(?=/)|\\\\(?:u00|x)[2-7][\\dA-Fa-f]|&(?:#\\d{2,4}|#[Xx][\\dA-Fa-f]{2,4}|[a-z]{3,6});`,
  'g',
);
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', sol: '/', colon: ':', period: '.', quest: '?', equals: '=' },
  ...{ shy: '', lrm: '', rlm: '', zwj: '', zwnj: '' },
};

/** The text as it is meant, and for each place in it the place in the text as it was given. */
function flattened(text: string) {
  const same = (place: number) => place;
  if (text.search(noise) < 0) return { flat: text, from: same, to: same };
  const [starts, ends]: [number[], number[]] = [[], []];
  let done = 0;
  const copied = (until: number) => {
    for (; done < until; done++) ends[starts.push(done) - 1] = done + 1;
  };
  const flat = text.replace(noise, (piece, at: number) => {
    const sign = meant(piece);
    if (sign === piece) return piece;
    copied(at);
    done = at + piece.length;
    if (sign) ends[starts.push(at) - 1] = done;
    return sign;
  });
  copied(text.length);
  return { flat, from: (place: number) => starts[place] ?? text.length, to: (place: number) => ends[place - 1] ?? 0 };
}

/** One sign or none for a piece of noise; the piece itself where it is none. */
function meant(piece: string): string {
  if (piece.length < 3 || /^\\+$/.test(piece)) return '';
  const [, hex, decimal, name = ''] = /^(?:\\(?:u00|x)|&#x)([\da-f]+)|^&#(\d+)|^&(\w+)/i.exec(piece) ?? [];
  if (!hex && !decimal) return entities[name] ?? piece;
  return String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal)).replace(invisible, '');
}

/** Where an address may start: with a scheme of ours, with one in percent-encoding, with any other, or without one. */
const starts = new RegExp(
  [
    '(?<scheme>https?|whatsapp|intent):[\\\\/]+',
    '(?<encoded>(?:https?|whatsapp|intent)(?=:?%(?:25){0,3}[23][AF])|chat(?:\\.|%2E)whatsapp(?:\\.|%2E)com(?=%2F))',
    '(?<foreign>:\\/\\/)',
    '(?:chat|web)\\.whatsapp\\.com(?=[\\\\/:])',
  ].join('|'),
  'gi',
);
/** What no address goes beyond. */
const hardEnd = /[\s"<>`“”„«»‹›…。，、！？；：（）［］【】「」『』《》｜]/g;
interface Walk {
  readonly text: string;
  readonly depth: number;
  readonly found: Word[];
  /** Up to where everything has been read. */
  done: number;
  /** The end of the address that was read last; what starts before it is most likely a part of it. */
  until: number;
  /** Whether that address was WhatsApp's own. */
  ours: boolean;
  /** The next hard end, once it was looked for. */
  end: number;
}

function scanned(text: string, depth: number): Word[] {
  const walk: Walk = { text, depth, found: [], done: 0, until: 0, ours: false, end: -1 };
  for (const { 0: start, index: at, groups = {} } of text.matchAll(starts)) {
    if (at < walk.done || !standsFree(walk, at, start)) continue;
    const head = at < walk.until ? '' : hostBefore(text, at, walk.done);
    if (groups.foreign) leave(walk, at, false);
    else if (head) readAddress(walk, at - head.length, 'https://');
    else if (groups.encoded) readEncoded(walk, at);
    else if (!readOwn(walk, at, start)) readAddress(walk, at);
  }
  return walk.found;
}

/** Letters with capitals, which make host names; signs that join an address together. */
const joining =
  /(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]\p{M}*|[\p{N}.․．@\\%&#+$?]|[\p{L}\p{N}.@/\\#?&$%+][_~-]+|(?:^|[^/])\/|[^\s"'`=(:,;|>)]\/\/)$/u;

/** Signs after which another address may start in the same run of signs. */
const apart = /[,;|()[\]{}'*!\u0080-\uFFFF]/;

/** Whether an address may start here, seen from what stands before it. */
function standsFree({ text, done, until, ours }: Walk, at: number, start: string): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  const hasScheme = !start.toLowerCase().endsWith('.com');
  // Two links glued together.
  if (at === done && ours) return true;
  if (at >= until) return hasScheme || !joining.test(before) || /\\[nrt]$/.test(before);
  if (!start.includes('/')) return /[,;|]$/.test(before);
  return ours ? !/[=&?#@%+]$/.test(before) : apart.test(before.slice(-1));
}

/** The host without a scheme, and what follows it, in which a start at `at` would lie: `example.com/?to=`. */
function hostBefore(text: string, at: number, done: number): string {
  let from = at;
  while (from > done && at - from < 100 && !besideAddress.test(text.charAt(from - 1))) from--;
  const head = text.slice(from, at);
  return /[\p{L}\d]\.[\p{L}\d-]{2,63}(?::\d+)?[/\\?#]/u.test(head) ? head : '';
}

const besideAddress = /[\s"'<>`,;|()[\]{}*!]|[^\p{L}\p{N}\p{M}\p{ASCII}]/u;

/** Marks the rest of this run of signs as belonging to an address. */
function leave(walk: Walk, at: number, ours: boolean): void {
  walk.until = endFrom(walk, at);
  walk.ours = ours;
}

function endFrom(walk: Walk, at: number): number {
  if (at >= walk.end) {
    hardEnd.lastIndex = at;
    walk.end = hardEnd.exec(walk.text)?.index ?? walk.text.length;
  }
  return walk.end;
}

/** An address that WhatsApp has nothing to do with, unless it wraps one that has. */
function readAddress(walk: Walk, at: number, scheme = ''): void {
  leave(walk, at, false);
  const run = walk.text.slice(at, Math.min(walk.until, at + 4096));
  const next = run.search(nextAddress);
  const address = withoutEnd(next < 0 ? run : run.slice(0, next), trailing);
  if (!hint.test(address)) return;
  const end = at + address.length;
  for (const word of wordsBehind(scheme + address, undefined, walk.depth + 1))
    walk.found.push({ word, start: at, end });
  walk.done = end;
}

/** What ends a sentence or a mark around an address. */
const trailing = /[.,;:!?)\]}*_~|]/;
const nextAddress = new RegExp(`'|${apart.source}(?=https?:)`, 'i');

/** `https%3A%2F%2F…`, up to the next parameter. */
function readEncoded(walk: Walk, at: number): void {
  const run = walk.text.slice(at, Math.min(endFrom(walk, at), at + longest));
  const next = run.indexOf('&');
  const end = at + withoutEnd(next < 0 ? run : run.slice(0, next), trailing).length;
  for (const { word } of wordsIn(decoded(walk.text.slice(at, end)), walk.depth + 1))
    walk.found.push({ word, start: at, end });
  walk.done = end;
}

const ways: Readonly<Record<string, RegExp>> = {
  'chat.whatsapp.com': /[\\/](?:invite[\\/])?([\w-]{1,80})/iy,
  'web.whatsapp.com': /(?:\/[\w-]{1,40}){0,4}?\/accept\/?\?code=([\w-]{1,80})/iy,
  'whatsapp:': /chat\/?\?code=([\w-]{1,80})/iy,
};
const authority = /[^\\/?#\s"'<>`]{0,253}/y;

/** Whether the address that starts here is one of WhatsApp's own; a word in it is kept. */
function readOwn(walk: Walk, at: number, start: string): boolean {
  const { text, found } = walk;
  const scheme = /^\w+:/.exec(start)?.[0].toLowerCase() ?? '';
  const hostAt = scheme ? at + start.length : at;
  authority.lastIndex = hostAt;
  const host = authority.exec(text)?.[0] ?? '';
  const own = scheme === 'whatsapp:' ? scheme : ownHost(scheme || 'https:', host);
  const way = own && ways[own];
  if (!way) return false;
  leave(walk, at, true);
  way.lastIndex = own === 'whatsapp:' ? hostAt : hostAt + host.length;
  const end = wordEnd(text, way.exec(text)?.[1] ?? '', way.lastIndex);
  if (!end) return own !== 'whatsapp:';
  found.push({ word: end.word, start: at, end: end.tail });
  walk.done = end.at;
  return true;
}

/** The parser of the browser says what host it is, also for `ｃｈａｔ．whatsapp。com`. */
function ownHost(scheme: string, authority: string): string | undefined {
  if (!hint.test(authority)) return undefined;
  const url = parsed(`${scheme}//${authority}`);
  return url && isPlain(url) ? url.hostname : undefined;
}

/** Signs that belong to the word, so that it was longer than it seemed: letters, `@`, a path that goes on. */
const goesOn = /^(?:[\w@-]|\p{M}|\p{Script=Latin}|%(?:3\d|[46][\da-f]|[57][\da])|\/(?!https?:)[\w-])/iu;
const query = /\/?(?:\?(?:(?!https?:)[\w=&;%.+~-]){1,300}(?<=[\w=]))?/iy;

/** Where a word that was read up to `end` ends in truth: before the mark of a chat, or before the link glued to it. */
function wordEnd(text: string, read: string, end: number): { word: string; at: number; tail: number } | undefined {
  const next = text.slice(end, end + 16);
  const glued = /^:?[/%]/.test(next)
    ? /(?:https?|whatsapp|intent)$/i
    : /^\.whatsapp\.com/i.test(next) && /(?:chat|web)$/i;
  const word = glued ? read.replace(glued, '') : next.startsWith('\u20E3') ? read.slice(0, -1) : read;
  const cut = word.replace(/[_-]+$/, '');
  if (!cut || (word === read && goesOn.test(next))) return undefined;
  const at = end - read.length + cut.length;
  query.lastIndex = at;
  return { word: cut, at, tail: word === read ? at + (query.exec(text)?.[0].length ?? 0) : at };
}
