import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, type Stage, stage } from './stage.ts';

it('finds, counts and marks the invites of pages of many kinds, and changes nothing in them', async () => {
  const on = await stage();
  const names = ['directory', 'csp', 'rtl', 'hostile?calm', 'plain'];
  const before = new Map<string, string>();
  for (const name of names) before.set(name, await seen(on, name, wholePage));
  await on.allowSites();
  for (const name of names) {
    const { codes } = await truth(on, name);
    await seen(on, name, async (tab) => {
      await showsCount(on, tab, codes.length);
      expect(await codesOn(on, tab), name).toEqual(codes);
      expect((await marks(tab)) >= codes.length, `marks in ${name}`).toBe(true);
      expect(await wholePage(tab), name).toBe(before.get(name));
      const { title } = await on.badge(tab);
      if (codes.length > 0) expect(title).toBe(`${codes.length} WhatsApp invites on this page`);
    });
  }
});

it('looks into frames and shadow roots, and leaves alone what somebody is writing', async () => {
  const on = await stage();
  await on.allowSites();
  for (const name of ['frames', 'shadow']) {
    const { codes } = await truth(on, name);
    await seen(on, name, async (tab) => {
      await showsCount(on, tab, codes.length);
      expect(new Set(await codesOn(on, tab)), name).toEqual(new Set(codes));
    });
  }
  const { codes } = await truth(on, 'mail');
  const tab = await on.page(on.pagesUrl('mail'));
  await showsCount(on, tab, codes.length - 1);
  await tab.click('#editor');
  await tab.type(` https://chat.whatsapp.com/${code('Written')}`);
  await tab.evaluate(added, `<p id="end">https://chat.whatsapp.com/${code('After')}</p>`);
  await showsCount(on, tab, codes.length);
  expect(await codesOn(on, tab)).toEqual([...codes.slice(0, -1), code('After')]);
});

it('follows a page that changes: what comes later, piece by piece, what goes, and what is another after all', async () => {
  const on = await stage();
  await on.allowSites();
  const tab = await on.page(await served('<title>Nothing yet</title><main></main>'));
  const [first, second, third, fourth] = ['First', 'Second', 'Third', 'Fourth'].map(code);
  await tab.evaluate(added, `<p><a id="one" href="https://chat.whatsapp.com/${first}">One</a></p>`);
  await showsCount(on, tab, 1);
  await tab.evaluate(added, `<p id="two">https://<b>chat.whats&shy;app.com/</b></p>`);
  await tab.evaluate(piecemeal, second);
  await showsCount(on, tab, 2);
  await tab.evaluate(`document.querySelector('#one').href = 'https://chat.whatsapp.com/${third}'`);
  await has(on, tab, [third, second]);
  await tab.evaluate(`document.querySelector('#two').textContent = 'chat.whatsapp.com/${fourth}'`);
  await has(on, tab, [third, fourth]);
  await tab.evaluate(`document.querySelector('#two').before(document.querySelector('#two').cloneNode(true))`);
  await has(on, tab, [third, fourth]);
  await tab.until('three marks', async () => (await marks(tab)) === 3);
  await tab.evaluate(`document.querySelector('main').replaceChildren('Nothing any more')`);
  await showsCount(on, tab, 0);
  expect(await marks(tab)).toBe(0);
  expect(await on.badge(tab)).toEqual({ badge: '', title: on.words('name') });
});

it('follows parts of a page that come in numbers, are taken away and put back, and change with what is around', async () => {
  const on = await stage();
  await on.allowSites();
  const first = code('First');
  const tab = await on.page(await served(`<title>Parts</title><p>chat.whatsapp.com/${first}</p><main></main>`));
  await has(on, tab, [first]);
  const four = ['One', 'Two', 'Three', 'Four'].map((name) => code(`Part${name}`));
  const [one = '', two = '', three = '', last = ''] = four;
  await tab.evaluate(parts, four);
  await has(on, tab, [first, ...four]);
  await tab.evaluate(`void (window.away = document.querySelector('#${three}')).remove()`);
  await has(on, tab, [first, one, two, last]);
  await tab.evaluate(`void document.querySelector('main').append(window.away)`);
  await has(on, tab, [first, one, two, last, three]);
  await tab.evaluate('void (window.marks = [...CSS.highlights.get("latchkey")])');
  const [beside, within] = ['Beside', 'Within'].map(code);
  await tab.evaluate(changedAround, {
    part: one,
    beside: `chat.whatsapp.com/${beside}`,
    within: `chat.whatsapp.com/${within}`,
  });
  await has(on, tab, [first, beside, one, within, two, last, three]);
  // What was found again, from root to root, has stood there all the while.
  await tab.evaluate(idle, 20);
  expect(await tab.evaluate('window.marks.filter((one) => CSS.highlights.get("latchkey").has(one)).length')).toBe(5);
});

it('reads a page that is still being added to when it is first looked at', async () => {
  const on = await stage();
  await on.allowSites();
  const last = code('Busy');
  const rows = '<p>Nothing but words, a row of them.</p>'.repeat(300);
  const tab = await on.page(
    await served(
      `<title>Busy</title><script>addEventListener('DOMContentLoaded', ${busy})</script>` +
        `<body><p id="news">News:</p><main>${rows}</main><p>Join: https://chat.whatsapp.com/${last}</p></body>`,
    ),
  );
  await has(on, tab, [last]);
});

alike('follows an app from route to route, and a feed that goes on and on', async () => {
  const on = await stage();
  await on.allowSites();
  const app = await on.page(on.pagesUrl('app'));
  await app.click('[data-route="groups"]');
  await showsCount(on, app, (await truth(on, 'app/groups')).codes.length);
  await app.click('[data-route="thread"]');
  await showsCount(on, app, (await truth(on, 'app/thread')).codes.length);
  await app.click('[data-route="about"]');
  await showsCount(on, app, 0);

  const feed = await on.page(on.pagesUrl('feed'));
  await feed.evaluate('Array.from({ length: 12 }, more).length');
  // Two hundred posts stay, every fifth with an invite.
  await showsCount(on, feed, 40);
  await feed.evaluate(added, Array.from({ length: 3_000 }, (_, nth) => `<p>${linkTo(nth)}</p>`).join(''));
  await feed.until('thousands', async () => (await on.badge(feed)).title.startsWith('3,040 '));
  expect((await on.badge(feed)).badge).toBe('999+');
});

interface Truth {
  readonly codes: readonly string[];
}

/** What the sandbox says is true of one of its pages. */
async function truth(on: Stage, name: string): Promise<Truth> {
  const [path, query = ''] = name.split('?');
  return (await fetch(`${on.pagesUrl(`${path}.json`)}?${query}`)).json();
}

async function seen<R>(on: Stage, name: string, look: (tab: Tab) => Promise<R>): Promise<R> {
  const tab = await on.page(on.pagesUrl(name));
  const found = await look(tab);
  await tab.close();
  return found;
}

/** A page of our own, for what the sandbox's pages do not do. */
async function served(html: string): Promise<string> {
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end(`<!doctype html>${html}`),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function showsCount(on: Stage, tab: Tab, count: number): Promise<void> {
  const wanted = count === 0 ? '' : String(count);
  await tab.until(`the badge “${wanted}”`, async () => (await on.badge(tab)).badge === wanted);
}

async function has(on: Stage, tab: Tab, codes: readonly (string | undefined)[]): Promise<void> {
  await tab.until(`${codes}`, async () => String(await codesOn(on, tab)) === String(codes));
}

/** What the scripts in the frames of a page have found. */
async function codesOn(on: Stage, tab: Tab): Promise<readonly string[]> {
  return on.browser.evaluateInBackground(codesIn, await tab.id());
}

async function codesIn(tabId: number): Promise<readonly string[]> {
  const { scripting } = Reflect.get(globalThis, 'chrome');
  const func = () => Reflect.get(globalThis, Symbol.for('latchkey'))?.codes ?? [];
  const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func });
  return [...new Set<string>(frames.flatMap(({ result }: { result: string[] }) => result))];
}

const marks = (tab: Tab) => tab.evaluate<number>('CSS.highlights.get("latchkey")?.size ?? 0');
const wholePage = (tab: Tab) => tab.evaluate<string>('document.documentElement.outerHTML');
const code = (name: string) => `BFake${name}0123456789abcdef`.slice(0, 22);
const linkTo = (nth: number) =>
  `<a href="https://chat.whatsapp.com/KFakeMany${String(nth).padStart(13, '0')}">no. ${nth}</a>`;

function added(html: string): void {
  const range = document.createRange();
  (document.querySelector('main') ?? document.body).append(range.createContextualFragment(html));
}

/** Adds several parts at once, each with an invite in a root in a root. */
function parts(codes: readonly string[]): void {
  const sections = codes.map((code) => {
    const section = Object.assign(document.createElement('section'), { id: code });
    let inside: Element | ShadowRoot = section;
    for (let depth = 0; depth < 2; depth += 1) {
      const host = Object.assign(document.createElement('div'), { className: 'host' });
      inside.append(host);
      inside = host.attachShadow({ mode: 'open' });
    }
    inside.append(Object.assign(document.createElement('p'), { textContent: `https://chat.whatsapp.com/${code}` }));
    return section;
  });
  document.querySelector('main')?.append(...sections);
}

/** All in one turn: what is around a part is another, and in the part itself something is new. */
function changedAround({ part, beside, within }: { part: string; beside: string; within: string }): void {
  const main = document.querySelector('main');
  if (main) document.body.append(main);
  const section = document.querySelector(`#${part}`);
  const inner = section?.querySelector('.host')?.shadowRoot?.querySelector('.host')?.shadowRoot;
  inner?.append(Object.assign(document.createElement('p'), { textContent: within }));
  section?.prepend(`${beside} `);
}

/** Lets the browser be idle so many times. */
async function idle(times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await new Promise((next) => requestIdleCallback(next));
}

/** Leaves the browser no idle moment for a third of a second, and adds something all the while; then it rests. */
function busy(): void {
  const until = performance.now() + 350;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const next = performance.now() + 30;
    document.querySelector('#news')?.append(' More of what is new, and more, and more.');
    while (performance.now() < next);
    if (next < until) port2.postMessage('');
  };
  port2.postMessage('');
}

/** One letter after the other, each in an element of its own, each in a turn of its own. */
async function piecemeal(letters: string): Promise<void> {
  for (const letter of letters) {
    const piece = document.createElement('span');
    piece.textContent = letter;
    document.querySelector('#two')?.append(piece);
    await new Promise((next) => requestAnimationFrame(next));
  }
}
