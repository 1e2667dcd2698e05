// Plain JavaScript: it runs before anything is installed, on whatever Node there is.
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave',
  'brave-browser',
];
const macApps = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];
const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

export function findChromium() {
  return found(process.env.LATCHKEY_CHROMIUM, chromiumNames, macApps, windowsPrograms);
}

export function findFirefox() {
  const names = ['firefox-esr', 'firefox'];
  const apps = ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'];
  return found(process.env.LATCHKEY_FIREFOX, names, apps, ['Mozilla Firefox\\firefox.exe']);
}

export function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, file)).find(runs);
}

function found(told, names, apps, programs) {
  if (told) return runs(told) ? told : undefined;
  return names.map(onPath).find(Boolean) ?? usualPlaces(apps, programs).find(runs);
}

function usualPlaces(apps, programs) {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((at) => apps.map((app) => join(at, app)));
  }
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': older, LOCALAPPDATA } = process.env;
  return [PROGRAMFILES, older, LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((at) => programs.map((program) => join(at, program)));
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
