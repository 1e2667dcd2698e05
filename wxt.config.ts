import { defineConfig } from 'wxt';
import { version } from './package.json';

const pages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // Gateways stand wherever the user runs them. Written out, so that Firefox does not turn http into https.
  'connect-src https: http:',
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * Lets the browser say why a connection failed, while it is tested; without a host that somebody allowed it says nothing,
 * and neither browser has a word to the user about it. Firefox gives it when an account's host is allowed. Chromium tells
 * only extensions that had it when they were loaded (extensions/browser/api/web_request/web_request_api.cc).
 */
const reasons = ['webRequest'];

/** Preact would write `innerHTML` for whoever asks for it. Nobody here may, and the stores warn of the very line. */
const withoutInnerHtml = {
  name: 'without-inner-html',
  transform(code: string, id: string) {
    if (!id.endsWith('/preact/dist/preact.mjs')) return null;
    const cut = code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0');
    if (cut === code) throw new Error('Preact writes innerHTML in another way than it did: see wxt.config.ts');
    return { code: cut, map: null };
  },
};

/**
 * Four keys are suggested, as many as Chromium takes: Alt+Shift with letters that no browser has taken itself (Chromium's tab
 * groups have C, P, W, X and Z, ChromeOS has L, M, N and S); on a Mac, where that writes letters, Control+Shift. The other
 * commands wait for somebody to give them keys.
 */
const keys = (letter: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` },
});

const commands = {
  _execute_action: keys('K'),
  'copy-last': { description: '__MSG_commandCopyLast__', ...keys('Y') },
  'look-selection': { description: '__MSG_commandLookSelection__', ...keys('V') },
  'list-page': { description: '__MSG_commandListPage__', ...keys('E') },
  'insert-last': { description: '__MSG_commandInsertLast__' },
  'open-side': { description: '__MSG_openAtSide__' },
  'switch-site': { description: '__MSG_commandSwitchSite__' },
  'over-time': { description: '__MSG_commandOverTime__' },
  options: { description: '__MSG_openOptions__' },
  lock: { description: '__MSG_lockNow__' },
};

const inSizes = (folder: string, sizes: readonly number[]) =>
  Object.fromEntries(sizes.map((size) => [size, `${folder}/${size}.png`]));

/** Firefox knows whether its toolbar is dark; elsewhere the sign stands on a tile of its own, and can be read on any. */
function toolbarIcons(knowsToolbar: boolean) {
  const theme = (size: number) => ({ light: `icons/on-dark/${size}.png`, dark: `icons/on-light/${size}.png`, size });
  return {
    default_icon: inSizes('icons', [16, 24, 32, 48]),
    ...(knowsToolbar && { theme_icons: [theme(16), theme(32)] }),
  };
}

export default defineConfig({
  imports: false,
  // The oldest browsers that the manifest lets in: nothing is written out for older ones.
  vite: () => ({
    build: { target: ['chrome140', 'firefox142'] },
    define: { 'import.meta.env.LATCHKEY_VERSION': JSON.stringify(version) },
    plugins: [withoutInnerHtml],
  }),
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Latchkey',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      ...['storage', 'unlimitedStorage', 'idle', 'alarms', 'contextMenus', 'activeTab', 'scripting'],
      ...(browser === 'firefox' ? [] : reasons),
    ],
    // Asked for when somebody first wants to be told of something.
    optional_permissions: ['notifications', ...(browser === 'firefox' ? reasons : [])],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: pages },
    incognito: 'not_allowed',
    action: { default_title: '__MSG_name__', ...toolbarIcons(browser === 'firefox') },
    commands,
    omnibox: { keyword: 'inv' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchkey@latchkey.example',
              strict_min_version: '142.0',
              // The key, an invite's code, and a greeting: they go to the user's own gateway.
              data_collection_permissions: {
                required: ['authenticationInfo', 'websiteContent', 'personalCommunications'],
              },
            },
          },
        }
      : { minimum_chrome_version: '140', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
