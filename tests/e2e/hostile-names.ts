/** What a group may be called by somebody who means ill. */
export interface HostileName {
  /** Which kind of trick it is. */
  readonly kind: string;
  readonly subject: string;
  readonly description: string;
}

/** Called by every script that a name or a description smuggles in: `trap(7)`. Whoever shows names defines it. */
const call = (nth: number) => `trap(${nth})`;

/** `bait` is an address that must never be asked for anything. */
type Trick = (nth: number, bait: string) => string;

const pick = (from: readonly string[], nth: number): string => from[nth % from.length] ?? '';
const hex = (nth: number) => nth.toString(16).padStart(2, '0');
const sign = (code: number) => String.fromCodePoint(code);
/** Nothing that can be seen, or a sign for each number: every control sign of Unicode there is. */
const controls = [
  ...Array.from({ length: 33 }, (_, nth) => sign(nth)),
  ...Array.from({ length: 34 }, (_, nth) => sign(0x7f + nth)),
  ...[0x2028, 0x2029, 0x85, 0x0c, 0x0b, 0xfeff, 0xfff9, 0xfffa, 0xfffb, 0xe0001, 0xe0041, 0xe007f, 0x1d173].map(sign),
];
const turns = [0x200e, 0x200f, 0x061c, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(
  sign,
);
const blanks = [0x3164, 0x115f, 0x1160, 0xffa0, 0x2800, 0x200b, 0x200d, 0xfe0f, 0x00ad, 0x2060, 0x180e, 0x034f].map(
  sign,
);

const markup: readonly Trick[] = [
  (nth) => `<script>${call(nth)}</script>`,
  (nth) => `</bdi></h2></title></style></textarea><script>${call(nth)}</script>`,
  (nth, bait) => `"><script src="${bait}/${nth}.js"></script>`,
  (_, bait) => `<iframe src="${bait}"></iframe><object data="${bait}"></object><embed src="${bait}">`,
  (_, bait) => `<link rel="stylesheet" href="${bait}"><style>@import "${bait}";*{width:9999px}</style>`,
  (_, bait) => `<base href="${bait}/"><meta http-equiv="refresh" content="0;url=${bait}">`,
  (nth) => `<form action="javascript:${call(nth)}"><button autofocus formaction="javascript:${call(nth)}">OK</button>`,
  (nth) => `<svg><script>${call(nth)}</script><a xlink:href="javascript:${call(nth)}"><text>x</text></a></svg>`,
  (nth) => `<noscript><p title="</noscript><img src=x onerror=${call(nth)}>">`,
  (nth) => `<template><img src=x onerror=${call(nth)}></template><!--><img src=x onerror=${call(nth)}>-->`,
];

const handlers: readonly Trick[] = [
  (nth) => `<img src=x onerror=${call(nth)}>`,
  (nth, bait) => `<img src="${bait}/${nth}.png" onload="${call(nth)}" onerror="${call(nth)}">`,
  (nth) => `" onmouseover="${call(nth)}" autofocus onfocus="${call(nth)}" x="`,
  (nth) => `' onpointerenter='${call(nth)}' style='position:fixed;inset:0' y='`,
  (nth) => `<details open ontoggle=${call(nth)}><summary>Deals</summary></details>`,
  (nth) => `<video><source onerror="${call(nth)}"></video><audio src=x onerror=${call(nth)}>`,
  (nth) => `<body onload=${call(nth)} onpageshow=${call(nth)}>`,
  (nth) => `<input autofocus onfocus=${call(nth)}><marquee onstart=${call(nth)}>Sale</marquee>`,
  (nth) => `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${call(nth)}">b</b>`,
];

const templates: readonly Trick[] = [
  (nth) => `{{constructor.constructor('${call(nth)}')()}}`,
  (nth) => `\${${call(nth)}}`,
  (nth) => `<%= ${call(nth)} %> #{${call(nth)}} [[${call(nth)}]]`,
  () => "$1 $2 $$ %s %d %% &amp; && $& $` $'",
  () => '__MSG_name__ __proto__ constructor toString',
  () => '{"name":"x","__proto__":{"polluted":true}}',
];

const addresses: readonly Trick[] = [
  (nth) => `javascript:${call(nth)}//`,
  (nth) => `JaVaScRiPt\t:\n${call(nth)}`,
  (nth) => `data:text/html,<script>${call(nth)}</script>`,
  (nth) => `data:text/html;base64,${Buffer.from(`<script>${call(nth)}</script>`).toString('base64')}`,
  (_, bait) => bait,
  (_, bait) => `url(${bait}) src=${bait} href=${bait}`,
  (nth) => `vbscript:${call(nth)} blob:x filesystem:x about:blank chrome://settings moz-extension://x`,
];

const paths: readonly string[] = [
  ...['../../../etc/passwd', '..\\..\\windows\\system32', 'C:\\con', 'con', 'NUL.txt', 'aux', '/', '.', '..', '~root'],
  ...['a/b\\c:d*e?f"g<h>i|j', 'file.lnk', 'x.desktop', 'shop\n.desktop', '.htaccess', 'deal.exe ', 'x%00.png'],
  ...['\u202Egnp.exe', 'a'.repeat(400), '%2e%2e%2fetc', 'file:///etc/passwd', 'COM1', 'desktop.ini', '-rf'],
];
const formulas: readonly string[] = [
  ...['=1+1', '=cmd|calc!A0', "+cmd|' /C calc'!A0", '-2+3', '@SUM(1;1)', '\t=1+1', '\r=1+1', '＝1+1', '"=1+1'],
  ...['=HYPERLINK("http://x.example","Deals")', 'a,"b\n=1+1', ';=1+1', "'=1+1"],
];
const people: readonly string[] = [
  ...['👩‍👩‍👧‍👦', '🏳️‍🌈', '👨🏽‍🚀', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇫🇷🇩🇪', '1️⃣2️⃣', '❤️‍🔥', '🧑🏿‍🤝‍🧑🏻', '☠️', '🫱🏻‍🫲🏿'],
];
const rightToLeft: readonly string[] = [
  ...['مجموعة العروض الخاصة', 'קבוצת ההשקה 2026', 'عرض 50% حتى 12/31 (فقط)', 'שלום: 12, 34', 'Sale تخفيضات 2026'],
  ...['ﷺ ﷽', 'می‌خواهم', 'ܫܠܡܐ', 'ދިވެހި', '(عرض)', '123 العروض 456', 'العروض · 12 members · admin'],
];
const alike: readonly string[] = [
  ...[
    'https://chat.whatsаpp.com/AbCdEfGhIjKlMnOpQrStUv',
    'chat.ẉhatsapp.com/invite',
    'ｃｈａｔ．ｗｈａｔｓａｐｐ．ｃｏｍ',
  ],
  ...[
    'https://chat.whatsapp.com@evil.example/x',
    'xn--whatspp-cof.com',
    'Аdmin',
    'Latchkey: update your key',
    'adm\u0131n',
  ],
  ...['https://chat.whatsapp.com\u2044x.evil.example', 'whatsapp.com.evil.example', 'İnvite', 'Ｌａｔｃｈｋｅｙ'],
];

const long = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
/** A few are as long as anything; as many as a list of a thousand can hold. */
const lengthOf = (nth: number) => (nth % 10 === 0 ? 100_000 : 3_000 + nth);

const kinds: Readonly<Record<string, Trick>> = {
  markup: (nth, bait) => markup[nth % markup.length]?.(nth, bait) ?? '',
  handlers: (nth, bait) => handlers[nth % handlers.length]?.(nth, bait) ?? '',
  templates: (nth, bait) => templates[nth % templates.length]?.(nth, bait) ?? '',
  addresses: (nth, bait) => addresses[nth % addresses.length]?.(nth, bait) ?? '',
  'null bytes': (nth) => `VIP\u0000${call(nth)}\u0000<img src=x onerror=${call(nth)}>`,
  'control signs': (nth) => `con${pick(controls, nth)}trol ${hex(nth)}${pick(controls, nth * 7 + 3)}`,
  'turned words': (nth) => `Sale ${pick(turns, nth)}gpj.ofni${pick(turns, nth + 5)} nimda ${pick(turns, nth * 5 + 2)}`,
  'open turns': (nth) =>
    `${pick(['\u202E', '\u2067', '\u202B', '\u2066\u202D', '\u2068'], nth).repeat(1 + (nth % 60))}open`,
  'closed turns': (nth) => `${pick(['\u2069', '\u202C', '\u2069\u202C'], nth).repeat(3)} out · 12 \u05D0`,
  'piles of marks': (nth) =>
    Array.from('Deals', (letter) => letter + sign(0x300 + (nth % 0x70)).repeat(40 + nth)).join(''),
  'wide and tall': (nth) => pick(['﷽', '𒐫', '꧅', '⸻', 'W', '\u0488', 'ཧྐྵྨླྺྼྻྂ', '\u20DD', '㍿', 'ꙮ'], nth).repeat(60 + nth),
  long: (nth) => long(pick(['a', 'W', 'x ', '&nbsp;', '<', '👩🏽‍🚀', 'ا', 'kapitän'], nth), lengthOf(nth)),
  'nothing to see': (nth) => pick(blanks, nth).repeat(1 + (nth % 40)),
  'hidden between': (nth) => Array.from(`Deals ${hex(nth)}`).join(pick(blanks, nth)),
  'emoji sequences': (nth) => pick(people, nth).repeat(1 + (nth % 30)) + pick(people, nth + 3),
  'right to left': (nth) => `${pick(rightToLeft, nth)} ${nth % 3 === 0 ? '' : hex(nth)}`,
  'look-alikes': (nth) => pick(alike, nth),
  'lone surrogates': (nth) =>
    `half ${String.fromCharCode(0xd800 + nth)} a ${String.fromCharCode(0xdc00 + nth)}${call(nth)}`,
  formulas: (nth) => pick(formulas, nth),
  paths: (nth) => pick(paths, nth),
};

/** So many names, always the same ones and no two alike: every kind in turn, and each kind's tricks in turn as well. */
export function hostileNames(count: number, bait = 'https://bait.example/x'): readonly HostileName[] {
  const tricks = Object.entries(kinds);
  const had = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const [kind, trick] = tricks[at % tricks.length] ?? ['', () => ''];
    const [, other] = tricks[(at * 7 + 3) % tricks.length] ?? ['', trick];
    const nth = Math.floor(at / tricks.length);
    const name = trick(nth, bait);
    const subject = had.has(name) ? `${name} ${at}` : name;
    had.add(subject);
    return { kind, subject, description: `${other(nth + 1, bait)}\n\n\n${other(nth + 2, bait)}` };
  });
}
