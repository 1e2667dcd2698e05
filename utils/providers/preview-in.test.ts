import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Preview, pictureAddress, previewIn } from './preview-in';

const folder = join(import.meta.dirname, '../../tests/fixtures/preview-pages');
const file = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Case {
  readonly file: string;
  readonly httpStatus: number;
  readonly expect: Preview;
}

const cases: readonly Case[] = JSON.parse(file('expected.json'));
const picture = 'https://pps.whatsapp.net/v/1_n.jpg?a=1&oe=6B';

interface Page {
  readonly title?: string;
  readonly ogTitle?: string;
  readonly image?: string;
  readonly kind?: string;
  readonly heading?: string;
  /** Put before the heading, inside the block. */
  readonly before?: string;
  readonly more?: string;
}

/** A page as WhatsApp's server writes it. */
function page(how: Page = {}): string {
  const { title = 'WhatsApp Group Invite', ogTitle = 'Fake Club', kind = 'DEFAULT', heading = ogTitle } = how;
  const { image = picture.replaceAll('&', '&amp;'), before = '', more = '' } = how;
  return `<!DOCTYPE html><html id="facebook"><head><title id="pageTitle">${title}</title>
<meta property="og:title" content="${ogTitle}"><meta property="og:image" content="${image}">
<meta property="og:site_name" content="WhatsApp.com"><meta property="og:description" content="${title}">
<meta property="invite_link_type" content="REGULAR"><meta property="invite_link_type_v2" content="${kind}">${more}
</head><body><div><div id="main_block"><a id="action-icon" href="#"><span><img src="x"></span></a>${before}
<h3 class="a">${heading}</h3><h4>${title}</h4></div>
<div id="fallback_block" style="display:none"><h3>Looks like you don't have WhatsApp installed!</h3></div></div>
<footer><h3>Company</h3></footer></body></html>`;
}

const stateOf = (how: Page) => previewIn(200, page(how)).state;
const nameOf = (html: string) => previewIn(200, html).name;
const none = (state: Preview['state']) => ({ state, name: null, image: null, linkType: null, parentName: null });

describe('the public page', () => {
  it('has its cases here', () => {
    expect(cases.map((one) => one.file).sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.html')));
  });

  it.each(cases)('$file', ({ file: name, httpStatus, expect: expected }) => {
    expect(previewIn(httpStatus, file(name))).toEqual(expected);
  });

  it.each([
    [200, 'active'],
    [404, 'invalid'],
    [410, 'invalid'],
    ...[0, 204, 301, 302, 400, 401, 403, 429, 451, 500, 502, 503, 599].map((status) => [status, 'unknown'] as const),
  ] as const)('with status %i is %s', (status, state) => {
    expect(previewIn(status, page()).state).toBe(state);
  });

  it('without og:title, or of another site, tells nothing', () => {
    for (const html of [
      '',
      ' ',
      'Too many requests',
      '{"error":"rate"}',
      page().replace('og:title', 'x:title'),
      page().replace('WhatsApp.com', 'Elsewhere.example'),
      page().replace(/<meta property="og:site_name"[^>]*>/, ''),
      page().replace('content="Fake Club"', ''),
      `<!--${page()}-->`,
      `<script>${page()}</script>`,
      `<template>${page()}</template>`,
      `<title>${page().replace(/<\/?title[^>]*>/g, '')}</title>`,
    ]) {
      expect(previewIn(200, html), html.slice(0, 80)).toEqual(none('unknown'));
    }
  });

  it.each([
    ['DEFAULT', 'group'],
    ['PARENT', 'community'],
    ['SUB', 'subgroup'],
    ['DEFAULT_SUB', 'announcement'],
    ['', null],
    ['SOMETHING_NEW', null],
    ['constructor', null],
    ['__proto__', null],
  ])('of type %j is a %s', (kind, linkType) => {
    expect(previewIn(200, page({ kind }))).toMatchObject({ state: 'active', linkType });
  });
});

describe('the name', () => {
  it.each([
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['&lt;b&gt;Deals&lt;/b&gt; &quot;now&quot; &#39;here&#039; &apos;there&apos;', `<b>Deals</b> "now" 'here' 'there'`],
    ['&#x1F4D6; Caf&eacute;&nbsp;&ndash;&nbsp;Stra&szlig;e &hellip; &euro;&#128;', '📖 Café\u00a0–\u00a0Straße … €€'],
    ['&#X41;&#x42&#67 R&D &unknown; &amp;lt; AT&ampT', 'ABC R&D &unknown; &lt; AT&ampT'],
    ['&#0;&#xD800;&#x110000;&#999999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['Caf&#233; &Omega;&omega;&Alpha;&rho;&sigma;', 'Café ΩωΑρσ'],
    ['  two  spaces ', '  two  spaces '],
    ['\u200b', '\u200b'],
    ['مجموعة <b> العروض', 'مجموعة <b> العروض'],
    [`it's > that < this`, `it's > that < this`],
    ['x'.repeat(300), 'x'.repeat(200)],
    [`${'x'.repeat(199)}📖`, 'x'.repeat(199)],
  ])('%j is %j', (written, name) => {
    expect(nameOf(page({ ogTitle: written, heading: 'Other' }))).toBe(name);
  });

  it('is found however the tag is written', () => {
    const tags = [
      `<meta content='Fake Club' property='og:title'/>`,
      `<META CONTENT="Fake Club" PROPERTY="OG:TITLE">`,
      `<meta\n\tdata-x = "a>b"\n\tproperty\n=\n"og:title"\n\tcontent = 'Fake Club'\n/>`,
      `<meta property=og:title content="Fake Club">`,
      `<meta name="og:title" content="Fake Club">`,
      `<meta property="og:title twitter:title" content="Fake Club">`,
      `<meta property="og:title" content="Fake Club" content="Second">`,
      `<meta property="og:title" content="Fake Club"><meta property="og:title" content="">`,
      `<!-- <meta property="og:title" content="Commented"> --><meta property="og:title" content="Fake Club">`,
      `<!--> <meta property="og:title" content="Fake Club">`,
      `<noscript><meta property="og:title" content="No"></noscript><meta property="og:title" content="Fake Club">`,
      `<script>"<meta property='og:title' content='No'>"</script ><meta property="og:title" content="Fake Club">`,
      `<br/><x <y><meta property="og:title" content="Fake Club">`,
      `1 < 2 </> <?xml x?><meta property="og:title" content="Fake Club">`,
    ];
    for (const tag of tags) {
      expect(nameOf(page().replace('<meta property="og:title" content="Fake Club">', tag)), tag).toBe('Fake Club');
    }
  });

  it.each(['WhatsApp', 'WhatsApp Group Invite', 'Invitación a grupo de WhatsApp', 'Convite para grupo do WhatsApp'])(
    'is the heading where the title is %j',
    (ogTitle) => {
      expect(nameOf(page({ ogTitle, heading: 'Real Name' }))).toBe('Real Name');
      expect(stateOf({ ogTitle, heading: '', kind: '' })).toBe('invalid');
      // In a page of another language the list alone must know it.
      expect(stateOf({ ogTitle, heading: '', kind: '', title: 'Grupbjudan' })).toBe('invalid');
    },
  );

  it('is no sentence that the page says of every group, in whatever language', () => {
    const sentence = 'WhatsApp-gruppeninbjudan';
    expect(stateOf({ title: sentence, ogTitle: sentence, heading: '', kind: '' })).toBe('invalid');
    expect(nameOf(page({ title: sentence, ogTitle: sentence, heading: 'Lag 7' }))).toBe('Lag 7');
  });

  it('may be such a sentence, where title and heading both say it of a link with a kind', () => {
    expect(nameOf(page({ ogTitle: 'WhatsApp', heading: 'WhatsApp' }))).toBe('WhatsApp');
    expect(nameOf(page({ title: 'Fake Club' }))).toBe('Fake Club');
    expect(stateOf({ ogTitle: 'WhatsApp', heading: 'WhatsApp', kind: '' })).toBe('invalid');
  });

  it('is empty on a page of a dead link, whatever else has a heading', () => {
    const dead = { ogTitle: '', kind: '', image: 'https://static.whatsapp.net/rsrc.php/v4/yO/r/rukeqTVNJDY.png' };
    expect(previewIn(200, page(dead))).toEqual(none('invalid'));
    for (const before of [
      '<div><h3>Deeper</h3></div>',
      '<div id="fallback_block" hidden><h3>Not installed</h3></div>',
      '<a href="#"><h3>In a link</h3></a>',
      '<svg><path/><g><h3>Drawn</h3></g></svg>',
      '<p><span><h3>Deeper</h3></span></p>',
      '<!-- <h3>Commented</h3> --><template><h3>Unused</h3></template>',
    ]) {
      expect(stateOf({ ...dead, before }), before).toBe('invalid');
    }
  });

  it('is the heading where the title is empty', () => {
    for (const before of ['', '<p>unclosed', '<br><img src="a>b">', '<svg><path d="x"><path/></svg>', '</span></h4>']) {
      expect(nameOf(page({ ogTitle: '', heading: ' <span>Fake</span> <b>Club</b>\n', before })), before).toBe(
        'Fake Club',
      );
    }
  });
});

describe('the picture', () => {
  it.each([
    [picture, picture],
    ['https://media-cdg4-1.cdn.whatsapp.net/v/x.jpg', 'https://media-cdg4-1.cdn.whatsapp.net/v/x.jpg'],
    ['https://static.whatsapp.net/rsrc.php/v4/yO/r/rukeqTVNJDY.png', null],
    ['http://pps.whatsapp.net/v/x.jpg', null],
    ['https://pps.whatsapp.net.evil.example/x.jpg', null],
    ['https://evilwhatsapp.net/x.jpg', null],
    ['https://pps.whatsapp.net@evil.example/x.jpg', null],
    ['https://u:p@pps.whatsapp.net/x.jpg', null],
    ['https://pps.whatsapp.net:8443/x.jpg', null],
    ['//pps.whatsapp.net/x.jpg', null],
    ['data:image/png;base64,AA==', null],
    ['javascript:alert(1)', null],
    ['', null],
    [undefined, null],
  ])('%s', (address, kept) => {
    expect(pictureAddress(address)).toBe(kept);
  });
});

describe('any page', () => {
  it('is read, whatever is in it, and a cut one is never called dead', () => {
    const pieces = fc.constantFrom(
      ...[
        '<meta ',
        'property="og:title"',
        "content='",
        '"',
        '>',
        '</',
        '<!--',
        '-->',
        '&#x',
        '&amp',
        ';',
        '<h3>',
        '</h3>',
      ],
      ...[
        '<div id="main_block">',
        '</div>',
        '<script>',
        '</script',
        '<title>',
        'WhatsApp',
        ' ',
        '=',
        'é',
        '\u0000',
        '\ud83d',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expect(['active', 'invalid', 'unknown']).toContain(previewIn(200, parts.join('')).state);
      }),
      { numRuns: 2_000 },
    );
    const whole = page({ ogTitle: 'WhatsApp', heading: 'Fake Club' });
    for (let length = 0; length < whole.length; length += 1) {
      const { state, name } = previewIn(200, whole.slice(0, length));
      expect([`unknown null`, 'active Fake Club'], `cut at ${length}`).toContain(`${state} ${name}`);
    }
  });

  it.each([
    ['tags that never end', '<a b="'],
    ['brackets', '<'],
    ['comments that never end', '<!--'],
    ['scripts that never end', '<script>'],
    ['attributes', '<meta '.concat('a=b '.repeat(50))],
    ['bare ampersands', '&'],
    ['half entities', '&#'],
    ['deep nesting', '<div>'],
    ['ends of nothing', '</x'],
    ['blanks in a tag', '<a          '],
    ['quotes', `<a "'`],
    ['headings', '<h3>x'],
    ['deep nesting and ends of nothing', `${'<b>'.repeat(300_000)}${'</x>'.repeat(300_000)}`],
  ])('of two megabytes of %s takes no time', { timeout: 60_000 }, (_, part) => {
    const started = process.cpuUsage();
    previewIn(200, `<div id="main_block">${part.repeat(Math.ceil(2_000_000 / part.length))}`);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(3_000);
  });
});
