// Plain JavaScript: it runs before anything is installed, on whatever Node there is.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox, onPath } from './browser-paths.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const programs = {
  chromium: {
    find: findChromium,
    debian: ['chromium'],
    brew: '--cask chromium',
    winget: 'Google.Chrome',
    variable: 'LATCHKEY_CHROMIUM',
    what: 'a browser of Chromium’s family',
  },
  firefox: {
    find: findFirefox,
    debian: ['firefox-esr', 'firefox'],
    brew: '--cask firefox',
    winget: 'Mozilla.Firefox',
    variable: 'LATCHKEY_FIREFOX',
    what: 'Firefox',
  },
  openssl: {
    find: () => onPath('openssl'),
    debian: ['openssl'],
    brew: 'openssl',
    winget: 'ShiningLight.OpenSSL.Light',
    what: 'openssl',
  },
};

/**
 * Makes sure that packages and programs are there. Ends the process, saying what to install, where it may not install
 * and one of `all`, or every one of `oneOf`, is missing.
 */
export function setUp({ all = [], oneOf = [] }) {
  installPackages();
  const lacking = () => [...all.filter(isMissing), ...(oneOf.every(isMissing) ? oneOf : [])];
  if (lacking().length > 0) installPrograms(lacking());
  if (lacking().length > 0) giveUp(lacking());
}

/** The Node that came with the packages: the machine's own may be too old for the tools. */
export function runtime() {
  const { platform, arch } = process;
  const name = platform === 'darwin' && arch === 'arm64' ? 'bin-darwin-arm64' : `${short(platform)}-${arch}`;
  const file = join(root, 'node_modules', `node-${name}`, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(`There is no packaged Node for ${platform} ${arch}: run this with Node 24 or newer.`);
  process.exit(1);
}

/** Path of a packaged tool, to be run by `runtime()`. */
export function tool(name, at = name) {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', at, 'package.json'), 'utf8'));
  return join(root, 'node_modules', at, typeof bin === 'string' ? bin : bin[name]);
}

function short(platform) {
  return platform === 'win32' ? 'win' : platform;
}

function installPackages() {
  if (packagesStand()) return;
  console.log('Installing packages (npm ci) …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm } = process.env;
  const options = { cwd: root, stdio: 'inherit' };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('`npm ci` failed. What it said stands above.');
    process.exit(1);
  }
}

/** Whether what is installed is what the lock names. Packages for other platforms may be absent. */
function packagesStand() {
  const installed = packagesIn('node_modules/.package-lock.json');
  const wanted = packagesIn('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const there = installed[path];
    if (path === '' || (!there && optional)) return true;
    return there?.version === version && there?.integrity === integrity;
  });
}

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

function isMissing(name) {
  return !programs[name].find();
}

function installPrograms(names) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.log(`Installing ${names.join(', ')} (apt-get) …`);
  apt('update');
  for (const name of names) programs[name].debian.some((pkg) => apt('install', '-y', '--no-install-recommends', pkg));
  // Fonts for the pictures, and a display that nobody sees for what browsers do only in a window. Nothing fails for want
  // of them.
  apt('install', '-y', '--no-install-recommends', 'fonts-noto-core', 'fonts-noto-color-emoji', 'xvfb');
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' });
  if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return status === 0;
}

function giveUp(names) {
  for (const name of names) {
    const { what, variable } = programs[name];
    const told = variable && process.env[variable];
    if (told) console.error(`${variable} names ${told}, which is not a program.`);
    else console.error(`Missing: ${what}. ${howToInstall(name)}${variable ? ` Or set ${variable} to its path.` : ''}`);
  }
  process.exit(1);
}

function howToInstall(name) {
  const { debian, brew, winget } = programs[name];
  if (process.platform === 'darwin') return `Install it: brew install ${brew}`;
  if (process.platform === 'win32') return `Install it: winget install ${winget}`;
  if (onPath('apt-get')) return `Install it: sudo apt-get install ${debian[0]}`;
  return `Install “${debian[0]}” with your system’s package manager.`;
}
