import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../invite-link';
import { flavours, flavourTypes, type HandoutWords, type TextShape } from './shapes';

const code = bareCode('AbCdEfGhIjKlMnOpQrStUv') as InviteCode;
const link = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';
const shapes: readonly TextShape[] = ['link', 'rich', 'button', 'source', 'markdown'];
const words: HandoutWords = {
  join: (name) => `Join ${name}`,
  joinAt: (name, address) => `Join ${name}: ${address}`,
  unnamed: 'our group',
};
const arabic: HandoutWords = {
  ...words,
  join: (name) => `انضم إلى ${name}`,
  joinAt: (name, at) => `انضم إلى ${name}: ${at}`,
};

function shaped(shape: TextShape, group: string, sentences = words) {
  return flavours(shape, { code, group }, sentences);
}

describe('a plain name', () => {
  it.each([
    ['link', link],
    ['rich', `Join VIP Launch: ${link}`],
    ['button', `Join VIP Launch: ${link}`],
    ['markdown', `[Join VIP Launch](${link})`],
  ] as const)('as %s is the text %s', (shape, text) => {
    expect(shaped(shape, 'VIP Launch').text).toBe(text);
  });

  it('is a link with text', () => {
    expect(shaped('rich', 'VIP Launch').html).toBe(`<a href="${link}" dir="auto">Join <bdi>VIP Launch</bdi></a>`);
  });

  it('announces its flavours before it has them', () => {
    for (const shape of shapes) {
      const { html } = shaped(shape, 'VIP');
      expect(flavourTypes(shape)).toEqual(html === undefined ? ['text/plain'] : ['text/plain', 'text/html']);
    }
  });
});

describe('the e-mail button', () => {
  const html = shaped('button', 'VIP Launch').html ?? '';

  it('is a table of one cell with the colour and a padding on it, and a padded block link inside', () => {
    expect(html.match(/<td/g)).toHaveLength(1);
    expect(html).toContain('<table role="presentation"');
    expect(html).toMatch(/<td[^>]*background-color:#0c6b62;[^>]*padding:/);
    expect(html).toMatch(/<a href="[^"]+" dir="auto" style="display:block;padding:/);
  });

  it('says the address in words beneath', () => {
    expect(html).toMatch(new RegExp(`<p [^>]*><a [^>]*>${link}</a></p>$`));
  });

  it('leaves nothing to a sanitiser', () => {
    expect(html).not.toMatch(/<(?:style|script|meta|img|button|link)\b|class=|data:|\n/);
  });
});

describe('the source for newsletter tools', () => {
  it('is text of one tag or text to a line, at most 600 px wide', () => {
    const { text, html } = shaped('source', 'VIP Launch');
    expect(html).toBeUndefined();
    expect(text.split('\n').length).toBeGreaterThan(15);
    expect(text).toContain('max-width:600px');
    expect(text).toContain('width="600"');
    expect(text).not.toContain('data:');
  });

  it.each([
    '*|UNSUB|*',
    '{{ person.email }}',
    '%%emailaddr%%',
    '[[name]]',
    '$' + '{name}',
    '#{name}',
    '{% include x %}',
  ])('does not let the name %s be filled in', (group) => {
    for (const mark of ['*|', '{{', '{%', '%%', '[[', '$' + '{', '#{']) {
      expect(shaped('source', group).text).not.toContain(mark);
    }
  });
});

describe('a name of two directions', () => {
  it('is isolated where it meets ours', () => {
    expect(shaped('rich', 'فريق 2').text).toBe(`Join \u2068فريق 2\u2069: ${link}`);
    expect(shaped('rich', 'VIP', arabic).text).toBe(`انضم إلى \u2068VIP\u2069: ${link}`);
    expect(shaped('markdown', 'שלום').text).toBe(`[Join \u2068שלום\u2069](${link})`);
    expect(shaped('button', 'فريق').html).toContain('Join <bdi>فريق</bdi>');
  });

  it('cannot turn what stands around it', () => {
    for (const shape of shapes) {
      const { text, html = '' } = shaped(shape, 'a\u202Eb\u2067c\u2069d\u200F');
      expect(text + html).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
    }
  });
});

describe('a hostile name', () => {
  it.each([
    ['a](https://evil.example)', String.raw`[Join a\](https://evil.example)](${link})`],
    ['`code` \\ *b* _i_', `[Join \\\`code\\\` \\\\ \\*b\\* \\_i\\_](${link})`],
    ['two\nlines', `[Join two lines](${link})`],
    ['<img src=x> &amp;', String.raw`[Join \<img src=x\> \&amp;](${link})`],
  ])('%j stays text in Markdown', (group, text) => {
    expect(shaped('markdown', group).text).toBe(text);
  });

  it.each(['', '\u202E', '\u3164', '\n\t'])('%j gives way to our own word', (group) => {
    expect(shaped('rich', group).text).toBe(`Join our group: ${link}`);
  });

  const marks = fc.constantFrom(
    ...[
      '<script>trap()</script>',
      '"><img src=x onerror=trap()>',
      "' onmouseover='trap()",
      '<!--',
      '-->',
      '<![endif]-->',
    ],
    ...[
      '</bdi>',
      '</td></table>',
      'javascript:trap()',
      '&#60;b>',
      '\u2068',
      '\u2069',
      '\u0000',
      '{{x}}',
      'فريق',
      '👨‍👩‍👧',
    ],
  );
  const names = fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 });
  const bare = skeleton('VIP');

  it('changes no tag and no attribute', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(names, (pieces) => skeleton(pieces.join('')) === bare),
      { numRuns: 1000 },
    );
  });

  it('of 100 kB is cut', () => {
    for (const shape of shapes) {
      const { text, html = '' } = shaped(shape, '<b>\u0301'.repeat(25_000));
      expect(text.length + html.length).toBeLessThan(6000);
    }
  });

  /** Every tag of every html we give, with its attributes, names left out. */
  function skeleton(group: string): string {
    const all = [shaped('rich', group).html, shaped('button', group).html, shaped('source', group).text];
    return all.map((html = '') => (html.match(/<[^>]*>/g) ?? []).join('')).join('\n');
  }
});
