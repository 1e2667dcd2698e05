import { writeFile } from 'node:fs/promises';
import { entriesInMenu, resizePage } from './firefox-chrome.ts';
import { keysOf } from './firefox-keys.ts';
import { evaluated, type Turns, unwrapped } from './firefox-turns.ts';
import type { Place } from './look-in-page.ts';
import type { Marionette } from './marionette.ts';
import type { Hands } from './tab.ts';

/** Opens an empty tab in front and gives its handle. */
export function openTab(wire: Marionette, turns: Turns): Promise<string> {
  return turns.anywhere(async () => {
    const { handle } = (await wire.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as { handle: string };
    return handle;
  });
}

export function handsOn(handle: string, wire: Marionette, turns: Turns, addon: string): Hands {
  const inTab = <R>(deed: () => Promise<R>) => turns.inTab(handle, deed);
  const perform = (...actions: readonly unknown[]) =>
    inTab(async () => {
      await wire.send('WebDriver:PerformActions', { actions }).catch(unlessClosed);
    });
  const keys = (...actions: readonly unknown[]) => perform({ type: 'key', id: 'keyboard', actions });
  const mouse = (...actions: readonly unknown[]) =>
    perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const isOpen = () =>
    turns.anywhere(async () => ((await wire.send('WebDriver:GetWindowHandles')) as string[]).includes(handle));

  return {
    isOpen,
    goto: (url) => inTab(async () => void (await wire.send('WebDriver:Navigate', { url }))),
    evaluate: (source) => inTab(() => evaluated(wire, source)),
    evaluateBehind: (source) => inTab(() => evaluated(wire, source, 'system')),
    // A pointer that does not come from somewhere else has not moved.
    moveTo: (place) => mouse(to({ x: place.x + 9, y: place.y + 9 }), to(place, 50)),
    clickAt: (place, which = 'left') => {
      const button = which === 'left' ? 0 : 2;
      return mouse(to(place), { type: 'pointerDown', button }, { type: 'pointerUp', button });
    },
    entriesInMenu: (choose) => inTab(async () => (await entriesInMenu(turns, addon, choose)) as string[]),
    press: (key) => keys(...keysOf(key)),
    type: (text) => keys(...Array.from(text).flatMap(stroke)),
    resize: async (size) => void (await resizePage(turns, handle, size)),
    async screenshot(path) {
      const shot = await inTab(() => wire.send('WebDriver:TakeScreenshot', { full: false }));
      await writeFile(path, String(unwrapped(shot)), 'base64');
    },
    id: () => inTab(async () => Number(await turns.chromeNow(idOfTabInFront))),
    clickInToolbar: () => inTab(async () => void (await turns.chromeNow(grantOfAction(addon)))),
    async close() {
      if (await isOpen()) await inTab(() => wire.send('WebDriver:CloseWindow'));
    },
  };
}

const to = ({ x, y }: Place, duration = 0) => ({
  ...{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration, origin: 'viewport' },
});

const idOfTabInFront = `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  .ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab)`;

/** What the browser does for a click on the extension's button before it opens the popup. */
const grantOfAction = (addon: string) =>
  `WebExtensionPolicy.getByID('${addon}').extension.tabManager.addActiveTabPermission(gBrowser.selectedTab)`;

const stroke = (value: string) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

/** A page may close itself on a key or a click: that is no failure. */
function unlessClosed(error: Error): void {
  if (!/no such window|actor.*destroyed|AbortError/i.test(error.message)) throw error;
}
