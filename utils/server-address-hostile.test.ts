import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originPattern } from './origin-pattern';
import { serverAddress } from './server-address';
import { Trouble, type TroubleKind, troubleKinds } from './trouble';

function heard(typed: string): string {
  try {
    return serverAddress(typed);
  } catch (caught) {
    if (!(caught instanceof Trouble)) throw caught;
    expect(troubleKinds).toContain(caught.kind);
    return caught.kind;
  }
}

/** Every way in which an IPv4 address can be written so that a browser still reads it. */
function spellingsOf(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (n: number) => `0x${n.toString(16)}`;
  const octal = (n: number) => `0${n.toString(8)}`;
  const wide = (text: string) =>
    [...text].map((sign) => (/\d/.test(sign) ? String.fromCodePoint(0xfee0 + sign.charCodeAt(0)) : sign)).join('');
  const pair = (x: number, y: number) => (x * 256 + y).toString(16);
  const tail = `${pair(a, b)}:${pair(c, d)}`;
  return [
    ...[address, `${address}.`, String(whole), hex(whole), octal(whole), hex(whole).toUpperCase().replace('0X', '0x')],
    ...[
      [a, b, c, d].map(hex).join('.'),
      [a, b, c, d].map(octal).join('.'),
      `${a}.${b}.${c * 256 + d}`,
      `${a}.${hex((b * 256 + c) * 256 + d)}`,
    ],
    ...[
      `${octal(a)}.${b}.${hex(c)}.${d}`,
      `0${octal(a)}.0${octal(b)}.${c}.${d}`,
      wide(address),
      address.replaceAll('.', '。'),
      address.replaceAll('.', '．'),
    ],
    ...[`[::ffff:${address}]`, `[::ffff:${tail}]`, `[::${address}]`, `[0:0:0:0:0:ffff:${tail}]`, `[::ffff:0:${tail}]`],
    ...[
      `[64:ff9b::${address}]`,
      `[64:ff9b:1::${tail}]`,
      `[2002:${tail}::]`,
      `[2001:0:${tail}::1]`,
      `[0000:0000:0000:0000:0000:ffff:${tail}]`,
    ],
    ...[
      [...address].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join(''),
      address.replaceAll('.', '%2e'),
      address.replaceAll('.', '%2E'),
    ],
    ...[`${address}.nip.io`, `${address.replaceAll('.', '-')}.sslip.io`],
  ];
}

const around = (host: string) => [
  ...[host, `${host}/latest/meta-data/`, `${host}:80`, `http://${host}`, `http://${host}:8080/x`, `https://${host}`],
  ...[
    `https://${host}/computeMetadata/v1/`,
    ` HTTPS://${host.toUpperCase()}/ `,
    `http://user@${host}/`,
    `http://a:b@${host}`,
  ],
];

const metadata = ['169.254.169.254', '169.254.170.2', '169.254.0.1', '169.254.255.255'];
const neverHosts = [
  ...metadata.flatMap((address) =>
    spellingsOf(address).filter((host) => metadata[0] === address || !/nip\.io|sslip/.test(host)),
  ),
  ...[
    '0.0.0.0',
    '0',
    '0x0',
    '00',
    '0.1.2.3',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '0xffffffff',
  ],
  ...['100.100.100.200', '168.63.129.16', '192.0.0.192', '192.0.0.8'],
  ...[
    '[::]',
    '[0::0]',
    '[fe80::1]',
    '[FE80::a9fe:a9fe]',
    '[febf::1]',
    '[fec0::1]',
    '[feff::1]',
    '[ff02::1]',
    '[ff05::1:3]',
  ],
  ...[
    '[fd00:ec2::254]',
    '[fd00:ec2::253]',
    '[fd00:0ec2:0:0::254]',
    '[fd20:ce::254]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '[::2]',
  ],
  ...['[fe80::1%25eth0]', '[fe80::1%eth0]', '[::ffff:127.0.0.1]', '[::ffff:10.0.0.1]', '[::127.0.0.1]'],
  ...[
    'metadata',
    'metadata.',
    'METADATA',
    'metadata.google.internal',
    'metadata.google.internal.',
    'Metadata.Google.Internal',
  ],
  ...[
    'metadata.goog',
    'instance-data',
    'instance-data.ec2.internal',
    'metadata.azure.internal',
    'metadata.tencentyun.com',
  ],
  ...['ｍｅｔａｄａｔａ.google.internal', 'metadata。google。internal', 'metadata.google%2einternal', 'ⓜetadata.goog'],
];

const tricks = [
  ...[
    '',
    ' ',
    '.',
    '..',
    '/',
    '//',
    '\\\\',
    '?',
    '#',
    '@',
    ':',
    ':80',
    '://',
    'https://',
    'http://',
    'https:///',
    'https://?x',
    'https://#x',
  ],
  ...[
    '//gate.example.com',
    '/gate.example.com',
    '\\\\gate.example.com',
    '///gate.example.com',
    '?gate.example.com',
    '.gate.example.com',
  ],
  ...[
    'https:gate.example.com',
    'https:/gate.example.com',
    'https:///gate.example.com',
    'https:\\\\gate.example.com',
    'http:\\gate',
  ],
  ...[
    'https://gate.example.com\\@evil.example',
    'https://gate.example.com@evil.example',
    'https://@gate.example.com',
    'https://:@gate.example.com',
  ],
  ...[
    'https://user:pass@gate.example.com',
    'user:pass@gate.example.com',
    'user@gate.example.com',
    'https://a%40b:c@gate.example.com/',
  ],
  ...[
    'https://gate.example.com%2f@evil.example',
    'https://gate.example.com%40evil.example',
    'https://gate.example.com%00.evil.example',
  ],
  ...[
    'https://%67ate.example.com',
    'https://gate%2eexample%2ecom',
    'https://gate%E3%80%82example.com',
    'https://ga%0ate.example.com',
  ],
  ...[
    'https://ga\nte.example.com',
    'https://ga\tte.example.com',
    'ht\ntps://gate.example.com',
    'https://gate.exa\u00admple.com',
  ],
  ...[
    'https://gate.exa\u200bmple.com',
    'https://gate.exa\u200dmple.com',
    'https://\u202egate.example.com',
    'https://gate.example.com/\u0000',
  ],
  ...[
    'https://gate\u2028.example.com',
    'https://exa mple.com',
    'https://gate.example.com/a b',
    'https://gate\ufeff.example.com',
    'https://ga\u3164te.com',
  ],
  ...[
    'https://gate.example.com:0',
    'https://gate.example.com:00',
    'https://gate.example.com:65536',
    'https://gate.example.com:-1',
  ],
  ...[
    'https://gate.example.com:99999',
    'https://gate.example.com:8o',
    'https://gate.example.com:',
    'https://gate.example.com:80:80',
    'gate:80:80',
  ],
  ...[
    'https://gate..example.com',
    'https://.gate.example.com',
    'https://gate.example.com..',
    'https://-gate.example.com',
    'https://gate-.example.com',
  ],
  ...[
    `https://${'a'.repeat(64)}.example.com`,
    `https://${'a.'.repeat(130)}com`,
    `https://gate.example.com/${'x'.repeat(2_000)}`,
    'x'.repeat(100_000),
  ],
  ...[
    'https://*',
    'http://*',
    '*',
    'https://*.com',
    'https://*.example.com',
    'https://gate.*',
    'https://*:8080',
    'http://*.local',
    'https://gate*.example.com',
  ],
  ...[
    'https://gate!.example.com',
    "https://gate'.example.com",
    'https://gate$.example.com',
    'https://gate&x=.example.com',
    'https://(gate).example.com',
  ],
  ...[
    'https://gate;evil.example',
    'https://gate,evil.example',
    'https://gate+.example.com',
    'https://gate=.example.com',
    'https://gate~.example.com',
  ],
  ...[
    'https://gate"x.example.com',
    'https://gate`.example.com',
    'https://{gate}.example.com',
    'https://<gate>.example.com',
    'https://gate|x.example.com',
  ],
  ...[
    'ftp://gate.example.com',
    'file:///etc/passwd',
    'file://gate/etc/passwd',
    'javascript:alert(1)',
    'javascript://gate.example.com/%0aalert(1)',
  ],
  ...[
    'data:text/html,<script>',
    'data:,x',
    'data://x',
    'data:application/json,{}',
    'DATA:text/plain;base64,AAAA',
    'blob:https://gate.example.com/x',
    'about:blank',
  ],
  ...[
    'chrome://settings',
    'chrome-extension://abc/x',
    'moz-extension://abc/x',
    'view-source:https://gate.example.com',
    'ws://gate.example.com',
    'wss://gate.example.com',
  ],
  ...[
    'gopher://127.0.0.1:6379/_',
    'dict://localhost:11211',
    'ldap://localhost',
    'mailto:a@gate.example.com',
    'intent://gate#Intent;end',
    'filesystem:http://localhost/x',
  ],
  ...[
    'http+unix://%2fvar%2frun%2fdocker.sock',
    'jar:https://gate.example.com!/',
    'urn:gate',
    'x-gate://gate',
    'tel:+33612345678',
    'blob:',
    'resource://gre/',
  ],
  ...[
    '[::1',
    '::1',
    '[]',
    '[:::1]',
    '[::1]x',
    '[::1].example.com',
    'https://[::1]evil.example',
    '[g::1]',
    '[1:2:3:4:5:6:7:8:9]',
    '[127.0.0.1]',
    '[v1.x]',
  ],
  ...[
    '256.256.256.256',
    '1.2.3.4.5',
    '0x100000000',
    '4294967296',
    '1.2.3.256',
    '09.0.0.1',
    '127.1.65536.1',
    '1..2.3.4',
  ],
  ...[
    'http://',
    'http://:8080',
    'http://..',
    'http://.localhost',
    'http://localhost..',
    'localhost:x',
    'localhost:',
    'local host',
    'ЁЁЁ:Ё',
    'xn--',
  ],
  ...['🔑', 'https://🔑🔑.', 'https://\ud800.example.com', 'null', 'undefined'].slice(1, 3),
];

const needHttps = [
  ...[
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '192.167.1.1',
    '192.169.1.1',
    '11.0.0.1',
    '126.0.0.1',
    '128.0.0.1',
  ],
  ...['134744072', '0x08080808', '010.010.010.010', '８.８.８.８', '8.8.8.8.', '8.8.2056'],
  ...[
    'gate.example.com',
    'GATE.EXAMPLE.COM',
    'gate.example.com.',
    'localhost.example.com',
    '127.0.0.1.example.com',
    '10.0.0.1.nip.io',
    'local.example',
  ],
  ...[
    'gate.internal.example.com',
    'lan.example.com',
    'xlocal.com',
    'my.locals',
    'home.arpa.example',
    'notlocalhost.com',
    'gate.localhost.com',
  ],
  ...[
    '[2001:db8::1]',
    '[2606:4700::1111]',
    '[fb00::1]',
    '[fe00::1]',
    '[1::1]'.replace('1::', '100::'),
    '[2001:1::1]',
    '[3fff::1]',
  ],
  ...[
    'gаte.example.com',
    'ɡate.example.com',
    'bücher.example',
    'xn--bcher-kva.example',
    '例え.jp',
    'пример.рф',
    'ｇate.example.com',
    'gate。example。com',
    'ﬁre.example.com',
  ],
];

const kept: readonly (readonly [typed: string, expected: string])[] = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.', '１２７.0.0.1', '0x7f.1'].map(
    (host) => [`http://${host}:3000`, 'http://127.0.0.1:3000'] as const,
  ),
  ...['192.168.1.20', '3232235796', '0xc0a80114', '0300.0250.1.024', '192.168.276'].map(
    (host) => [`http://${host}`, 'http://192.168.1.20'] as const,
  ),
  ['10.0.0.7:8080/api/', 'http://10.0.0.7:8080/api'],
  ['http://172.16.0.1', 'http://172.16.0.1'],
  ['http://172.31.255.254', 'http://172.31.255.254'],
  ['100.64.0.1', 'http://100.64.0.1'],
  ['http://localhost', 'http://localhost'],
  ['LOCALHOST:8080', 'http://localhost:8080'],
  ['http://localhost.', 'http://localhost'],
  ['http://app.localhost:80', 'http://app.localhost'],
  ['waha.local', 'http://waha.local'],
  ['my-nas:3000', 'http://my-nas:3000'],
  ['http://gate_1:3000', 'http://gate_1:3000'],
  ['http://waha.home.arpa', 'http://waha.home.arpa'],
  ['http://gate.corp.internal', 'http://gate.corp.internal'],
  ['[::1]', 'http://[::1]'],
  ['http://[0:0:0:0:0:0:0:1]:3000', 'http://[::1]:3000'],
  ['http://[FD12::1]', 'http://[fd12::1]'],
  ['http://[fc00::1]/x/', 'http://[fc00::1]/x'],
  ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
  ['https://8.8.8.8', 'https://8.8.8.8'],
  ['8.8.8.8', 'https://8.8.8.8'],
  ['gate.example.com:8443', 'https://gate.example.com:8443'],
  ['https://gate.example.com:443/', 'https://gate.example.com'],
  ['HTTPS://Gate.Example.COM/Path', 'https://gate.example.com/Path'],
  ['https://gate.example.com/a/../b/./c', 'https://gate.example.com/b/c'],
  ['https://gate.example.com/a/%2e%2e/b', 'https://gate.example.com/b'],
  ['https://gate.example.com/%2e%2e/%2E%2E/', 'https://gate.example.com'],
  ['https://gate.example.com?access_token=x', 'https://gate.example.com'],
  ['https://gate.example.com#x', 'https://gate.example.com'],
  ['https://gate.example.com/@evil.example', 'https://gate.example.com/@evil.example'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  // A Cyrillic letter shows as what it is.
  ['https://gаte.example.com', 'https://xn--gte-6cd.example.com'],
  ['https://ɡate.example.com', 'https://xn--ate-8tb.example.com'],
  ['https://ｇate.example.com', 'https://gate.example.com'],
  ['https://пример.рф', 'https://xn--e1afmkfd.xn--p1ai'],
  ['https://localhost:8443', 'https://localhost:8443'],
];

const refused: readonly (readonly [typed: string, kind: TroubleKind])[] = [
  ...neverHosts.flatMap(around).map((typed) => [typed, 'bad-address'] as const),
  ...tricks.map((typed) => [typed, 'bad-address'] as const),
  ...needHttps.map((host) => [`http://${host}`, 'needs-https'] as const),
];

describe('hostile server addresses', () => {
  it('are more than five hundred', () => {
    expect(new Set(refused.map(([typed]) => typed)).size).toBeGreaterThan(500);
  });

  it('are refused, each in the right words', () => {
    const wrong = refused
      .map(([typed, kind]) => [typed, kind, heard(typed)])
      .filter(([, kind, found]) => kind !== found);
    expect(wrong).toEqual([]);
  });

  it.each(kept)('but %j is kept as %j', (typed, expected) => {
    expect(heard(typed)).toBe(expected);
  });

  it('never turn into anything but a plain address, which stays the same when typed again', { timeout: 60_000 }, () => {
    const piece = fc.constantFrom(
      ...[
        'http://',
        'https://',
        'https:',
        '//',
        '/',
        '\\',
        '@',
        ':',
        '.',
        '..',
        '%2e',
        '%00',
        '[',
        ']',
        '::',
        '::1',
        '*',
        '?',
        '#',
        '0',
        '0x7f',
        '80',
      ],
      ...[
        'gate',
        'example',
        'com',
        'localhost',
        '127',
        '169',
        '254',
        '10',
        'metadata',
        'fe80',
        'fd00',
        'ffff',
        'xn--',
        'é',
        '\u202e',
        '\t',
        ' ',
        '-',
        '_',
        '。',
        '１',
      ],
    );
    const typed = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = heard(text);
        if (troubleKinds.some((kind) => kind === found)) return;
        expect(found).toMatch(/^https?:\/\/(\[[\da-f:]+\]|[a-z\d_.-]+)(:\d+)?(\/[^?#\s\\]*)?$/);
        expect(serverAddress(found)).toBe(found);
        expect(originPattern(found)).toBe(`${new URL(found).protocol}//${new URL(found).hostname}/*`);
        expect(originPattern(found)).not.toMatch(/\/\/[^/]*\*/);
        expect(new URL(found).hostname).not.toMatch(
          /^(0|169\.254|22[4-9]|2[3-5]\d)\.[\d.]+$|^\[(::(?!1\])|fe[89a-f]|ff)|^metadata$/,
        );
      }),
      { numRuns: 5_000 },
    );
  });
});
