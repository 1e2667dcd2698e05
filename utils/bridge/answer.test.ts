import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Trouble } from '../trouble';
import { answered, isOurs, type OwnTable } from './answer';

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
