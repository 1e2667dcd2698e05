import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { findChromium, findFirefox } from '../browser-paths.mjs';
import type { BrowserName } from './browser.ts';

/** How Firefox is told: by its own policies, or by a manifest of managed storage in the user's home. */
export type Way = 'policies' | 'native';

/** A browser with an administrator's policy for one extension, which no other browser on this machine sees. */
export interface PolicyRoom {
  /** Starts the browser. */
  readonly executable: string;
  /** Sets another policy; none where none is given. Chromium hears of it, Firefox reads it when it starts. */
  set(values: object | undefined, way?: Way): Promise<void>;
  /** Leaves nothing behind. */
  clear(): Promise<void>;
}

/**
 * Browsers read policies from places that belong to the whole machine. So the browser is started with a mount of its own over
 * that place. Where that cannot be had, this says so and fails: nothing that was not tried is to look as if it had been.
 */
export async function policyRoom(name: BrowserName, extension: string): Promise<PolicyRoom> {
  if (process.platform !== 'linux')
    throw new Error(`Policies are tried on Linux alone: ${process.platform} has none to mount`);
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-policy-'));
  const room = await (name === 'chromium' ? chromiumRoom : firefoxRoom)(folder, extension);
  const executable = join(folder, 'start.sh');
  await writeFile(executable, starter(room));
  await chmod(executable, 0o755);
  return { executable, set: room.set, clear: () => rm(folder, { recursive: true, force: true }) };
}

interface Room {
  readonly browser: string;
  /** What is seen at `place`. */
  readonly seen: string;
  readonly place: string;
  readonly home?: string;
  readonly set: PolicyRoom['set'];
}

/** Whoever is not root gets a user namespace too, in which mounting is allowed. */
function starter({ browser, seen, place, home }: Room): string {
  const rights = process.getuid?.() === 0 ? '' : ' --user --map-current-user --keep-caps';
  const mount = 'mount --bind "$1" "$2" && shift 2 && exec "$@"';
  return [
    '#!/bin/sh',
    ...(home ? [`export HOME='${home}'`] : []),
    `exec unshare${rights} --mount sh -c '${mount}' sh '${seen}' '${place}' '${browser}' "$@"`,
    '',
  ].join('\n');
}

/** Where each browser of Chromium's kind looks. */
const chromiumPlaces: readonly (readonly [name: RegExp, place: string])[] = [
  [/google-chrome/, '/etc/opt/chrome/policies/managed'],
  [/edge/, '/etc/opt/edge/policies/managed'],
  [/brave/, '/etc/brave/policies/managed'],
  [/chromium/, '/etc/chromium/policies/managed'],
];

async function chromiumRoom(folder: string, extension: string): Promise<Room> {
  const browser = found(findChromium(), 'Chromium');
  const policies = chromiumPlaces.find(([name]) => name.test(basename(browser)))?.[1];
  if (!policies) throw new Error(`Nobody knows where ${browser} looks for policies`);
  const place = nearest(policies);
  const seen = join(folder, 'seen');
  const inside = join(seen, relative(place, policies));
  await mkdir(inside, { recursive: true });
  const file = join(inside, 'latchkey.json');
  const id = idOf(extension);
  const set = (values: object = {}) =>
    writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [id]: values } } }));
  return { browser, seen, place, set };
}

async function firefoxRoom(folder: string, extension: string): Promise<Room> {
  const browser = realpathSync(found(findFirefox(), 'Firefox'));
  const place = nearest(join(dirname(browser), 'distribution'));
  const [seen, home] = [join(folder, 'seen'), join(folder, 'home')];
  const native = join(home, '.mozilla', 'managed-storage');
  await mkdir(seen);
  await mkdir(native, { recursive: true });
  const { browser_specific_settings: own } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const id: string = own.gecko.id;
  const [policies, manifest] = [join(seen, 'policies.json'), join(native, `${id}.json`)];
  async function set(values?: object, way: Way = 'policies') {
    await Promise.all([policies, manifest].map((file) => rm(file, { force: true })));
    if (!values) return;
    if (way === 'policies') {
      await writeFile(policies, JSON.stringify({ policies: { '3rdparty': { Extensions: { [id]: values } } } }));
    } else {
      await writeFile(manifest, JSON.stringify({ name: id, description: 'Latchkey', type: 'storage', data: values }));
    }
  }
  return { browser, seen, place, home, set };
}

function found(path: string | undefined, name: string): string {
  if (!path) throw new Error(`There is no ${name} here`);
  return path;
}

/** The folder itself, or the nearest above it that is there: something can only be mounted over what is there. */
function nearest(folder: string): string {
  for (let place = folder; place !== dirname(place); place = dirname(place)) {
    if (!existsSync(place)) continue;
    if (['/etc', '/usr', '/usr/lib'].includes(place)) break;
    return realpathSync(place);
  }
  throw new Error(`A policy cannot be tried here: make the folder ${folder} first`);
}

/** What Chromium calls an unpacked extension: it follows from its folder. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}
