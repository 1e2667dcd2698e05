import { describe, expect, it } from 'vitest';
import { inviteCodesIn, invitesIn } from './codes';

const one = 'BFakeDemo01abcdefgh12X';
const two = 'CFakeDemo02ijklmnop34Y';
const link = `https://chat.whatsapp.com/${one}`;
const other = `https://chat.whatsapp.com/${two}`;
const coded = encodeURIComponent(link);

const after = [
  ...[
    '',
    '.',
    ',',
    '!',
    '?',
    '?!',
    ';',
    ':',
    ')',
    ']',
    '}',
    '>',
    '"',
    "'",
    '`',
    '…',
    '...',
    '|',
    '/',
    '\\',
    '*',
    '_',
    '~',
    '—',
    '-',
    ' -',
  ],
  ...['»', '”', '’', '。', '、', '，', '！', '）', '】', '」', '😀', '❤️', '1️⃣', '加入', 'انضم', 'שלום', 'เข้า', 'вход'],
  ...[
    '\u00a0x',
    '\nx',
    '\tx',
    '\u200f',
    '.Join',
    '<br>Active',
    '%20x',
    '%0Ax',
    '\\nJoin',
    '\\u0026x',
    '&amp;x',
    '#x',
    '?x=1',
  ],
];
const before = [
  ...[
    '',
    ' ',
    '(',
    '[',
    '{',
    '<',
    '"',
    "'",
    '`',
    '«',
    '“',
    '*',
    '**',
    '_',
    '__',
    '~',
    '-',
    '- ',
    '• ',
    '>',
    '> > ',
    '|',
    ',',
    ';',
    ':',
    '=',
  ],
  ...['加入', 'الرابط', '👉', '👉️', '\u2066', '\u200e', '。', '\\n', '1) ', 'Link:', 'url=', '//', '{"url":"', '[x]('],
];

describe('a link in text', () => {
  it.each(after)('ends before %j', (next) => {
    expect(inviteCodesIn(`See ${link}${next}`)).toEqual([one]);
    expect(inviteCodesIn(`See chat.whatsapp.com/${one}${next}`)).toEqual([one]);
  });

  it.each(['a', 'Z', '7', 'é', 'ａ', '-x', '_x', '@evil.example', '/x', '%41', '%40x'])(
    'does not end before %j',
    (next) => {
      expect(inviteCodesIn(`See ${link}${next}`)).toEqual([]);
    },
  );

  it.each(before)('begins after %j', (previous) => {
    expect(inviteCodesIn(`${previous}chat.whatsapp.com/${one}`)).toEqual([one]);
    if (previous !== '//') expect(inviteCodesIn(`${previous}${link}`)).toEqual([one]);
  });

  const joined = [
    'evil',
    'x.',
    'x-',
    'x_',
    'a@',
    '/',
    'x/',
    'x//',
    'э',
    'é',
    '7',
    '.',
    '%2F',
    '#',
    '?',
    '&',
    'evil.example/',
    'evil.example/?u=',
  ];
  it.each(joined)('does not begin after %j without its scheme', (previous) => {
    expect(inviteCodesIn(`${previous}chat.whatsapp.com/${one}`)).toEqual([]);
  });

  it.each(['Group', 'FB/IG:', 'Contact @john:', 'v1.2:'])('may be glued to the word %j with its scheme', (word) => {
    expect(inviteCodesIn(`${word}${link}`)).toEqual([one]);
  });
});

describe('in what is no link', () => {
  const hosts = [
    'https://evil.example',
    'http://evil.example:8080',
    'evil.example',
    '//evil.example',
    'ftp://evil.example',
    'hxxps://evil.example',
  ];
  const ways = ['/', '/?u=', '/#', '/x?a=b&u=', '/@', '/x=', '?u=', '/-', '/.', '/%20', '/a:', '/+', '/$', '/~'];
  it.each(hosts.flatMap((host) => ways.map((way) => host + way)))('nothing is found: %s', (start) => {
    for (const rest of [link, coded, `chat.whatsapp.com/${one}`])
      expect(inviteCodesIn(start + rest), start + rest).toEqual([]);
  });

  const tricks = [
    `https://chat.whatsapp.com@evil.example/${one}`,
    `https://chat.whatsapp.com%2F@evil.example/${one}`,
    `https://chat.whatsapp.com%2F${one}@evil.example/`,
    `https%3A%2F%2Fchat.whatsapp.com%40evil.example%2F${one}`,
    `https%3A%2F%2Fchat.whatsapp.com%252F%40evil.example%2F${one}`,
    `https://chat.whatsapp.com\\@evil.example/${one}`,
    `https://chat.whatsapp.com\\u0040evil.example/${one}`,
    `https://chat.whatsapp.com&#64;evil.example/${one}`,
    `https:\\/\\/evil.example\\/@chat.whatsapp.com\\/${one}`,
    `https://user@chat.whatsapp.com/${one}`,
    `https://chat.whatsapp.com:8443/${one}`,
    `https://chat․whatsapp.com/${one}`,
    `https://chat.whatsapp.com/ ${one}`,
    `https://chat.whatsapp.com/channel/${one}`,
    `https://chat.whatsapp.com/${one.slice(1)}_`,
    `ftp://chat.whatsapp.com/${one}`,
  ];
  it.each(tricks)('nor in %s', (text) => {
    expect(inviteCodesIn(text)).toEqual([]);
  });
});

describe('links side by side', () => {
  const pairs = [
    `${link}${other}`,
    `${link},${other}`,
    `${link}/${other}`,
    `${link}\n${other}`,
    `${link}?mode=ac_t${other}?mode=x`,
    `${link}chat.whatsapp.com/${two}`,
    `${link}|chat.whatsapp.com/${two}`,
    `[a](${link})[b](${other})`,
    `{"a":"${coded}","b":"${other}"}`,
    `a=${coded}&b=${encodeURIComponent(other)}`,
    `https://wa.me/?text=${encodeURIComponent(`${link} ${other}`)}`,
    `${link} https://evil.example/${one} ${other} ${link}`,
  ];
  it.each(pairs)('%s', (text) => {
    expect(inviteCodesIn(text)).toEqual([one, two]);
  });

  const strangers = [
    'https://example.com,',
    'https://example.com|',
    'https://example.com ',
    '[https://example.com](',
    'https://example.com/群',
  ];
  it.each(strangers)('after %s', (stranger) => {
    expect(inviteCodesIn(`${stranger}${link}`)).toEqual([one]);
  });
});

describe('a link in disguise', () => {
  const disguised = [
    `https:\\/\\/chat.whatsapp.com\\/${one}`,
    `"https:\\\\\\/\\\\\\/chat.whatsapp.com\\\\\\/${one}\\""`,
    `https:\\u002F\\u002Fchat.whatsapp.com\\u002F${one}`,
    `https:\\x2F\\x2Fchat.whatsapp.com\\x2F${one}`,
    `https:&#x2F;&#47;chat&period;whatsapp&#46;com&sol;${one}`,
    coded,
    encodeURIComponent(coded),
    `text=${coded}`,
    `https:%2F%2Fchat.whatsapp.com%2F${one}`,
    `https%3A//chat.whatsapp.com/${one}`,
    `x=chat.whatsapp.com%2F${one}&y`,
    `chat%2Ewhatsapp%2Ecom%2F${one}`,
    `whatsapp:\\/\\/chat\\/?code=${one}`,
    `whatsapp%3A%2F%2Fchat%3Fcode%3D${one}`,
    `web.whatsapp.com/accept?code=${one}`,
    `intent://chat.whatsapp.com/${one}#Intent;scheme=https;end`,
    `https://ｃｈａｔ.whatsapp.com/${one}`,
    `https://chat.whats\u00ADapp.com/BFake\u200BDemo01abc\u2060defgh12X`,
    `https:// chat.whatsapp.com/${one}`,
    `See https://www.google.com/url?q=${coded}.`,
    `(www.google.com/url?q=${coded}&sa=D)`,
    `wa.me/?text=${coded}`,
    `web.archive.org/web/2024/${link}`,
    `open('https://www.google.com/url?q=${coded}','_blank')`,
    `location='${link}'`,
  ];
  it.each(disguised)('%s', (text) => {
    expect(inviteCodesIn(text)).toEqual([one]);
  });
});

describe('where a link stands', () => {
  const whole = [
    `${link}?mode=ac_t`,
    `https:\\/\\/chat.whatsapp.com\\/${one}`,
    `https://chat.whats\u00ADapp.com/BFake\u200BDemo01abcdefgh12X`,
    `https:&#x2F;&#x2F;chat.whatsapp.com/${one}`,
    `chat.whatsapp.com/invite/${one}`,
    `whatsapp://chat?code=${one}`,
    `https://wa.me/?text=${coded}`,
    coded,
  ];
  it.each(whole)('is told in the text as it was: %s', (written) => {
    for (const [left, right] of [
      ['', ''],
      ['See \u200B&amp; ', '.'],
      ['(', ')'],
      ['“', '\u200F” and so on'],
    ]) {
      const text = `${left}${written}${right}`;
      expect(invitesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([written]);
    }
  });

  it('ends where the next one begins', () => {
    const text = `${link}?mode=ac_t${other}?mode=x`;
    expect(invitesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      `${link}?mode=ac_t`,
      `${other}?mode=x`,
    ]);
  });

  it('is told each time', () => {
    expect(invitesIn(`${link} ${link}`).map(({ start }) => start)).toEqual([0, link.length + 1]);
  });
});
