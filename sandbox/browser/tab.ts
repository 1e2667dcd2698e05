import { expression, type Script, type Size } from './browser.ts';
import { described, steps, type Target } from './look.ts';
import { lookExpression, type Place, type Wish } from './look-in-page.ts';

/** What a driver must be able to do with one tab. All else is made of it, so both browsers do it alike. */
export interface Hands {
  goto(url: string): Promise<void>;
  /** Gives the value of an expression, awaited. */
  evaluate(source: string): Promise<unknown>;
  clickAt(place: Place): Promise<void>;
  /** `Enter`, `ArrowDown`, `a`, `Control+a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  resize(size: Size): Promise<void>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** A tab, and what a person does in it. */
export interface Tab extends Omit<Hands, 'evaluate' | 'clickAt'> {
  evaluate<R, A = undefined>(script: Script<R, A>, arg?: A): Promise<R>;
  /** A real click, with the pointer, as soon as the target is there. */
  click(target: Target): Promise<void>;
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
    return (await hands.evaluate(lookExpression({ ...wish, steps: steps(target) }))) as R | undefined;
  }

  const textNow = () => hands.evaluate("document.body?.innerText ?? ''") as Promise<string>;

  async function until<R>(what: string, look: () => Promise<R | undefined | false>, timeLimitMs = patienceMs) {
    const end = Date.now() + timeLimitMs;
    for (;;) {
      const found = await look().catch(() => undefined);
      if (found !== undefined && found !== null && found !== false) return found;
      if (Date.now() > end) throw new Error(`Waited ${timeLimitMs} ms for ${what}. There was:\n${await there()}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async function there(): Promise<string> {
    const [url, text] = await Promise.all([hands.evaluate('location.href'), textNow()]).catch((error) => ['', error]);
    return `${url}\n${String(text).slice(0, 2000)}`;
  }

  const once = <R>(target: Target, wish: Omit<Wish, 'steps'>) => until(described(target), () => ask<R>(target, wish));
  const counted = async (target: Target) => (await ask<number>(target, { want: 'count' })) ?? 0;

  return {
    ...hands,
    evaluate: <R, A>(script: Script<R, A>, arg?: A) => hands.evaluate(expression(script, arg)) as Promise<R>,
    click: async (target) => hands.clickAt(await once<Place>(target, { want: 'place' })),
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
