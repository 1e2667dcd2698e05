import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { forged } from './forged.ts';
import { type Kept, keptIn } from './kept.ts';
import { browserName, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

// Only Chromium lets a test into the world of our own scripts in a page: what a page that has taken over its process could do.
const scene = it.skipIf(browserName === 'firefox');

scene(
  'refuses whatever a page’s process forges in the name of our own scripts, and changes nothing by it',
  async () => {
    const { on, page, code } = await scripted();
    const own = await on.page(on.browser.extensionUrl('welcome.html'));
    const { accounts } = await told<{ accounts: { id: string }[] }>(own, 'account.overview');
    const { id } = await on.groupInSandbox(group);
    await told(own, 'invite.read', { account: accounts[0]?.id, group: id });
    await on.forgetRequests();
    const before = await atRest(own);
    const filled = JSON.parse(
      JSON.stringify(forged)
        .replaceAll('"A"', JSON.stringify(accounts[0]?.id))
        .replaceAll('"G"', JSON.stringify(id))
        .replaceAll('"C"', JSON.stringify(code)),
    );
    for (const question of Object.keys(forged)) {
      const reply = await fromScript(page, { question, asked: filled[question] });
      expect(reply, question).toEqual({ trouble: { kind: 'not-allowed' } });
    }
    expect(await on.requests()).toEqual([]);
    expect(await keptIn(own)).toEqual(before);
    expect(await on.linkInSandbox(group)).toBe(`https://chat.whatsapp.com/${code}`);
    // The same questions are heard where they come from one of our own pages.
    expect(await told(own, 'record.state')).toBeDefined();

    // What is open to it tells nothing of accounts.
    const sight = JSON.stringify(await fromScript(page, { question: 'link.recall', asked: code }));
    expect(sight).toContain('"own"');
    for (const secret of [accounts[0]?.id, id, on.entry().fields.fieldWawpInstance, '127.0.0.1'])
      expect(sight).not.toContain(secret);
  },
);

scene('shows our own scripts in a page nothing of what is kept: neither storage nor databases', async () => {
  const { on, page } = await scripted();
  const own = await on.page(on.browser.extensionUrl('welcome.html'));
  expect(Object.keys((await keptIn(own)).local)).toContain('accounts');
  const seen = await page.evaluateBehind(`(${whatAScriptSees})()`);
  expect(seen).toEqual({ local: 'denied', session: 'denied', databases: [], tabs: 'undefined', alarms: 'undefined' });
  await on.browser.stopBackground();
  expect(await page.evaluateBehind(`(${whatAScriptSees})()`)).toEqual(seen);
});

thorough('is worn down neither by thousands of messages of any shape nor by a flood of wishes', async () => {
  const { on, page } = await scripted();
  await on.forgetRequests();
  await on.browser.evaluateInBackground(countFailures);
  const codes = (await on.groupsOf('strangers')).map(({ code }) => code);
  const flood = (await page.evaluateBehind(`(${flooded})(${JSON.stringify(codes)}, ${messages})`)) as Flood;
  expect(flood).toMatchObject({ sent: messages, crashed: [], unheard: [] });

  const began = Date.now();
  const popup = await on.popup();
  await popup.tab.waitFor({ role: 'combobox' });
  expect(Date.now() - began).toBeLessThan(slowestMs);
  const seen = await on.requests();
  expect(seen.filter(({ verb }) => verb === 'join' || verb === 'revoke')).toEqual([]);
  const most = mostLooks * Math.ceil((flood.ms + 1) / 60_000);
  for (const verb of ['probe', 'page'])
    expect(seen.filter((one) => one.verb === verb).length).toBeLessThanOrEqual(most);
  expect(await on.browser.evaluateInBackground<readonly string[]>('globalThis.failures')).toEqual([]);
  const windows = await on.browser.evaluateInBackground<number>('chrome.windows.getAll().then(({ length }) => length)');
  expect(windows).toBeLessThanOrEqual(2);
  await popup.choose(group);
  expect(await popup.link()).toBe(await on.linkInSandbox(group));
});

/** Ten for each that is asked for: ten thousand take some ten seconds on a quiet machine. */
const messages = 10 * Number(process.env.LATCHKEY_COUNT ?? 140);

/** A tab opens, is measured and answers by the DevTools protocol besides: the popup itself is measured elsewhere. */
const slowestMs = 2_000;
/** From one tab in a minute. */
const mostLooks = 12;

interface Flood {
  readonly sent: number;
  readonly crashed: readonly string[];
  readonly unheard: readonly string[];
  readonly ms: number;
}

/** There is an account, and a page in which a script of ours runs. */
async function scripted(): Promise<{ readonly on: Stage; readonly page: Tab; readonly code: string }> {
  const on = await stage();
  await on.addAccount();
  await on.allowSites();
  const page = await on.page(on.pagesUrl('directory'));
  await page.until('our script', async () => (await page.evaluateBehind('chrome.runtime.id')) as string | undefined);
  return { on, page, code: (await on.groupInSandbox(group)).code };
}

/** What is kept, once what follows by itself has followed: the list of what was sent, and what the popup begins with. */
async function atRest(own: Tab): Promise<Kept> {
  await told(own, 'sent.list');
  let last = '';
  return own.until('peace in the store', async () => {
    const now = await keptIn(own);
    const [before, text] = [last, JSON.stringify(now)];
    last = text;
    if (before === text) return now;
    // The popup's first view is written after a third of a second of peace.
    await new Promise((go) => setTimeout(go, 700));
    return undefined;
  });
}

function fromScript(page: Tab, message: unknown): Promise<unknown> {
  return page.evaluateBehind(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
}

async function told<Answer>(tab: Tab, question: string, asked?: unknown): Promise<Answer> {
  const envelope = await tab.evaluate(sendOwn, { question, asked });
  if (!('answer' in envelope)) throw new Error(`${question} was troubled: ${JSON.stringify(envelope)}`);
  return envelope.answer as Answer;
}

// The rest travels into a page, or into the background.

function sendOwn(message: unknown): Promise<object> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

async function whatAScriptSees() {
  const { storage, tabs, alarms } = Reflect.get(globalThis, 'chrome');
  const read = (area: string) =>
    storage[area].get().then(
      (all: object) => Object.keys(all),
      () => 'denied',
    );
  // Here is the page's own origin, whatever world it is.
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return {
    ...{ local: await read('local'), session: await read('session'), databases },
    ...{ tabs: typeof tabs, alarms: typeof alarms },
  };
}

function countFailures(): void {
  const own = globalThis as unknown as { failures: string[] } & EventTarget;
  own.failures = [];
  own.addEventListener('error', ({ message }: ErrorEventInit & Event) => own.failures.push(String(message)));
  own.addEventListener('unhandledrejection', (event) => own.failures.push(String(Reflect.get(event, 'reason'))));
}

/** Sends looks, wishes and nonsense, as fast as they go out; counts what is not answered by an envelope. */
async function flooded(codes: readonly string[], count: number) {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % below;
  };
  const pick = <T>(from: readonly T[]) => from[random(from.length)];
  const nested = (depth: number): unknown => {
    if (depth === 0) return pick([null, '', 'x'.repeat(random(2_000)), random(9), true, pick(codes)]);
    return random(2)
      ? [nested(depth - 1), nested(depth - 1)]
      : { [pick(['__proto__', 'question', 'code', 'a']) ?? '']: nested(depth - 1) };
  };
  const named = [
    'link.probe',
    'link.wish',
    'link.recall',
    'page.found',
    'page.noticed',
    'invite.revoke',
    'toString',
    '__proto__',
    '',
  ];
  const message = (nth: number): unknown => {
    if (nth % 10 < 4) return { question: pick(['link.probe', 'link.wish']), asked: pick(codes) };
    return nth % 10 < 8 ? { question: pick(named), asked: nested(random(5)) } : nested(random(6));
  };
  const began = Date.now();
  const tally = { sent: 0, answered: 0, crashed: [] as string[] };
  const waiting = new Set<unknown>();
  const ask = async (nth: number) => {
    tally.sent += 1;
    const asked = message(nth);
    waiting.add(asked);
    const reply = await runtime.sendMessage(asked).catch((error: Error) => ({ trouble: error.message }));
    waiting.delete(asked);
    // An answer that is nothing is an empty envelope here.
    if (reply && (!('trouble' in reply) || typeof reply.trouble.kind === 'string')) tally.answered += 1;
    else tally.crashed.push(JSON.stringify([asked, reply]).slice(0, 200));
  };
  for (let nth = 0; nth < count; nth += 200) {
    await Promise.race([
      Promise.all(Array.from({ length: 200 }, (_, at) => ask(nth + at))),
      new Promise((rest) => setTimeout(rest, 200)),
    ]);
  }
  while (tally.answered + tally.crashed.length < count && Date.now() - began < 60_000) {
    await new Promise((rest) => setTimeout(rest, 50));
  }
  return {
    ...tally,
    unheard: Array.from(waiting, (asked) => JSON.stringify(asked).slice(0, 200)),
    ms: Date.now() - began,
  };
}
