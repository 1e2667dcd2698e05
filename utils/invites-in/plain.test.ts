import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareCode } from '../invite-link';
import { inviteCodesBehind, invitesIn } from './codes';
import { mayBeIn, placesIn, plainlyBehind, plainlyIn } from './plain';

const code = 'BFakeDemo01abcdefgh12X';
const link = `https://chat.whatsapp.com/${code}`;
const cases: readonly { readonly input: string }[] = JSON.parse(
  readFileSync('tests/fixtures/invite-links.json', 'utf8'),
);

/** Pieces out of which texts are made that come near a plain one, from either side. */
const piece = fc.constantFrom(
  ...[
    link,
    link,
    'https://',
    'http://',
    'chat.whatsapp.com/',
    code,
    code.slice(0, 9),
    'WhatsApp',
    'whatsapp.com',
    'web.',
  ],
  ...[
    ' ',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '.',
    ',',
    '!',
    '?',
    ':',
    ';',
    '/',
    '\\',
    '&',
    '#',
    '%',
    '%2F',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '<',
    '>',
    '*',
    '_',
    '-',
    '@',
    '=',
    '?mode=a',
    'x',
    'é',
    'ｗ',
    '你',
    '。',
    '&shy;',
    '\\u0041',
  ],
);
const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));

describe('the quick reading', () => {
  it('tells a plain link, and that there is none', () => {
    expect(plainlyBehind(link, 'https://page.example/')).toEqual([code]);
    expect(plainlyBehind('https://api.whatsapp.com/send?phone=491701234567', '')).toEqual([]);
    expect(plainlyIn(`WhatsApp: never. Join (${link}), a WhatsApp group.`)).toBeUndefined();
    expect(plainlyIn(`Join (${link}), a WhatsApp group.`)).toEqual([{ code, start: 6, end: 6 + link.length }]);
  });

  it('says nothing else about an address than the exact one', () => {
    const bases = ['', 'https://page.example/long/enough/to/hold/a/code', `${link}`, 'https://chat.whatsapp.com/'];
    const differ = (address: string) =>
      bases.some((base) => {
        const plain = plainlyBehind(address, base);
        return plain && String(plain) !== String(inviteCodesBehind(address, base));
      });
    expect(cases.map(({ input }) => input).filter(differ)).toEqual([]);
    fc.assert(
      fc.property(text, (address) => !differ(address)),
      { numRuns: 4_000 },
    );
  });

  it('says nothing else about a text than the exact one', () => {
    const differ = (text: string) => {
      const plain = plainlyIn(text);
      return plain !== undefined && JSON.stringify(plain) !== JSON.stringify(invitesIn(text));
    };
    expect(cases.map(({ input }) => input).filter(differ)).toEqual([]);
    fc.assert(
      fc.property(text, (one) => !differ(one)),
      { numRuns: 8_000 },
    );
  });

  it('knows a place wherever there is an invite', () => {
    fc.assert(fc.property(text, (one) => invitesIn(one).length === 0 || placesIn(one).length > 0));
  });

  it('takes no placeholder for a code', () => {
    expect(bareCode('X'.repeat(22))).toBeUndefined();
    expect(plainlyIn(`https://chat.whatsapp.com/${'X'.repeat(22)}`)).toBeUndefined();
  });
});

describe('the places where the name may be written', () => {
  const spelled = ['WhatsApp', 'h\u200Batsapp', 'hat&shy;s\u00ADapp', 'a1aHR0c', '%68atsapp', '\u24D7atsapp'];
  const rest = ' a few words, 100 % plain & simple: ';

  it.each(spelled)('are found: %s', (name) => {
    expect(placesIn(rest + name + rest)).toHaveLength(1);
    expect(mayBeIn(rest + name)).toBe(true);
  });

  it('are found of each kind, where one stands beside the other', () => {
    expect(placesIn(spelled.join(rest))).toHaveLength(spelled.length);
    expect(mayBeIn(rest)).toBe(false);
  });
});
