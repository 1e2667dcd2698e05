import { expression, type Script, type Size } from './browser.ts';
import { described, isBehindClosedRoot, steps, type Target } from './look.ts';
import { lookExpression, type Place, type Wish } from './look-in-page.ts';

/** What a driver must be able to do with one tab. All else is made of it, so both browsers do it alike. */
export interface Hands {
  goto(url: string): Promise<void>;
  /** Gives the value of an expression, awaited. */
  evaluate(source: string): Promise<unknown>;
  /**
   * The same with the rights to open closed shadow roots, out of reach of the page: in Chromium in the world of our own
   * scripts there, with all that those may. Nothing where that cannot be.
   */
  evaluateBehind(source: string): Promise<unknown>;
  /** Moves the pointer there, and lets it rest. */
  moveTo(place: Place): Promise<void>;
  clickAt(place: Place, button?: 'left' | 'right'): Promise<void>;
  /** Our entries in the browser's own menu, which a right-click has opened; chooses one, else closes it. Firefox only. */
  entriesInMenu(choose?: string): Promise<readonly string[]>;
  /** `Enter`, `ArrowDown`, `a`, `Control+a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  resize(size: Size): Promise<void>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  /** The number by which extensions know the tab; it may come to the front for that. */
  id(): Promise<number>;
  /** Clicks the extension in the toolbar, which lets it look at this page; a popup that opens is closed again. */
  clickInToolbar(): Promise<void>;
  close(): Promise<void>;
}

/** A tab, and what a person does in it. */
export interface Tab extends Omit<Hands, 'evaluate'> {
  evaluate<R, A = undefined>(script: Script<R, A>, arg?: A): Promise<R>;
  /** A real click, with the pointer, as soon as the target is there. */
  click(target: Target): Promise<void>;
  /** The same with the other button. The browser's own menu cannot be seen. */
  rightClick(target: Target): Promise<void>;
  /** Puts the pointer on the target, and lets it rest there. */
  hover(target: Target): Promise<void>;
  /** Puts the cursor in, replaces what stands there. */
  fill(target: Target, text: string): Promise<void>;
  /** What is written there, as one sees it. Without a target, on the whole page. */
  text(target?: Target): Promise<string>;
  attribute(target: Target, name: string): Promise<string | undefined>;
  /** What a field holds. */
  value(target: Target): Promise<string>;
  count(target: Target): Promise<number>;
  waitFor(target: Target, timeLimitMs?: number): Promise<void>;
  waitUntilGone(target: Target, timeLimitMs?: number): Promise<void>;
  waitForText(text: string, timeLimitMs?: number): Promise<void>;
  /** Waits until `look` gives something other than nothing, `false` or a rejection, and gives it. */
  until<R>(what: string, look: () => Promise<R | undefined | false>, timeLimitMs?: number): Promise<R>;
}

const patienceMs = 15_000;

export function tabOn(hands: Hands): Tab {
  async function ask<R>(target: Target, wish: Omit<Wish, 'steps'>): Promise<R | undefined> {
    const evaluate = isBehindClosedRoot(target) ? hands.evaluateBehind : hands.evaluate;
    return (await evaluate(lookExpression({ ...wish, steps: steps(target) }))) as R | undefined;
  }

  const textNow = () => hands.evaluate("document.body?.innerText ?? ''") as Promise<string>;

  async function until<R>(what: string, look: () => Promise<R | undefined | false>, timeLimitMs = patienceMs) {
    const end = Date.now() + timeLimitMs;
    // Looking costs the browser time that it would rather spend on what is waited for.
    for (let pauseMs = 40; ; pauseMs = Math.min(pauseMs * 1.4, 250)) {
      const found = await look().catch(() => undefined);
      if (found !== undefined && found !== null && found !== false) return found;
      if (Date.now() > end) throw new Error(`Waited ${timeLimitMs} ms for ${what}. There was:\n${await there()}`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  async function there(): Promise<string> {
    const [url, text] = await Promise.all([hands.evaluate('location.href'), textNow()]).catch((error) => ['', error]);
    return `${url}\n${String(text).slice(0, 2000)}`;
  }

  const once = <R>(target: Target, wish: Omit<Wish, 'steps'>) => until(described(target), () => ask<R>(target, wish));
  const counted = async (target: Target) => (await ask<number>(target, { want: 'count' })) ?? 0;

  const placeOf = (target: Target) => once<Place>(target, { want: 'place' });

  let number: Promise<number> | undefined;

  return {
    ...hands,
    // It never changes.
    id: () => (number ??= hands.id()),
    evaluate: <R, A>(script: Script<R, A>, arg?: A) => hands.evaluate(expression(script, arg)) as Promise<R>,
    click: async (target) => hands.clickAt(await placeOf(target)),
    rightClick: async (target) => hands.clickAt(await placeOf(target), 'right'),
    hover: async (target) => hands.moveTo(await placeOf(target)),
    async fill(target, text) {
      await once(target, { want: 'focus' });
      await (text ? hands.type(text) : hands.press('Backspace'));
    },
    text: (target) => (target === undefined ? textNow() : once<string>(target, { want: 'text' })),
    async attribute(target, name) {
      await once(target, { want: 'text' });
      return (await ask<string | null>(target, { want: 'attribute', attribute: name })) ?? undefined;
    },
    value: (target) => once<string>(target, { want: 'value' }),
    count: counted,
    waitFor: async (target, timeLimitMs) =>
      void (await until(described(target), async () => (await counted(target)) > 0, timeLimitMs)),
    waitUntilGone: async (target, timeLimitMs) =>
      void (await until(`no ${described(target)}`, async () => (await counted(target)) === 0, timeLimitMs)),
    waitForText: async (text, timeLimitMs) =>
      void (await until(`“${text}”`, async () => (await textNow()).includes(text), timeLimitMs)),
    until,
  };
}
