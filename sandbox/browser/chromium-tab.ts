import type { CDPSession, Page, Worker } from 'playwright-core';
import type { Hands } from './tab.ts';

/** One tab of a Chromium. `worker` is the extension's background, awake. */
export function handsOn(page: Page, extension: string, worker: () => Promise<Worker>): Hands {
  let watched: ReturnType<typeof watchedWorld> | undefined;

  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (source) => page.evaluate(source),
    async evaluateBehind(source) {
      watched ??= watchedWorld(page, extension);
      return (await watched)(source);
    },
    moveTo: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
    clickAt: ({ x, y }, button) => page.mouse.click(x, y, { button }),
    entriesInMenu: () => Promise.reject(new Error('Nobody can see into Chromium’s menu')),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.insertText(text),
    resize: (size) => page.setViewportSize(size),
    screenshot: async (path) => void (await page.screenshot({ path })),
    isOpen: async () => !page.isClosed(),
    async id() {
      const background = await worker();
      const cdp = await page.context().newCDPSession(page);
      const { windowId } = await cdp.send('Browser.getWindowForTarget');
      await cdp.detach();
      await page.bringToFront();
      return background.evaluate(`chrome.tabs.query({ active: true, windowId: ${windowId} }).then(([tab]) => tab.id)`);
    },
    async clickInToolbar() {
      await page.bringToFront();
      await clickAction(page, extension);
    },
    close: () => page.close(),
  };
}

/** Runs expressions in the world of the extension's own scripts in a page; gives nothing while there are none. */
async function watchedWorld(page: Page, extension: string): Promise<(source: string) => Promise<unknown>> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const worlds = new Map<string, string>();
  const { frameTree } = await cdp.send('Page.getFrameTree');
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { type, frameId } = context.auxData ?? {};
    const own = type === 'isolated' && frameId === frameTree.frame.id && context.origin.startsWith(extension);
    if (own) worlds.set(context.uniqueId, context.name);
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextUniqueId: id }) => void worlds.delete(id));
  cdp.on('Runtime.executionContextsCleared', () => worlds.clear());
  await cdp.send('Runtime.enable');
  return async (expression) => {
    const uniqueContextId = [...worlds.keys()].at(-1);
    if (!uniqueContextId) return undefined;
    const wish = { expression, uniqueContextId, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', wish);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/** Of two tabs with the same address it may be the other one's toolbar: tabs do not tell which page they show. */
async function clickAction(page: Page, extension: string): Promise<void> {
  const cdp = await page.context().browser()?.newBrowserCDPSession();
  const targets = async (type: string, url: string) => {
    const all = await cdp?.send('Target.getTargets', { filter: [{ type }] });
    return all?.targetInfos.filter((target) => target.url.startsWith(url)).map(({ targetId }) => targetId) ?? [];
  };
  const before = await targets('page', extension);
  const targetId = (await targets('tab', page.url())).at(-1) ?? '';
  // Not yet in the protocol as this Playwright knows it.
  await Reflect.apply(cdp?.send ?? fail, cdp, ['Extensions.triggerAction', { id: new URL(extension).host, targetId }]);
  const opened = (await targets('page', extension)).filter((one) => !before.includes(one));
  for (const popup of opened) await cdp?.send('Target.closeTarget', { targetId: popup });
  await cdp?.detach();
}

function fail(): never {
  throw new Error('Chromium gave no connection of its own');
}
