import type { Marionette } from './marionette.ts';

/** Marionette has one tab in hand at a time: whoever wants one waits for a turn. */
export interface Turns {
  /** Does `deed` with this tab in hand and in front. */
  inTab<R>(handle: string, deed: () => Promise<R>): Promise<R>;
  /** Does `deed` with any tab in hand that is still there. */
  anywhere<R>(deed: () => Promise<R>): Promise<R>;
  /** The value of an expression run with the browser's own rights. */
  inChrome(source: string): Promise<unknown>;
  /** The same inside a turn. */
  chromeNow(source: string): Promise<unknown>;
}

export function turnsOn(wire: Marionette): Turns {
  let last: Promise<unknown> = Promise.resolve();

  function alone<R>(deed: () => Promise<R>): Promise<R> {
    const turn = last.then(deed);
    last = turn.catch(() => undefined);
    return turn;
  }

  function anywhere<R>(deed: () => Promise<R>): Promise<R> {
    return alone(async () => {
      // The one in hand may have closed itself, and then every command fails.
      const [handle] = (await wire.send('WebDriver:GetWindowHandles')) as string[];
      await wire.send('WebDriver:SwitchToWindow', { handle, focus: false });
      return deed();
    });
  }

  async function chromeNow(source: string): Promise<unknown> {
    await wire.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await evaluated(wire, source);
    } finally {
      await wire.send('Marionette:SetContext', { value: 'content' });
    }
  }

  return {
    chromeNow,
    anywhere,
    inTab: (handle, deed) =>
      alone(async () => {
        await wire.send('WebDriver:SwitchToWindow', { handle, focus: true });
        return deed();
      }),
    inChrome: (source) => anywhere(() => chromeNow(source)),
  };
}

/** The value of an expression in the context in hand, awaited; in the `system` sandbox with the browser's own rights. */
export async function evaluated(wire: Marionette, source: string, sandbox: 'system' | null = null): Promise<unknown> {
  const script = `return (${source})`;
  return unwrapped(await wire.send('WebDriver:ExecuteScript', { script, args: [], sandbox }));
}

/** Most answers are `{ value }`. */
export function unwrapped(result: unknown): unknown {
  const value = typeof result === 'object' && result !== null && 'value' in result ? result.value : result;
  return value ?? undefined;
}
