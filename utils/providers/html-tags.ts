import { decoded } from './entities';

/** One piece of an HTML page, in order. Names are in lower case; attributes have their entities undone. */
export type Piece =
  | { readonly is: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

/** What stands inside these is no markup of the page; `noscript` is text to a browser that runs scripts. */
const opaque: ReadonlySet<string> = new Set([
  ...['script', 'style', 'title', 'textarea', 'noscript', 'template', 'iframe', 'xmp', 'noembed', 'noframes'],
]);

/**
 * The tags and texts of a page, read once from front to back: a service worker has no DOM. A tag that is cut off at the
 * end is left out, for half an attribute is not its value.
 */
export function* pieces(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const mark = nextMark(html, at);
    if (mark > at) yield { is: 'text', text: decoded(html.slice(at, mark), 'text') };
    if (mark === html.length) return;
    const tag = tagAt(html, mark);
    if (!tag) return;
    at = tag.end;
    if (!tag.piece) continue;
    yield tag.piece;
    if (tag.piece.is !== 'open' || !opaque.has(tag.piece.name)) continue;
    const { text, end } = opaqueText(html, at, tag.piece.name);
    if (tag.piece.name === 'title') yield { is: 'text', text: decoded(text, 'text') };
    yield { is: 'close', name: tag.piece.name };
    at = end;
  }
}

/** Where the next `<` stands that begins a tag, a comment or the like. */
function nextMark(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[a-zA-Z/!?]/.test(html.charAt(at + 1))) return at;
  }
  return html.length;
}

interface Tag {
  /** None for comments, declarations and ends of nothing. */
  readonly piece?: Piece;
  readonly end: number;
}

function tagAt(html: string, at: number): Tag | undefined {
  if (html.startsWith('<!--', at)) return commentAt(html, at);
  if (/[!?]/.test(html.charAt(at + 1))) return past(html.indexOf('>', at));
  const closes = html.charAt(at + 1) === '/';
  const start = at + (closes ? 2 : 1);
  if (closes && !/[a-zA-Z]/.test(html.charAt(start))) return past(html.indexOf('>', at));
  const nameEnd = skip(html, start, isNameSign);
  const name = html.slice(start, nameEnd).toLowerCase();
  const read = attributesAt(html, nameEnd);
  if (!read) return undefined;
  const { attributes, end } = read;
  return { piece: closes ? { is: 'close', name } : { is: 'open', name, attributes }, end };
}

function commentAt(html: string, at: number): Tag | undefined {
  if (html.startsWith('<!-->', at)) return { end: at + 5 };
  if (html.startsWith('<!--->', at)) return { end: at + 6 };
  const end = html.indexOf('--', at + 4);
  for (let dashes = end; dashes >= 0; dashes = html.indexOf('--', dashes + 1)) {
    if (html.startsWith('-->', dashes)) return { end: dashes + 3 };
    if (html.startsWith('--!>', dashes)) return { end: dashes + 4 };
  }
  return undefined;
}

function past(bracket: number): Tag | undefined {
  return bracket < 0 ? undefined : { end: bracket + 1 };
}

const isSpace = (sign: string) => sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r' || sign === '\f';
const isNameSign = (sign: string) => !isSpace(sign) && sign !== '/' && sign !== '>';
const isBetween = (sign: string) => isSpace(sign) || sign === '/';
const isBareSign = (sign: string) => !isSpace(sign) && sign !== '>';

function skip(html: string, from: number, goes: (sign: string) => boolean): number {
  let at = from;
  while (at < html.length && goes(html.charAt(at))) at += 1;
  return at;
}

/** The attributes up to the tag's `>`, each name's first value; undefined where the page ends before it. */
function attributesAt(html: string, from: number): { attributes: Map<string, string>; end: number } | undefined {
  const attributes = new Map<string, string>();
  for (let at = skip(html, from, isBetween); at < html.length; at = skip(html, at, isBetween)) {
    if (html.charAt(at) === '>') return { attributes, end: at + 1 };
    // A name may begin with `=`, and ends before the next.
    const nameEnd = skip(html, at + 1, (sign) => isNameSign(sign) && sign !== '=');
    const name = html.slice(at, nameEnd).toLowerCase();
    const value = valueAt(html, nameEnd);
    if (!value) return undefined;
    if (!attributes.has(name)) attributes.set(name, decoded(value.text, 'attribute'));
    at = value.end;
  }
  return undefined;
}

function valueAt(html: string, from: number): { text: string; end: number } | undefined {
  const equals = skip(html, from, isSpace);
  if (html.charAt(equals) !== '=') return { text: '', end: from };
  const start = skip(html, equals + 1, isSpace);
  const quote = html.charAt(start);
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, start + 1);
    return end < 0 ? undefined : { text: html.slice(start + 1, end), end: end + 1 };
  }
  const end = skip(html, start, isBareSign);
  return { text: html.slice(start, end), end };
}

/** What stands between an opaque element's tags, and where the page goes on. */
function opaqueText(html: string, from: number, name: string): { text: string; end: number } {
  const ending = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  ending.lastIndex = from;
  const found = ending.exec(html);
  if (!found) return { text: html.slice(from), end: html.length };
  const bracket = html.indexOf('>', found.index);
  return { text: html.slice(from, found.index), end: bracket < 0 ? html.length : bracket + 1 };
}
