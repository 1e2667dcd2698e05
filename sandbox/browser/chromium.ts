import { rm } from 'node:fs/promises';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../browser-paths.mjs';
import { type Browser, expression, type LaunchOptions, type Size } from './browser.ts';
import { handsOn } from './chromium-tab.ts';
import { clippingOn } from './clipboard.ts';
import { builtExtension, copyOf, profileFolder } from './profile.ts';
import { type Tab, tabOn } from './tab.ts';

/** One run of the browser, from start to close. */
interface Run {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly origin: string;
  /** The browser's own process. */
  readonly pid: number;
}

/** A Chromium, and what it is driven by: for those who measure. */
export interface Chromium extends Browser {
  readonly context: BrowserContext;
}

/** A Chromium with the extension in it, driven by the DevTools protocol. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const path = options.executable ?? findChromium();
  if (!path) throw new Error('There is no Chromium here. Install one, or set LATCHKEY_CHROMIUM to its path.');
  let extension = builtExtension(options.extension);
  const { folder, forget } = await profileFolder(options.profile);
  const start = () => startedRun(folder, { ...settings(options), executablePath: path }, extension);
  const copies: string[] = [];
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
    get context() {
      return run.context;
    },
    extensionUrl,
    open,
    readClipboard: async () => clippingOn(await open(extensionUrl('manifest.json'))),
    stopBackground: () => stopWorker(run),
    evaluateInBackground: async (script, arg) => (await awakened(run)).evaluate(expression(script, arg)),
    updateExtension: async () => void (await run.cdp.send('Extensions.loadUnpacked', { path: extension })),
    async grantHosts() {
      const id = new URL(run.origin).hostname;
      await (await managing(run)).evaluate(`chrome.developerPrivate.addHostPermission('${id}', '*://*/*')`);
    },
    processId: () => run.pid,
    async renew() {
      await onlyOneTab(run.context);
      await run.cdp.send('Extensions.uninstall', { id: new URL(run.origin).hostname });
      // Its number follows from its folder: in another one, nothing that was kept can find it.
      extension = await copyOf(extension);
      copies.push(extension);
      run = { ...run, origin: await installed(run.cdp, extension) };
      await greeting(run.context, extensionUrl('welcome.html'));
    },
    gone: () => run.context.waitForEvent('close', { timeout: 0 }).then(() => undefined),
    async close() {
      await run.context.close();
      await Promise.all(copies.map((copy) => rm(copy, { recursive: true, force: true })));
      await forget();
    },
    async kill() {
      const closed = run.context.waitForEvent('close');
      process.kill(run.pid, 'SIGKILL');
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
  return { context, cdp, origin: await installed(cdp, extension), pid: await processOf(cdp) };
}

async function installed(cdp: CDPSession, extension: string): Promise<string> {
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: extension });
  const origin = `chrome-extension://${id}`;
  // Reading only. What the extension writes, it writes with the rights it has.
  await cdp.send('Browser.setPermission', { permission: { name: 'clipboard-read' }, setting: 'granted', origin });
  return origin;
}

const managementUrl = 'chrome://extensions/';
const greetingMs = 10_000;

/** The browser's own page for extensions. It is slow to open, and so it stays. */
async function managing({ context }: Run): Promise<Page> {
  const there = context.pages().find((page) => page.url().startsWith(managementUrl));
  if (there) return there;
  const page = await context.newPage();
  await page.goto(managementUrl);
  return page;
}

async function onlyOneTab(context: BrowserContext): Promise<void> {
  const before = context.pages().filter((page) => !page.url().startsWith(managementUrl));
  await context.newPage();
  await Promise.all(before.map((page) => page.close()));
}

type Launch = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

function settings({ headless = true, display, hosts = {}, lang, dark, viewport, scale }: LaunchOptions): Launch {
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
    ...(scale && { deviceScaleFactor: scale }),
    colorScheme: dark === undefined ? null : dark ? 'dark' : 'light',
    env: { ...process.env, ...(display ? { DISPLAY: display } : {}), ...(lang ? { LANGUAGE: lang } : {}) },
    ...(lang ? { locale: lang } : {}),
  };
}

/** The page that greets, by its address. It comes in front, and not at once: what somebody brings there before would be behind it. */
export async function greeting(context: BrowserContext, url: string): Promise<Page> {
  const until = Date.now() + greetingMs;
  for (;;) {
    const page = context.pages().find((page) => page.url() === url);
    if (page) return page;
    if (Date.now() > until) throw new Error('Latchkey did not greet who installed it');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The background. Only one that sleeps is woken, by a message from a page of its own: that comes before what is in front. */
async function awakened({ context, cdp, origin }: Run): Promise<Worker> {
  const awake = context.serviceWorkers().find((worker) => worker.url().startsWith(origin));
  if (awake && (await workersOf(cdp, origin)).length > 0) return awake;
  const page = await context.newPage();
  await page.goto(`${origin}/manifest.json`);
  await page.evaluate("chrome.runtime.sendMessage('wake').catch(() => undefined)");
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await page.close();
  return worker;
}

/** Within milliseconds, whatever it has under way. */
async function stopWorker({ cdp, origin }: Run): Promise<void> {
  for (;;) {
    const running = await workersOf(cdp, origin);
    if (running.length === 0) return;
    // One that has just gone by itself cannot be closed.
    for (const targetId of running) await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

async function workersOf(cdp: CDPSession, origin: string): Promise<readonly string[]> {
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.filter(({ url }) => url.startsWith(origin)).map(({ targetId }) => targetId);
}

async function processOf(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('Chromium does not name its process');
  return browser.id;
}
