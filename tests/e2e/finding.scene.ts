import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { stage } from './stage.ts';

interface Case {
  readonly name: string;
  readonly kind: 'url' | 'text' | 'html';
  readonly input: string;
  readonly expect: readonly string[];
}

interface Seen {
  readonly codes: readonly string[];
  /** The same on a large page. */
  readonly amongMany?: readonly string[];
  /** What is written where a stretch of text was found. */
  readonly written: readonly string[];
}

const one = 'BFakeDemo01abcdefgh12X';
const two = 'CFakeDemo02ijklmnop34Y';
const link = `https://chat.whatsapp.com/${one}`;
const other = `https://chat.whatsapp.com/${two}`;

/** What only a browser knows: shadow roots, styles, forms that hide their own properties. */
const more: readonly Case[] = [
  shown('an open root before the children', `<x-a>${root('open', `<p>${link}</p>`)}${other}</x-a>`, [one, two]),
  shown('roots in roots', `<div>${root('open', `<x-b>${root('open', `<a href="${link}">x</a>`)}</x-b>`)}</div>`, [one]),
  shown('not a closed root', `<x-a>${root('closed', link)}</x-a>`, []),
  shown('a style that breaks the line', glued('block'), [one]),
  shown('a style that makes a box', glued('inline-block'), [one]),
  shown('a word that is not shown', glued('none'), [one]),
  shown('not with letters that go on', glued('inline'), []),
  shown('a form that hides itself', hidingForm(), [one, two]),
  shown('what a field holds', `<textarea>${link}</textarea><input value="${other}">`, [one, two]),
  shown('a line across elements', `<p>See <b>https://chat.what</b>s&shy;app.com/${one}<i>?mode=ac_t</i>, x</p>`, [one]),
];

const cases: readonly Case[] = JSON.parse(readFileSync('tests/fixtures/invite-links.json', 'utf8'));

it('finds in the pages of a real browser what is there, and nothing else', async () => {
  const on = await stage();
  const tab = await on.page(on.pagesUrl('plain'));
  const wanted = [...cases, ...more];
  expect(cases).toHaveLength(180);
  const seen = await tab.evaluate<readonly Seen[]>(`(async () => {
    ${await bundled()}
    return await (${inPages})(${JSON.stringify(wanted.map(({ kind, input }) => ({ kind, input })))}, finding);
  })()`);
  const wrong = wanted.flatMap(({ name, expect: codes }, nth) =>
    isAsIs(seen[nth], codes) ? [] : [{ name, codes, seen: seen[nth] }],
  );
  console.log(`Invites found as they should be: ${wanted.length - wrong.length} of ${wanted.length}`);
  expect(wrong).toEqual([]);
  expect(seen.at(-1)?.written).toEqual([`https://chat.whats\u00ADapp.com/${one}?mode=ac_t`]);
});

const nothing: Seen = { codes: ['?'], written: [] };

function isAsIs({ codes, amongMany = codes }: Seen = nothing, wanted: readonly string[]): boolean {
  return String(codes) === String(wanted) && String(amongMany) === String(wanted);
}

interface Mind {
  findInvites(root: Document, finding: object): readonly { readonly code: string; readonly text?: StaticRangeInit }[];
  inviteCode(address: string, base: string): string | undefined;
  inviteCodesIn(text: string): readonly string[];
}

/** Runs in the browser. The frames run no scripts, and go nowhere. */
async function inPages(cases: readonly Pick<Case, 'kind' | 'input'>[], mind: Mind): Promise<readonly Seen[]> {
  const base = 'https://page.example/x';

  async function shown(html: string): Promise<Document | null> {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
    frame.srcdoc = /<base\b/i.test(html) ? html : `<base href="${base}">${html}`;
    document.body.append(frame);
    await loaded;
    return frame.contentDocument;
  }

  async function seenIn({ kind, input }: Pick<Case, 'kind' | 'input'>): Promise<Seen> {
    if (kind === 'url') return { codes: [mind.inviteCode(input, base) ?? []].flat(), written: [] };
    if (kind === 'text') return { codes: mind.inviteCodesIn(input), written: [] };
    const page = await shown(input);
    if (!page) return { codes: [], written: [] };
    const found = mind.findInvites(page, {});
    const written = found.flatMap(({ text }) => (text ? readIn(page, text) : []));
    fill(page);
    const again = mind.findInvites(page, {});
    return { codes: codesOf(found), amongMany: codesOf(again), written };
  }

  function readIn(page: Document, { startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): string {
    const range = page.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return String(range);
  }

  const codesOf = (found: readonly { readonly code: string }[]) => [...new Set(found.map(({ code }) => code))];

  /** On a large page the finder goes another way. */
  function fill(page: Document): void {
    for (let left = 2_100; left > 0; left--) page.body.append(page.createElement('p'));
  }

  const seen: Seen[] = [];
  for (const one of cases) seen.push(await seenIn(one));
  return seen;
}

/** `utils/invite-link`, `utils/invites-in/codes` and `utils/page/find-once` as one script that makes `finding`. */
async function bundled(): Promise<string> {
  const entry = 'virtual:finding';
  const source = ['invite-link', 'invites-in/codes', 'page/find-once']
    .map((file) => `export * from '/utils/${file}.ts';`)
    .join('\n');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id.endsWith(entry) ? entry : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'finding' } },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('Nothing was built');
  return chunk.code;
}

function shown(name: string, input: string, codes: readonly string[]): Case {
  return { name, kind: 'html', input, expect: codes };
}

function root(mode: 'open' | 'closed', html: string): string {
  return `<template shadowrootmode="${mode}">${html}</template>`;
}

function glued(display: string): string {
  return `<p><span style="display:${display === 'none' ? 'inline' : display}">${link}</span><span style="display:${display}">Active</span></p>`;
}

function hidingForm(): string {
  const reads = ['attributes', 'getAttributeNames', 'getAttribute', 'nodeType', 'localName', 'shadowRoot'];
  const ways = ['firstChild', 'nextSibling', 'parentNode', 'childNodes', 'ownerDocument', 'baseURI'];
  const fields = [...reads, ...ways].map((name) => `<input name="${name}">`).join('');
  return `<form action="${link}">${fields}<p>${other}</p></form>`;
}
