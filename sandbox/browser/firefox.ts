import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { findFirefox } from '../browser-paths.mjs';
import { type Browser, expression, type LaunchOptions, type Size } from './browser.ts';
import { clippingOn } from './clipboard.ts';
import { asNew, endAtRequests, grantAll, inEventPage, letRead, stopEventPage } from './firefox-chrome.ts';
import { userJs } from './firefox-prefs.ts';
import { handsOn, openTab } from './firefox-tab.ts';
import { type Turns, turnsOn } from './firefox-turns.ts';
import { type Marionette, openMarionette } from './marionette.ts';
import { patienceMs } from './mines.ts';
import { builtExtension, profileFolder } from './profile.ts';
import { type Tab, tabOn } from './tab.ts';
import { openTunnel } from './tunnel.ts';

/** The extension has this address in every profile of ours; its end counts how often it was renewed. */
const uuidOf = (renewals: number) => `5e1ec7ed-0000-4000-8000-1a7c4ce7${String(renewals).padStart(4, '0')}`;

/** One run of the browser, from start to end. */
interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly wire: Marionette;
  readonly turns: Turns;
}

interface Start {
  readonly path: string;
  readonly folder: string;
  readonly extension: string;
  readonly addon: string;
  readonly options: LaunchOptions;
  readonly uuid: string;
  readonly proxy: number | undefined;
}

/** A Firefox with the extension in it, driven by Marionette: other protocols stop at the extension's own pages. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const path = options.executable ?? findFirefox();
  if (!path) throw new Error('There is no Firefox here. Install it, or set LATCHKEY_FIREFOX to its path.');
  const extension = builtExtension(options.extension);
  const addon = await addonId(extension);
  const { folder, forget } = await profileFolder(options.profile);
  const tunnel = options.hosts && (await openTunnel(options.hosts));
  let renewals = 0;
  const start = () =>
    startedRun({ path, folder, extension, addon, options, uuid: uuidOf(renewals), proxy: tunnel?.port });
  let run = await start();
  const extensionUrl = (page: string) => `moz-extension://${uuidOf(renewals)}/${page.replace(/^\//, '')}`;

  async function open(url: string, size: Size | undefined = options.viewport): Promise<Tab> {
    const hands = handsOn(await openTab(run.wire, run.turns), run.wire, run.turns, addon);
    if (size) await hands.resize(size);
    await hands.goto(url);
    return tabOn(hands);
  }

  return {
    name: 'firefox',
    extensionUrl,
    open,
    async readClipboard() {
      const tab = await open(extensionUrl('manifest.json'));
      await letRead(run.turns, true);
      return clippingOn(tab).finally(() => letRead(run.turns, false));
    },
    stopBackground: async () => void (await stopEventPage(run.turns, addon)),
    evaluateInBackground: <R, A>(script: string | ((arg: A) => R | Promise<R>), arg?: A) =>
      inEventPage(run.turns, addon, expression(script, arg)) as Promise<R>,
    updateExtension: () => install(run.wire, extension),
    grantHosts: async () => void (await grantAll(run.turns)),
    processId: () => run.child.pid ?? 0,
    async renew() {
      await onlyOneTab(run);
      await run.wire.send('Addon:Uninstall', { id: addon });
      renewals += 1;
      await asNew(run.turns, addon, uuidOf(renewals));
      await install(run.wire, extension);
    },
    gone: async () => void (await run.ended),
    async close() {
      await quit(run);
      tunnel?.close();
      await forget();
    },
    async kill() {
      run.child.kill('SIGKILL');
      await run.ended;
    },
    async restart() {
      await quit(run);
      run = await start();
    },
  };
}

async function startedRun({ path, folder, extension, addon, options, uuid, proxy }: Start): Promise<Run> {
  const port = await freePort();
  await writeFile(join(folder, 'user.js'), userJs({ port, addon, uuid, proxy }, options));
  const { headless = true, display } = options;
  const env = { ...process.env, ...(display ? { DISPLAY: display } : {}) };
  const switches = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', folder];
  const child = spawn(path, [...(headless ? ['--headless'] : []), ...switches], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const wire = await openMarionette(port);
  await wire.send('WebDriver:NewSession', {
    strictFileInteractability: false,
    acceptInsecureCerts: proxy !== undefined,
  });
  const turns = turnsOn(wire);
  if (options.mines) await endAtRequests(turns, addon, { desk: options.mines, patienceMs });
  await install(wire, extension);
  return { child, ended, wire, turns };
}

async function install(wire: Marionette, extension: string): Promise<void> {
  await wire.send('Addon:Install', { path: extension, temporary: true });
}

async function onlyOneTab({ wire, turns }: Run): Promise<void> {
  const fresh = await openTab(wire, turns);
  const handles = (await wire.send('WebDriver:GetWindowHandles')) as string[];
  for (const handle of handles.filter((one) => one !== fresh)) {
    // A tab may close itself meanwhile.
    await turns.inTab(handle, () => wire.send('WebDriver:CloseWindow')).catch(() => undefined);
  }
}

async function quit({ child, wire, ended }: Run): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    await wire.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => child.kill());
  }
  await ended;
  wire.end();
}

async function addonId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
