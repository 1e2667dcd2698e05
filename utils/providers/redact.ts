const dots = '•••';

/**
 * Takes every known secret out of a text, in each spelling an echo may have: escaped in whole or in part, in base64, in
 * hex, backwards, in other capitals, and pieces of it where an answer was cut. A short one goes only where it stands alone,
 * or it would tear ids and codes apart; below four signs it is a word like any other.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret.length >= 4);
  if (known.length === 0) return text;
  return known.reduce(
    (kept, secret) => (secret.length < 8 ? kept.replaceAll(alone(secret), dots) : without(kept, secret)),
    unescaped(text),
  );
}

/** The same JSON with its needless escapes undone: `\u0041` and `\/` say nothing that `A` and `/` do not. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u00([2-7][\da-f])|[\s\S])/gi, (whole: string, hex?: string) => {
    if (whole === '\\/') return '/';
    const sign = hex ? String.fromCharCode(Number.parseInt(hex, 16)) : whole;
    return sign === '"' || sign === '\\' ? `\\${sign}` : sign;
  });
}

function without(text: string, secret: string): string {
  const escapes = /%[\da-f]{2}|\\[ux"\\]|&[#a-z]/i.test(text) || /[^\w.-]/.test(secret);
  const plain = escapes ? text.replace(anyEscape(secret), dots) : text;
  return disguises(secret).reduce(withoutPieces, plain);
}

/** The secret, each of its signs as itself or in any escape: of addresses, forms, JSON and HTML, also twice. */
function anyEscape(secret: string): RegExp {
  return new RegExp([...secret].map((sign) => `(?:${escapesOf(sign).join('|')})`).join(''), 'giu');
}

function escapesOf(sign: string): string[] {
  const point = sign.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  const units = [...Array(sign.length).keys()].map((nth) => sign.charCodeAt(nth).toString(16).padStart(4, '0'));
  const bytes = [...utf8(sign)].map((byte) => byte.toString(16).padStart(2, '0'));
  return [
    // A sign that JSON escapes has its backslash before it.
    `\\\\{0,4}${quoted(sign)}`,
    bytes.map((byte) => `%(?:25){0,3}${byte}`).join(''),
    units.map((unit) => `\\\\{1,4}u\\{?${unit.replace(/^0+(?=..)/, '0{0,4}')}\\}?`).join(''),
    ...(point < 0x100 ? [`\\\\{1,4}x${hex.padStart(2, '0')}`] : []),
    `&(?:amp;){0,3}#x0{0,4}${hex};?`,
    `&(?:amp;){0,3}#0{0,4}${point};?`,
    ...(sign === ' ' ? ['\\+'] : []),
    ...(named[sign] ? [`&(?:amp;){0,3}${named[sign]};`] : []),
  ];
}

const named: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What is looked for as it stands, and in pieces. */
function disguises(secret: string): string[] {
  const bytes = utf8(secret);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const coded = [0, 1, 2].map((before) => base64(bytes, before));
  return [
    ...new Set([
      ...[secret, [...secret].reverse().join(''), encodeURIComponent(secret.toWellFormed())],
      ...[hex.join(''), hex.join(' '), hex.join(':')],
      ...coded,
      ...coded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ];
}

/** What of the base64 of a longer text these bytes alone decide, where this many stand before them. */
function base64(bytes: Uint8Array, before: number): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(before), ...bytes));
  const whole = Math.floor(((before + bytes.length) * 8) / 6);
  return text.slice(Math.ceil((before * 8) / 6), whole);
}

/**
 * Takes out every run of signs that is also in `wanted` and long enough to be no chance, whatever its capitals. Such a run
 * holds one of the marks, which lie half its length apart.
 */
function withoutPieces(text: string, wanted: string): string {
  const least = Math.min(12, Math.max(8, Math.ceil(wanted.length * 0.6)));
  const half = Math.floor((least + 1) / 2);
  const low = small(text);
  const sought = small(wanted);
  const cuts: (readonly [from: number, to: number])[] = [];
  for (let mark = 0; mark + half <= sought.length; mark += half) {
    const sign = sought.slice(mark, mark + half);
    for (let at = low.indexOf(sign), next = 0; at >= 0; at = low.indexOf(sign, next)) {
      const from = at;
      const back = matching((nth) => low[from - 1 - nth] === sought[mark - 1 - nth], Math.min(from, mark));
      const ahead = matching((nth) => low[from + nth] === sought[mark + nth], sought.length - mark);
      const found = back + ahead >= least && isTelling(sought.slice(mark - back, mark + ahead), sought);
      next = at + (found ? ahead : 1);
      if (found) cuts.push([at - back, at + ahead]);
    }
  }
  return cutOut(text, cuts);
}

/** `whatsapp-2024` is somebody's key, and `whatsapp` is in every link: a part made of words alone gives little away. */
function isTelling(piece: string, whole: string): boolean {
  return piece.length === whole.length || piece.length >= 16 || /\d/.test(piece);
}

function matching(alike: (nth: number) => boolean, most: number): number {
  let nth = 0;
  while (nth < most && alike(nth)) nth += 1;
  return nth;
}

function cutOut(text: string, cuts: (readonly [from: number, to: number])[]): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of cuts.sort(([a], [b]) => a - b)) {
    if (to <= at) continue;
    if (from >= at) kept += text.slice(at, from) + dots;
    at = to;
  }
  return kept + text.slice(at);
}

/** In small letters, sign for sign: some letters of the world have small ones that are longer. */
function small(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function alone(secret: string): RegExp {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const spellings = [secret, encodeURIComponent(secret.toWellFormed()), form, JSON.stringify(secret).slice(1, -1)];
  return new RegExp(`(?<![\\w-])(?:${[...new Set(spellings)].map(quoted).join('|')})(?![\\w-])`, 'gu');
}

/** As a pattern that means nothing but itself. */
function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
