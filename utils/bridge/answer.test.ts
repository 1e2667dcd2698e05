import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { forged } from '../../tests/e2e/forged';
import { forOurs, forPages } from '../background/answers';
import { browser } from '../browser';
import { Trouble } from '../trouble';
import { answer, answered, isOurs, type OwnDoors, type PageDoors, pageOf } from './answer';

/** Rows by question, behind the doors of their nouns. */
function behindDoors(rows: object): Record<string, () => Promise<{ rows: object }>> {
  const nouns = new Set(Object.keys(rows).map((question) => question.split('.')[0] ?? ''));
  return Object.fromEntries([...nouns].map((noun) => [noun, async () => ({ rows: about(noun, rows) })]));
}

function about(noun: string, rows: object): object {
  return Object.fromEntries(Object.entries(rows).filter(([question]) => question.startsWith(`${noun}.`)));
}

/** Every row that lies behind these doors, by question; a room may serve several nouns. */
async function allRows(doors: OwnDoors | PageDoors): Promise<Record<string, { takes: unknown }>> {
  const opened = await Promise.all(Object.entries(doors).map(async ([noun, door]) => about(noun, (await door()).rows)));
  return Object.assign({}, ...opened);
}

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
    const pages = behindDoors({
      'link.wish': { takes: v.string(), does: async (...all: unknown[]) => void heard.push(all) },
    }) as unknown as PageDoors;
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
  const table = behindDoors({
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
  }) as unknown as OwnDoors;

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

const evil = 'https://evil.example';
const script = { id: ours.id, origin: evil, url: `${evil}/a`, frameId: 0, tab: { id: 7, url: `${evil}/a` } };
const popup = { id: ours.id, origin: ours.origin, url: `${ours.origin}/popup.html` };
const inTab = { ...popup, frameId: 0, tab: { id: 9, url: popup.url } };
const { origin: _, ...unnamed } = inTab;

/** Every kind of sender there is, by the list that is open to it. */
const senders = {
  ours: {
    'the popup': popup,
    'a page of ours in a tab': inTab,
    'a page of ours whose origin the browser does not name': unnamed,
  },
  page: {
    'a script of ours in a page': script,
    'code smuggled in beside it': { ...script, documentId: 'D1' },
    'the same, which lies about its address': { ...script, url: `${evil}/popup.html` },
    'a script of ours in a frame': { ...script, frameId: 4, url: 'https://ad.example/', origin: 'https://ad.example' },
    'a script of ours in a frame without an address': { ...script, frameId: 4, url: 'about:srcdoc' },
  },
  nobody: {
    'a page of ours that a site has framed': { ...inTab, frameId: 3, tab: { id: 7, url: `${evil}/` } },
    'a page of ours that one of ours has framed': { ...inTab, frameId: 2 },
    'a script that borrows our address': { ...script, url: popup.url },
    'a script that borrows our origin, in a frame': { ...script, origin: ours.origin, frameId: 1 },
    'an origin that begins like ours': { ...popup, origin: `${ours.origin}.evil.example` },
    'an opaque origin': { ...popup, origin: 'null' },
    'an empty origin': { ...popup, origin: '' },
    'another extension': { ...popup, id: 'other', origin: 'chrome-extension://other' },
    'another extension with our origin': { ...popup, id: 'other' },
    'another extension from a page': { ...script, id: 'other' },
    'a sender without an id': { origin: ours.origin, url: popup.url },
    'a sender with neither origin nor address': { id: ours.id },
    'a script in no tab': { id: ours.id, origin: evil, url: `${evil}/a` },
    'a script in no frame': { ...script, frameId: undefined },
    'a page without a host': { ...script, origin: 'null', url: 'data:text/html,x', tab: { id: 7 } },
    'a sender of the wrong shape': { id: ours.id, origin: [ours.origin], url: {} },
    nobody: undefined,
  },
} as const;

const ownRows = await allRows(forOurs);
const pageRows = await allRows(forPages);
const asOurs = Object.keys(ownRows);
const asPages = Object.keys(pageRows);
const questions = [...new Set([...asOurs, ...asPages, 'toString', '__proto__', 'account.keys'])];

describe('the border', () => {
  /** The one listener, with doers that only say which list they are on. */
  function gate(takes: 'anything' | 'what it must') {
    const listen = vi.spyOn(browser.runtime.onMessage, 'addListener');
    const done: string[] = [];
    const told = (rows: Awaited<ReturnType<typeof allRows>>, list: string) =>
      behindDoors(
        Object.fromEntries(
          Object.entries(rows).map(([name, row]) => [
            name,
            { takes: takes === 'anything' ? v.any() : row.takes, does: async () => void done.push(`${list} ${name}`) },
          ]),
        ),
      );
    const tables = { pages: told(pageRows, 'page'), ours: told(ownRows, 'ours') };
    answer(tables as unknown as Parameters<typeof answer>[0], ours);
    const listener = listen.mock.calls[0]?.[0] as (...heard: unknown[]) => true | undefined;
    listen.mockRestore();
    /** As the browser does it: whoever gives no sign that an answer will come has none. */
    const heard = (message: unknown, sender: unknown) =>
      new Promise((give) => {
        if (listener(message, sender, give) !== true) give(undefined);
      });
    return { heard, done };
  }

  const cells = Object.entries(senders).flatMap(([list, all]) =>
    Object.entries(all).flatMap(([who, sender]) => questions.map((question) => ({ list, who, sender, question }))),
  );

  it('lets every kind of sender ask what its list holds, and nothing else', async () => {
    const { heard, done } = gate('anything');
    expect(cells.length).toBeGreaterThan(1_000);
    for (const { list, who, sender, question } of cells) {
      done.length = 0;
      const reply = heard({ question, asked: 'x' }, sender);
      const may = (list === 'ours' ? asOurs : list === 'page' ? asPages : []).includes(question);
      expect(done.concat((await reply) === undefined ? 'no answer' : []), `${who}: ${question}`).toEqual(
        may ? [`${list} ${question}`] : list === 'nobody' ? ['no answer'] : [],
      );
      if (!may && list !== 'nobody')
        expect(await reply, `${who}: ${question}`).toEqual({ trouble: { kind: 'not-allowed' } });
    }
  });

  it('gives a page nothing that changes, reveals or costs anything but a look', () => {
    expect(asPages).toEqual([
      ...['page.noticed', 'page.found', 'page.reached', 'page.mute'],
      ...['link.recall', 'link.probe', 'link.wish'],
    ]);
  });

  it('is tried in a real browser with every question that is not for pages', () => {
    expect(Object.keys(forged).sort()).toEqual(asOurs.filter((one) => !asPages.includes(one)).sort());
  });

  it('survives ten thousand messages of any shape, each in no time', { timeout: 120_000 }, async () => {
    const { heard, done } = gate('what it must');
    const named = fc.record({
      question: fc.constantFrom(...questions),
      asked: fc.anything({ maxDepth: 4, withBigInt: true }),
    });
    const strange = fc.oneof(
      named,
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    );
    const from = fc.constantFrom(...Object.values(senders).flatMap((all) => Object.values(all)));
    const times: number[] = [];
    await fc.assert(
      fc.asyncProperty(strange, from, async (message, sender) => {
        const began = performance.now();
        const reply = await heard(message, sender);
        times.push(performance.now() - began);
        expect(reply === undefined || Object.keys(reply as object).length === 1).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    const slowest = times.sort((one, other) => one - other)[Math.floor(times.length * 0.99)];
    expect(slowest).toBeLessThan(5);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    // What came through was a question without a payload, or with one that happened to fit.
    expect(new Set(done.filter((one) => one.startsWith('page')))).not.toContain('page link.probe');
  });

  it('reads a message that is too deep or too big without falling over', async () => {
    const { heard, done } = gate('what it must');
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const big = 'A'.repeat(5_000_000);
    for (const asked of [
      deep,
      big,
      { code: big },
      Array(100_000).fill(big.slice(0, 22)),
      { account: deep, group: big },
    ]) {
      for (const question of questions) {
        for (const sender of [popup, script]) await heard({ question, asked }, sender);
      }
    }
    // To these anything is a change of nothing, or about everything.
    const whole = ['ours site.change', 'ours setting.change', 'ours rule.change', 'ours care.check'];
    expect(new Set(done)).toEqual(new Set(whole));
  });
});
