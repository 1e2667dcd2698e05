import { expect } from 'vitest';
import { expression, type Script } from '../../sandbox/browser/browser.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';

/** Takes down, from now on, every script of a name that runs in this page, every dialog, error and breach of its policy. */
export async function setTrap(tab: Tab): Promise<void> {
  await tab.evaluate(lieInWait);
}

/** What has happened in the page since. */
export function sprung(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate('(self.wrappedJSObject ?? self).sprung()');
}

/** Whether the trap is there to be sprung: a script is smuggled in as a careless face would do it. */
export async function expectTrapToWork(tab: Tab): Promise<void> {
  await tab.evaluate(springIt);
  await tab.until('the trap', async () => (await sprung(tab)).length > 0);
}

/** What is wrong with how names stand on the page: see `faultsIn`. */
export function faultsOn(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate(`(${faultsIn})(document)`);
}

/** The same for the card that is open on the page. */
export async function faultsOnCard(tab: Tab): Promise<readonly string[]> {
  const faults = await tab.evaluateBehind(`(${faultsIn})((${cardRoot})())`);
  expect(faults).toBeInstanceOf(Array);
  return faults as readonly string[];
}

/** Runs `script` in the page; in its argument it finds `faults`, to ask at every turn. */
export function withFaults<R, A>(tab: Tab, script: (arg: A & { faults: () => string[] }) => Promise<R>, arg: A) {
  const source = expression(script as Script<R, unknown>).replace(/\(\)$/, '');
  return tab.evaluate<R>(`${source}({ ...${JSON.stringify(arg)}, faults: () => (${faultsIn})(document) })`);
}

// The rest travels into the page as text.

function lieInWait(): void {
  // Firefox runs this beside the page, with a global of its own: what the page shall meet goes to its window.
  const own = Reflect.get(self, 'wrappedJSObject') ?? self;
  const all: string[] = [];
  own.sprung = () => all;
  own.trap = (nth: number) => void all.push(`script ${nth}`);
  for (const dialog of ['alert', 'confirm', 'prompt', 'print', 'open']) own[dialog] = () => void all.push(dialog);
  own.document.addEventListener('securitypolicyviolation', (event: SecurityPolicyViolationEvent) => {
    all.push(`policy ${event.violatedDirective} ${event.blockedURI}`);
  });
  own.addEventListener('error', ({ message }: ErrorEvent) => void all.push(`error ${message}`));
  own.addEventListener(
    'unhandledrejection',
    ({ reason }: PromiseRejectionEvent) => void all.push(`rejected ${reason}`),
  );
}

function springIt(): void {
  const careless = document.createElement('div');
  careless.innerHTML = '<img src=x onerror="trap(-1)">';
  document.body.append(careless);
}

function cardRoot(): ParentNode | undefined {
  const { dom } = Reflect.get(globalThis, 'chrome') ?? {};
  const opened = (element: Element): ShadowRoot | undefined =>
    (dom ? dom.openOrClosedShadowRoot(element) : Reflect.get(element, 'openOrClosedShadowRoot')) ?? undefined;
  return Array.from(document.querySelectorAll<HTMLElement>('div'), opened).find((root) => root?.mode === 'closed');
}

/**
 * Markup that came to life, what stands out of its box or of the window, signs that turn text or are half of one, a word
 * of ours that has changed places with a name.
 */
function faultsIn(root: ParentNode | undefined): string[] {
  if (!root) return ['nothing to look at'];
  const said = (element: Element) => `${element.localName}.${element.className}: ${element.outerHTML.slice(0, 160)}`;
  const alive =
    'iframe, object, embed, base, form[action], video, audio, marquee, template, script:not([src]), bdi *, ' +
    '[onerror], [onload], [onclick], [onmouseover], [onfocus], [onpointerenter], [ontoggle], [autofocus], ' +
    'a:not([href^="https://"], [href^="#"], [href^="mailto:"], [href^="/"])';
  const found = Array.from(root.querySelectorAll(alive), (element) => `alive ${said(element)}`);
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const cuts = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
  const shown = Array.from(root.querySelectorAll<HTMLElement>('*')).filter((element) => element.checkVisibility());
  for (const element of shown) {
    const { left, right } = element.getBoundingClientRect();
    let clipped = false;
    for (let at = element.parentElement; at && !clipped; at = at.parentElement) clipped = cuts(at);
    if (!clipped && right > left && (right > width + 1 || left < -1))
      found.push(`outside ${left} ${right} ${said(element)}`);
    const inside = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    if (inside && !clipped && !cuts(element)) found.push(`too wide ${element.scrollWidth} ${said(element)}`);
  }
  const turning = /[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]|(?!\n|\t)\p{Cc}/u;
  const isolated = /\u2068[^\u2066-\u2069]*\u2069/g;
  const turns = (text: string) => turning.test(text.replace(isolated, (own) => own.slice(1, -1)));
  for (const element of shown) {
    const own = Array.from(element.childNodes).filter((node) => node.nodeType === 3);
    const texts = [...own.map((node) => node.nodeValue ?? ''), ...Array.from(element.attributes, ({ value }) => value)];
    if (texts.some(turns)) found.push(`turning ${said(element)}`);
  }
  for (const tag of root.querySelectorAll('.tag')) {
    const name = tag.parentElement?.querySelector('bdi');
    const isBehind = !name || name.getBoundingClientRect().right <= tag.getBoundingClientRect().left + 0.5;
    if (!isBehind) found.push(`before its name ${said(tag)}`);
  }
  for (const row of root.querySelectorAll('.group-row, .invite-row')) {
    const { bottom } = row.getBoundingClientRect();
    const low = Array.from(row.children).filter((part) => part.getBoundingClientRect().bottom > bottom + 1);
    found.push(...low.map((part) => `below its row ${said(part)}`));
  }
  return found;
}
