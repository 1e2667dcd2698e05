import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import './plain-dom';
import { exactReader } from './exact-reader';
import { inviteSteps } from './find-invites';
import { findInvites } from './find-once';

const one = 'BFakeDemo01abcdefgh12X';
const two = 'CFakeDemo02ijklmnop34Y';
const link = `https://chat.whatsapp.com/${one}`;
const other = `https://chat.whatsapp.com/${two}`;

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly input: string;
  readonly expect: readonly string[];
}

/** The rules without a browser: a DOM that knows neither styles nor shadow roots. */
function page(html: string) {
  return parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document;
}

function found(html: string, finding = {}) {
  const document = page(html);
  const base = document.querySelector('base')?.getAttribute('href') ?? 'https://page.example/x';
  return findInvites(document, { base, ...finding });
}

const codes = (html: string, finding = {}) => found(html, finding).map(({ code }) => code);
const cases: readonly Case[] = JSON.parse(readFileSync('tests/fixtures/invite-links.json', 'utf8'));
const pages = cases.filter(({ kind }) => kind === 'html');

describe('the cases', () => {
  it('are there', () => {
    expect(pages).toHaveLength(41);
  });

  it.each(pages)('$name', ({ input, expect: wanted }) => {
    expect([...new Set(codes(input))]).toEqual(wanted);
  });
});

describe('text', () => {
  const joined = [
    `<p>https://chat.<b>whats</b>app.com/<i>${one.slice(0, 5)}<mark>${one.slice(5, 9)}</mark></i>${one.slice(9)}</p>`,
    `<p>https://chat.whatsapp.com/<wbr>${one}</p>`,
    `<p><a href="https://t.co/x"><span class="invisible">https://</span><span>chat.whatsapp.com/${one}</span></a></p>`,
    `<p>${link}<script>1</script></p>`,
    `<p>Group${link}</p>`,
  ];
  const apart = [
    `<div>${link}</div><div>Active</div>`,
    `<p>${link}<br>Active</p>`,
    `<table><tr><td>${link}</td><td>Active</td></tr></table>`,
    `<ul><li>${link}</li><li>Active</li></ul>`,
    `<dl><dt>${link}</dt><dd>Active</dd></dl>`,
    `<p>${link}<sup>1</sup></p>`,
    `<p>${link}<button>Copy</button></p>`,
    `<p><span>${link}</span><a href="#">Copy</a></p>`,
    `<select><option>${link}</option><option>B</option></select>`,
  ];
  const none = [
    `<p>${link}<b>zzzz</b></p>`,
    `<p>https://chat.whatsapp.com/<br>${one}</p>`,
    `<p>https://evil.example/<b>chat.whatsapp.com/${one}</b></p>`,
    `<p>https://chat.whatsapp.com<b>.evil.example/${one}</b></p>`,
    `<p>evil<b>chat.whatsapp.com/${one}</b></p>`,
    ...['script', 'style', 'template', 'noscript', 'title', 'noframes'].map((tag) => `<${tag}>${link}</${tag}>`),
    `<!-- ${link} -->`,
  ];

  it.each([...joined, ...apart])('in %s', (html) => {
    expect(codes(html)).toEqual([one]);
  });

  it.each(none)('not in %s', (html) => {
    expect(codes(html)).toEqual([]);
  });
});

describe('attributes', () => {
  const holding = [
    `<a href="${link}">Join</a>`,
    `<a href="//chat.whatsapp.com/${one}">Join</a>`,
    `<a ping="x" onmousedown="go('${link}')">Join</a>`,
    `<button data-json='{"a":{"link":"https:\\/\\/chat.whatsapp.com\\/${one}"}}'>Join</button>`,
    `<span data-expanded-url="${link}">t.co/x</span>`,
    `<img alt="Scan or open ${link}">`,
    `<img src="https://api.qrserver.com/v1/create-qr-code/?data=${encodeURIComponent(link)}">`,
    `<abbr title="${link}">group</abbr>`,
    `<input value="${link}">`,
    `<input type="hidden" value="${link}">`,
    `<li value="1" data-link="${link}">x</li>`,
    `<iframe srcdoc="&lt;a href='${link}'&gt;Join&lt;/a&gt;"></iframe>`,
    `<iframe src="${link}"></iframe>`,
    `<div aria-description="${link}">x</div>`,
    `<x-link to="${link}">x</x-link>`,
    `<a data-href="/out?to=${encodeURIComponent(link)}">x</a>`,
    `<meta http-equiv="Refresh" content="5;URL='${link}'">`,
  ];
  const idle = [
    ...['class', 'id', 'style', 'name', 'placeholder', 'data-placeholder', 'aria-placeholder', 'pattern'].map(
      (name) => `<input ${name}="${link}">`,
    ),
    `<input type="password" value="${link}">`,
    `<meta property="og:url" content="${link}">`,
    `<link rel="canonical" href="${link}">`,
    `<a href="/x?u=${encodeURIComponent(link)}">x</a>`,
    `<a href="https://evil.example/#${link}">x</a>`,
    `<script src="${link}" data-x="${link}"></script>`,
    `<base href="${link}"><a href="#top">up</a>`,
  ];

  it.each(holding)('in %s', (html) => {
    expect(codes(html)).toEqual([one]);
  });

  it.each(idle)('not in %s', (html) => {
    expect(codes(html)).toEqual([]);
  });

  it('lead on from the address of the page', () => {
    expect(codes(`<a href="${one}">x</a>`, { base: 'https://chat.whatsapp.com/' })).toEqual([one]);
    const redirect = `<a href="/redirect?q=${encodeURIComponent(link)}">x</a>`;
    expect(codes(redirect, { base: 'https://www.youtube.com/watch' })).toEqual([one]);
  });
});

describe('what is found', () => {
  it('is the element, and not again what stands in it', () => {
    const all = found(`<p><a href="${link}" title="${link}"><img alt="${link}"><b>${link}</b></a></p>`);
    expect(all.map(({ on }) => on.localName)).toEqual(['a']);
    expect(codes(`<a href="${link}"><div>${link}</div><div>${other}</div></a>`)).toEqual([one, two]);
    expect(codes(`<a href="${link}">x</a> ${link}`)).toEqual([one, one]);
  });

  it('comes in order of appearance, attributes before text', () => {
    const three = 'DFakeDemo03qrstuvwx56Z';
    const html = `<p title="${other}">${link} <a href="https://chat.whatsapp.com/${three}">x</a> ${other}!</p>`;
    expect(codes(html)).toEqual([two, one, three]);
    expect(codes(`<p>${link} <a href="https://chat.whatsapp.com/${three}">x</a> ${other}</p>`)).toEqual([
      one,
      three,
      two,
    ]);
  });

  it('can be only what stands in one element', () => {
    const document = page(`<p>${link}</p><a id="it" href="${other}">x</a><p>${link}</p>`);
    const it = document.getElementById('it');
    expect(it && findInvites(it).map(({ code }) => code)).toEqual([two]);
  });
});

describe('what somebody types in', () => {
  const typed = [
    `<textarea>${link}</textarea>`,
    `<input value="${link}">`,
    `<div contenteditable>${link}</div>`,
    `<div contenteditable="plaintext-only"><p><a href="${link}">x</a></p></div>`,
  ];
  const shown = [
    `<textarea readonly>${link}</textarea>`,
    `<input type="button" value="${link}">`,
    `<input disabled value="${link}">`,
    `<div contenteditable="false">${link}</div>`,
  ];

  it.each([...typed, ...shown])('is found: %s', (html) => {
    expect(codes(html)).toEqual([one]);
  });

  it.each(typed)('can be left out: %s', (html) => {
    expect(codes(html, { exceptTyped: true })).toEqual([]);
  });

  it.each(shown)('is not %s', (html) => {
    expect(codes(html, { exceptTyped: true })).toEqual([one]);
  });

  it('may be around', () => {
    const document = page(`<div contenteditable><p id="it">${link}</p></div>`);
    const it = document.getElementById('it');
    expect(it && findInvites(it, { exceptTyped: true })).toEqual([]);
  });
});

describe('step by step', () => {
  it('pauses each few nodes, and goes on in a page that has changed', () => {
    const document = page(`<ul>${`<li>x</li>`.repeat(300)}<li>${link}</li></ul><p>${other}</p>`);
    const codes: string[] = [];
    const steps = inviteSteps(document.documentElement, { reader: exactReader }, ({ code }) => codes.push(code));
    for (let nth = 0; nth < 5; nth++) expect(steps.next()).toEqual({ done: false, value: undefined });
    for (const item of [...document.querySelectorAll('li')].slice(40, 90)) item.remove();
    while (!steps.next().done);
    expect(codes).toEqual([one, two]);
  });

  it('finds the one among ten thousand rows', () => {
    const document = page(
      `<ul>${`<li class="row"><a href="/x?a=1">a</a> text <b>more</b></li>`.repeat(10_000)}</ul>${link}`,
    );
    expect(findInvites(document)).toHaveLength(1);
  });
});
