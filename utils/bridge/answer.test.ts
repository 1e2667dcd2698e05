import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Trouble } from '../trouble';
import { answered, isOurs, type OwnTable, type PageTable, pageOf } from './answer';

const ours = { id: 'latchkey', origin: 'chrome-extension://latchkey' };

describe('who is one of ours', () => {
  it.each([
    ['the popup', { id: 'latchkey', origin: ours.origin, url: `${ours.origin}/popup.html` }],
    ['our page in a tab', { id: 'latchkey', origin: ours.origin, frameId: 0, tab: {} }],
    ['our page where the browser names no origin', { id: 'latchkey', url: `${ours.origin}/options.html`, frameId: 0 }],
  ])('%s is', (_, sender) => {
    expect(isOurs(sender, ours)).toBe(true);
  });

  it.each([
    ['a content script', { id: 'latchkey', origin: 'https://evil.example', url: 'https://evil.example/', frameId: 0 }],
    [
      'a content script that lies about its address',
      { id: 'latchkey', origin: 'https://evil.example', url: `${ours.origin}/popup.html` },
    ],
    [
      'our page framed by a site',
      { id: 'latchkey', origin: ours.origin, url: `${ours.origin}/popup.html`, frameId: 3 },
    ],
    ['another extension', { id: 'other', origin: 'chrome-extension://other', url: 'chrome-extension://other/x.html' }],
    ['an address that only begins like ours', { id: 'latchkey', url: 'chrome-extension://latchkey.evil.example/' }],
    ['nobody', undefined],
    ['a sender of the wrong shape', { id: 7, origin: {} }],
    ['a sender without any address', { id: 'latchkey' }],
  ])('%s is not', (_, sender) => {
    expect(isOurs(sender, ours)).toBe(false);
  });
});

describe('who asks from a page', () => {
  const script = { id: 'latchkey', origin: 'https://blog.example', url: 'https://blog.example/a?b', frameId: 0 };

  it.each([
    ['a script in a page', { ...script, tab: { id: 7 } }, { tab: 7, frame: 0, host: 'blog.example' }],
    [
      'a script in a frame, by the host of the page around it',
      { ...script, frameId: 4, documentId: 'D1', tab: { id: 7, url: 'https://news.example/' } },
      { tab: 7, frame: 4, document: 'D1', host: 'news.example' },
    ],
    [
      'a script in an empty frame of a page',
      { ...script, url: 'about:srcdoc', frameId: 2, tab: { id: 7 } },
      { tab: 7, frame: 2, host: 'blog.example' },
    ],
  ])('%s', (_, sender, asker) => {
    expect(pageOf(sender, ours)).toEqual(asker);
  });

  it.each([
    ['another extension', { ...script, id: 'other', tab: { id: 7 } }],
    ['a page of ours that a site has framed', { ...script, origin: ours.origin, frameId: 3, tab: { id: 7 } }],
    ['nobody in a tab', script],
    [
      'a page without an address that one could name',
      { ...script, origin: 'null', url: 'about:blank', tab: { id: 7 } },
    ],
    ['nobody', undefined],
  ])('%s does not', (_, sender) => {
    expect(pageOf(sender, ours)).toBeUndefined();
  });

  it('hears of nothing but the questions for pages, and is named to whoever answers', async () => {
    const heard: unknown[] = [];
    const pages = {
      'link.wish': { takes: v.string(), does: async (...all: unknown[]) => void heard.push(all) },
    } as unknown as PageTable;
    const from = { tab: 7, frame: 0, host: 'blog.example' };
    expect(await answered(pages, { question: 'link.wish', asked: 'code' }, from)).toEqual({ answer: undefined });
    expect(heard).toEqual([['code', from]]);
    const refused = { trouble: { kind: 'not-allowed' } };
    for (const question of ['account.overview', 'account.save', 'invite.revoke', 'join.start', 'site.change']) {
      expect(await answered(pages, { question, asked: 'code' }, from), question).toEqual(refused);
    }
  });
});

describe('answering', () => {
  const table = {
    'account.remove': { takes: v.string(), does: async () => undefined },
    'group.list': {
      takes: v.string(),
      does: async () => {
        throw new Trouble('no-account', { host: 'gate.example' });
      },
    },
    'account.makes': {
      takes: v.optional(v.undefined()),
      does: async () => {
        throw new TypeError('secret-token in a stack');
      },
    },
  } as unknown as OwnTable;

  it.each([
    ['an inherited name', { question: 'toString' }],
    ['a name on the prototype', { question: '__proto__' }],
    ['an unknown question', { question: 'account.keys' }],
    ['a payload of the wrong shape', { question: 'account.remove', asked: { id: 1 } }],
    ['no question at all', 'account.remove'],
  ])('%s is not allowed', async (_, message) => {
    expect(await answered(table, message)).toEqual({ trouble: { kind: 'not-allowed' } });
  });

  it('carries the kind of a trouble over', async () => {
    const envelope = await answered(table, { question: 'group.list', asked: 'a' });
    expect(envelope).toEqual({ trouble: { kind: 'no-account', host: 'gate.example' } });
  });

  it('keeps the text of what it did not expect to itself', async () => {
    expect(await answered(table, { question: 'account.makes' })).toEqual({ trouble: { kind: 'unexpected' } });
  });
});
