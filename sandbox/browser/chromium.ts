import { type BrowserContext, type CDPSession, chromium, type Worker } from 'playwright-core';
import { findChromium } from '../browser-paths.mjs';
import { type Browser, expression, type LaunchOptions, type Size } from './browser.ts';
import { handsOn } from './chromium-tab.ts';
import { clippingOn } from './clipboard.ts';
import { builtExtension, profileFolder } from './profile.ts';
import { type Tab, tabOn } from './tab.ts';

/** One run of the browser, from start to close. */
interface Run {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly origin: string;
}

/** A Chromium with the extension in it, driven by the DevTools protocol. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const path = findChromium();
  if (!path) throw new Error('There is no Chromium here. Install one, or set LATCHKEY_CHROMIUM to its path.');
  const extension = builtExtension(options.extension);
  const { folder, forget } = await profileFolder(options.profile);
  const start = () => startedRun(folder, { ...settings(options), executablePath: path }, extension);
  let run = await start();
  const extensionUrl = (page: string) => `${run.origin}/${page.replace(/^\//, '')}`;

  async function open(url: string, size?: Size): Promise<Tab> {
    const page = await run.context.newPage();
    if (size) await page.setViewportSize(size);
    await page.goto(url);
    return tabOn(handsOn(page, run.origin, () => awakened(run)));
  }

  return {
    name: 'chromium',
    extensionUrl,
    open,
    readClipboard: async () => clippingOn(await open(extensionUrl('manifest.json'))),
    stopBackground: () => stopWorkers(run.context),
    evaluateInBackground: async (script, arg) => (await awakened(run)).evaluate(expression(script, arg)),
    updateExtension: async () => void (await run.cdp.send('Extensions.loadUnpacked', { path: extension })),
    async grantHosts() {
      const tab = await open('chrome://extensions');
      const id = new URL(run.origin).hostname;
      await tab.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '*://*/*')`);
      await tab.close();
    },
    gone: () => run.context.waitForEvent('close', { timeout: 0 }).then(() => undefined),
    async close() {
      await run.context.close();
      await forget();
    },
    async kill() {
      const closed = run.context.waitForEvent('close');
      process.kill(await processOf(run.cdp), 'SIGKILL');
      await closed;
    },
    async restart() {
      await run.context.close();
      run = await start();
    },
  };
}

async function startedRun(folder: string, launch: Launch, extension: string): Promise<Run> {
  const context = await chromium.launchPersistentContext(folder, launch);
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('Chromium gave no connection of its own');
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: extension });
  const origin = `chrome-extension://${id}`;
  // Reading only. What the extension writes, it writes with the rights it has.
  await cdp.send('Browser.setPermission', { permission: { name: 'clipboard-read' }, setting: 'granted', origin });
  return { context, cdp, origin };
}

type Launch = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

function settings({ headless = true, display, hosts = {}, lang, dark, viewport }: LaunchOptions): Launch {
  const rules = Object.entries(hosts).map(([host, port]) => `MAP ${host}:443 127.0.0.1:${port}`);
  const args = [
    // Branded Chrome has not known --load-extension since 137; this way works in all of them.
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(lang ? [`--lang=${lang}`] : []),
    ...(rules.length > 0 ? [`--host-resolver-rules=${rules}`, '--ignore-certificate-errors'] : []),
  ];
  return {
    headless,
    args,
    handleSIGINT: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    // Root in a container has no sandbox to offer.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: viewport ?? (headless ? { width: 1280, height: 800 } : null),
    colorScheme: dark === undefined ? null : dark ? 'dark' : 'light',
    env: { ...process.env, ...(display ? { DISPLAY: display } : {}), ...(lang ? { LANGUAGE: lang } : {}) },
    ...(lang ? { locale: lang } : {}),
  };
}

/** The background, woken by a message from a page of its own if it sleeps. */
async function awakened({ context, origin }: Run): Promise<Worker> {
  const page = await context.newPage();
  await page.goto(`${origin}/manifest.json`);
  await page.evaluate("chrome.runtime.sendMessage('wake').catch(() => undefined)");
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await page.close();
  return worker;
}

async function stopWorkers(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await page.close();
}

async function processOf(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('Chromium does not name its process');
  return browser.id;
}
