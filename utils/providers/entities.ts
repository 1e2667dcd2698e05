/** The text that an HTML text or attribute value stands for. What is no entity stays as it is. */
export function decoded(text: string, where: 'text' | 'attribute'): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:[xX]([\dA-Fa-f]+)|(\d+))|([A-Za-z][A-Za-z\d]{1,8}))(;?)(=?)/g,
    (whole: string, hex?: string, number?: string, name?: string, end = '', equals = '') => {
      const point = hex ? Number.parseInt(hex, 16) : Number(number ?? Number.NaN);
      if (!Number.isNaN(point)) return sign(point) + equals;
      const found = named(name ?? '', end === ';');
      // `?a=1&copy=2` in an address is not a sign of copyright.
      if (found === undefined || (where === 'attribute' && !end && equals)) return whole;
      return found + equals;
    },
  );
}

function named(name: string, ended: boolean): string | undefined {
  const point = table.get(name);
  if (point === undefined) return undefined;
  // Without its semicolon only what HTML has always known counts.
  return ended || old.has(name) ? String.fromCodePoint(point) : undefined;
}

/** A numeric reference, with HTML's own repairs: the C1 range is Windows-1252, and what is no character is U+FFFD. */
function sign(point: number): string {
  const windows = point >= 0x80 && point <= 0x9f ? c1.codePointAt(point - 0x80) : undefined;
  const good = windows ?? point;
  const isNone = good === 0 || good > 0x10ffff || (good >= 0xd800 && good <= 0xdfff);
  return String.fromCodePoint(isNone ? 0xfffd : good);
}

const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Names that stand for a row of signs, one after the other. */
const rows: readonly (readonly [first: number, names: string])[] = [
  [
    0xa0,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
  ],
  [0x391, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho'],
  [0x3a3, 'Sigma Tau Upsilon Phi Chi Psi Omega'],
  [0x3b1, 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau'],
  [0x3c5, 'upsilon phi chi psi omega'],
  [0x2190, 'larr uarr rarr darr harr'],
];

const single: Readonly<Record<string, number>> = {
  ...{ quot: 0x22, QUOT: 0x22, amp: 0x26, AMP: 0x26, apos: 0x27, lt: 0x3c, LT: 0x3c, gt: 0x3e, GT: 0x3e },
  ...{ Tab: 9, NewLine: 10, excl: 0x21, num: 0x23, dollar: 0x24, percnt: 0x25, lpar: 0x28, rpar: 0x29, ast: 0x2a },
  ...{ plus: 0x2b, comma: 0x2c, period: 0x2e, sol: 0x2f, colon: 0x3a, semi: 0x3b, equals: 0x3d, quest: 0x3f },
  ...{ commat: 0x40, lsqb: 0x5b, lbrack: 0x5b, bsol: 0x5c, rsqb: 0x5d, rbrack: 0x5d, Hat: 0x5e, lowbar: 0x5f },
  ...{ grave: 0x60, lcub: 0x7b, lbrace: 0x7b, verbar: 0x7c, vert: 0x7c, rcub: 0x7d, rbrace: 0x7d },
  ...{ OElig: 0x152, oelig: 0x153, Scaron: 0x160, scaron: 0x161, Yuml: 0x178, fnof: 0x192, circ: 0x2c6, tilde: 0x2dc },
  ...{
    ensp: 0x2002,
    emsp: 0x2003,
    thinsp: 0x2009,
    hairsp: 0x200a,
    zwnj: 0x200c,
    zwj: 0x200d,
    lrm: 0x200e,
    rlm: 0x200f,
  },
  ...{ hyphen: 0x2010, ndash: 0x2013, mdash: 0x2014, horbar: 0x2015, lsquo: 0x2018, rsquo: 0x2019, sbquo: 0x201a },
  ...{ ldquo: 0x201c, rdquo: 0x201d, bdquo: 0x201e, dagger: 0x2020, Dagger: 0x2021, bull: 0x2022, hellip: 0x2026 },
  ...{ permil: 0x2030, prime: 0x2032, Prime: 0x2033, lsaquo: 0x2039, rsaquo: 0x203a, euro: 0x20ac, trade: 0x2122 },
  ...{ numero: 0x2116, minus: 0x2212, infin: 0x221e, ne: 0x2260, le: 0x2264, ge: 0x2265, star: 0x2606, starf: 0x2605 },
  ...{ phone: 0x260e, female: 0x2640, male: 0x2642, spades: 0x2660, clubs: 0x2663, hearts: 0x2665, diams: 0x2666 },
  ...{ check: 0x2713, cross: 0x2717, sung: 0x266a, flat: 0x266d, sharp: 0x266f, inodot: 0x131, imath: 0x131 },
};

const inRows = rows.flatMap(([first, names]) => names.split(' ').map((name, nth) => [name, first + nth] as const));
const table: ReadonlyMap<string, number> = new Map([...inRows, ...Object.entries(single)]);
const old: ReadonlySet<string> = new Set([
  ...inRows.filter(([, point]) => point < 0x100).map(([name]) => name),
  ...['quot', 'QUOT', 'amp', 'AMP', 'lt', 'LT', 'gt', 'GT'],
]);
