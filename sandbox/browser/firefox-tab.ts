import { writeFile } from 'node:fs/promises';
import { resizePage } from './firefox-chrome.ts';
import { keysOf } from './firefox-keys.ts';
import { evaluated, type Turns, unwrapped } from './firefox-turns.ts';
import type { Marionette } from './marionette.ts';
import type { Hands } from './tab.ts';

/** Opens an empty tab in front and gives its handle. */
export function openTab(wire: Marionette, turns: Turns): Promise<string> {
  return turns.anywhere(async () => {
    const { handle } = (await wire.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as { handle: string };
    return handle;
  });
}

export function handsOn(handle: string, wire: Marionette, turns: Turns): Hands {
  const inTab = <R>(deed: () => Promise<R>) => turns.inTab(handle, deed);
  const perform = (...actions: readonly unknown[]) =>
    inTab(async () => {
      await wire.send('WebDriver:PerformActions', { actions }).catch(unlessClosed);
    });
  const keys = (...actions: readonly unknown[]) => perform({ type: 'key', id: 'keyboard', actions });
  const isOpen = () =>
    turns.anywhere(async () => ((await wire.send('WebDriver:GetWindowHandles')) as string[]).includes(handle));

  return {
    isOpen,
    goto: (url) => inTab(async () => void (await wire.send('WebDriver:Navigate', { url }))),
    evaluate: (source) => inTab(() => evaluated(wire, source)),
    clickAt: ({ x, y }) =>
      perform({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    press: (key) => keys(...keysOf(key)),
    type: (text) => keys(...Array.from(text).flatMap(stroke)),
    resize: async (size) => void (await resizePage(turns, handle, size)),
    async screenshot(path) {
      const shot = await inTab(() => wire.send('WebDriver:TakeScreenshot', { full: false }));
      await writeFile(path, String(unwrapped(shot)), 'base64');
    },
    async close() {
      if (await isOpen()) await inTab(() => wire.send('WebDriver:CloseWindow'));
    },
  };
}

const stroke = (value: string) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

/** A page may close itself on a key or a click: that is no failure. */
function unlessClosed(error: Error): void {
  if (!/no such window|actor.*destroyed|AbortError/i.test(error.message)) throw error;
}
