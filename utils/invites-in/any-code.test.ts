import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bareCode } from '../invite-link';
import { inviteCode, inviteCodesIn, invitesIn } from './codes';
import { isPrivateInvite } from './near-misses';

vi.setConfig({ testTimeout: 60_000 });

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const anyCode = fc
  .array(fc.constantFrom(...letters), { minLength: 22, maxLength: 22 })
  .map((signs) => signs.join(''))
  .filter((text) => bareCode(text) !== undefined);

type Way = (text: string) => string;
const enc = encodeURIComponent;

const forms: readonly Way[] = [
  ...['https://', 'http://', 'HTTPS://', ''].map((scheme) => (code: string) => `${scheme}chat.whatsapp.com/${code}`),
  ...['invite/', 'INVITE/'].map((path) => (code: string) => `https://chat.whatsapp.com/${path}${code}`),
  ...['/', '?mode=ac_t', '?s=cl&p=a&mlu=4', '/?lang=de', '#x'].map(
    (rest) => (code: string) => `https://chat.whatsapp.com/${code}${rest}`,
  ),
  (code) => `https://web.whatsapp.com/accept?code=${code}&x=1`,
  (code) => `whatsapp://chat/?code=${code}`,
  (code) => `intent://chat.whatsapp.com/${code}#Intent;scheme=https;package=com.whatsapp;end`,
];

/** Each takes an address and gives one that leads there. */
const wrappers: readonly Way[] = [
  (inner) => `https://www.google.com/url?sa=t&q=${enc(inner)}&usg=x`,
  (inner) => `https://www.google.co.in/url?url=${enc(inner)}`,
  (inner) => `https://l.facebook.com/l.php?u=${enc(inner)}&h=AT0`,
  (inner) => `https://l.instagram.com/?u=${enc(inner)}&e=x`,
  (inner) => `https://www.youtube.com/redirect?event=x&q=${enc(inner)}`,
  (inner) => `https://www.linkedin.com/safety/go?url=${enc(inner)}`,
  (inner) => `https://slack-redir.net/link?url=${enc(inner)}`,
  (inner) => `https://out.reddit.com/t3_x?url=${enc(inner)}`,
  (inner) => `https://vk.com/away.php?to=${enc(inner)}`,
  (inner) => `https://duckduckgo.com/l/?uddg=${enc(inner)}`,
  (inner) => `https://href.li/?${inner}`,
  (inner) => `https://disq.us/url?url=${enc(inner)}%3AhAsH`,
  (inner) => `https://r.search.yahoo.com/_ylt=x/RU=${enc(inner)}/RK=2/RS=x`,
  (inner) =>
    `https://www.bing.com/ck/a?!&&p=x&u=a1${btoa(inner.replace(/^HTTPS/, 'https'))
      .replace(/=+$/, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_')}&ntb=1`,
  (inner) => `https://nam02.safelinks.protection.outlook.com/?url=${enc(inner)}&data=x&reserved=0`,
  (inner) => `https://urldefense.proofpoint.com/v1/url?u=${enc(inner)}&k=x`,
  (inner) =>
    `https://urldefense.proofpoint.com/v2/url?u=${enc(inner)
      .replace(/[-_]/g, (sign) => (sign === '-' ? '%2D' : '%5F'))
      .replaceAll('%', '-')}&d=x`,
  (inner) => `https://urldefense.com/v3/__${inner}__;!!Org!x$`,
  (inner) => `https://linkprotect.cudasvc.com/url?a=${enc(inner)}&c=E`,
  (inner) => `https://secure-web.cisco.com/1x/${enc(inner)}`,
  (inner) => `https://x.awstrack.me/L0/${enc(inner)}/1/x`,
  (inner) => `https://web.archive.org/web/2024/${inner}`,
  (inner) => `https://wa.me/?text=${enc(`Join us: ${inner} `)}`,
  (inner) => `https://twitter.com/intent/tweet?text=x&url=${enc(inner)}`,
  (inner) => `mailto:?body=${enc(`Hi,\n${inner}\nBye`)}`,
  (inner) => `https://api.qrserver.com/v1/create-qr-code/?data=${enc(inner)}`,
];
/** What these carry must have its scheme, and keeps no fragment. */
const isCarried = (address: string) => /^https?:/i.test(address) && !address.includes('#');

const surroundings: readonly Way[] = [
  (link) => link,
  (link) => `See ${link}, please.`,
  (link) => `(${link})`,
  (link) => `«${link}»`,
  (link) => `*${link}*`,
  (link) => `{"link":"${link.replaceAll('/', '\\/')}"}`,
  (link) => `12;"x";${link};active`,
  (link) => `انضم \u2066${link}\u2069 الآن`,
  (link) => `加入${link}`,
  (link) => [...link].join('\u200B'),
  (link) => link.replaceAll('&', '&amp;'),
];

describe('whatever a code is built into', () => {
  it('is undone again, once and in nests', () => {
    const nests = fc.array(fc.constantFrom(...wrappers), { maxLength: 3 });
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...forms), nests, (code, form, nest) => {
        const plain = form(code);
        const address = nest.reduce((inner, wrap) => (isCarried(inner) ? wrap(inner) : inner), plain);
        expect(inviteCode(address), address).toBe(code);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found in any text, with its place', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...forms), fc.constantFrom(...surroundings), (code, form, around) => {
        const text = around(form(code));
        expect(inviteCodesIn(text), text).toEqual([code]);
        const [place] = invitesIn(text);
        expect(inviteCodesIn(text.slice(place?.start, place?.end))).toEqual([code]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found among others, in their order', () => {
    const some = fc.uniqueArray(anyCode, { minLength: 1, maxLength: 6 });
    const between = fc.constantFrom(' ', '\n', ', ', ',', '|', '; ', ' and ', '</a><a>', '。', '');
    fc.assert(
      fc.property(some, between, (codes, sign) => {
        expect(inviteCodesIn(codes.map((code) => `https://chat.whatsapp.com/${code}`).join(sign))).toEqual(codes);
      }),
    );
  });
});

const oddSigns = [
  '.',
  '-',
  '_',
  '@',
  ':',
  '/',
  '\\',
  '%2F',
  '%2e',
  '%40',
  '%00',
  '?',
  '#',
  '\u0430',
  '\u2024',
  '\u3002',
  '\uFF0E',
  '\u00AD',
  '\u200B',
  '\u200D',
];
const pieces = [
  'chat',
  'whatsapp',
  'com',
  'evil',
  'example',
  'www',
  'xn--',
  '8443',
  '443',
  'user',
  'invite',
  'CHAT',
  'chat.whatsapp.com',
  'google.com',
  'url?q=',
  'whatsapp://',
  'https://',
  'accept?code=',
];
const oddHost = fc
  .array(fc.constantFrom(...oddSigns, ...pieces), { minLength: 1, maxLength: 8 })
  .map((signs) => signs.join(''));

describe('any host but WhatsApp’s', () => {
  it('yields nothing, whatever it looks like: the parser of the browser agrees', () => {
    fc.assert(
      fc.property(oddHost, anyCode, fc.constantFrom('https://', 'http://', 'HTTPS:\\\\', ''), (host, code, scheme) => {
        const address = `${scheme}${host}/${code}`;
        if (inviteCode(address) === undefined) return;
        expect(inviteCode(address)).toBe(code);
        expect(leadsToWhatsApp(address.replace(/^[\u00AD\u200B\u200D]+/, '')), address).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('yields nothing in a text either', () => {
    fc.assert(
      fc.property(
        fc.domain(),
        fc.webPath(),
        anyCode,
        fc.constantFrom('/', '/?u=', '/#', '?q=', '@', ':80/'),
        (host, path, code, way) => {
          const link = `https://chat.whatsapp.com/${code}`;
          for (const inner of [link, enc(link), link.slice(8)])
            expect(inviteCodesIn(`See https://${host}${path}${way}${inner}`)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('yields nothing with a look-alike of the name', () => {
    const name = 'chat.whatsapp.com';
    const changes = fc.tuple(
      fc.nat(name.length - 1),
      fc.constantFrom(...'abcdeghw.-_0аеорсх'),
      fc.constantFrom('swap', 'add'),
    );
    fc.assert(
      fc.property(changes, anyCode, ([place, sign, how], code) => {
        const host = name.slice(0, place) + sign + name.slice(place + (how === 'swap' ? 1 : 0));
        if (host === name) return;
        for (const text of [`https://${host}/${code}`, `https://${host}/invite/${code}`]) {
          expect(inviteCode(text), text).toBeUndefined();
          expect(inviteCodesIn(text), text).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** By the rules of browsers alone: where somebody who opens this address ends up. */
function leadsToWhatsApp(address: string): boolean {
  const at = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);
  const url = at(address) ?? at(`https://${address}`);
  const [inner] = url?.searchParams.getAll('q') ?? [];
  // A search passes on; and so does the app to which a message is handed, in which nobody sees these signs.
  if (url?.hostname === 'google.com' && inner) return leadsToWhatsApp(inner);
  if (url?.protocol === 'whatsapp:' && inner) return leadsToWhatsApp(inner.replace(/[\u00AD\u200B\u200D]/g, ''));
  if (/^chat\.whatsapp\.com[:/\\]/i.test(address)) return leadsToWhatsApp(`https://${address}`);
  const isOwn =
    ['chat.whatsapp.com', 'web.whatsapp.com'].includes(url?.hostname ?? '') || url?.protocol === 'whatsapp:';
  return isOwn && !url?.username && !url?.port;
}

describe('hostile input', () => {
  const size = 200_000;
  const units = [
    ...[
      'a',
      ' ',
      '.a',
      '\\',
      '\\/',
      '%',
      '%25',
      '_',
      '/',
      ')',
      '&amp;',
      '&#47;',
      '\u200B',
      '\u200D',
      'https://',
      'https://a ',
      'https%3A',
      'https%3A&',
    ],
    ...[
      'chat.whatsapp.com/',
      'https://chat.whatsapp.com/',
      'https://chat.whatsapp.com:',
      'chat%2Ewhatsapp%2Ecom%2F',
      'https%3A%2F%2F ',
    ],
    ...[
      'intent://chat.whatsapp.com/#Intent;',
      'whatsapp://chat?code=',
      'whatsapp://send?text=',
      'https://wa.me/?text=a,',
      'javascript:',
    ],
    ...[
      "https://wa.me/?text=whatsapp'",
      'https://www.google.com/url?q=whatsapp',
      'https://urldefense.com/v3/__**A whatsapp',
      '/v3/__*',
    ],
    ...[
      'https://chat.whatsapp.com/BFakeDemo01abcdefgh12X?a',
      `https://wa.me/?text=${enc('https://wa.me/?text=')}`,
      'https%253A%252F',
    ],
  ];

  // What grows with the square would take minutes; the limit leaves room for a machine that does other things.
  it.each(units)(
    'takes no longer than its length allows: %j over and over',
    (unit) => {
      const text = `whatsapp ${unit.repeat(size / unit.length)}`;
      const begun = performance.now();
      for (const read of [invitesIn, inviteCode, isPrivateInvite]) read(text);
      inviteCode(text.slice('whatsapp '.length));
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
    30_000,
  );

  it('never throws', () => {
    const odd = fc.array(fc.oneof(fc.constantFrom(...oddSigns, ...pieces, ...units), fc.string({ unit: 'binary' })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(odd, (signs) => {
        const text = signs.join('');
        for (const { start, end } of invitesIn(text))
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        inviteCode(text, text);
        isPrivateInvite(text);
      }),
      { numRuns: 3000 },
    );
  });
});
