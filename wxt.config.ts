import { defineConfig } from 'wxt';

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

export default defineConfig({
  imports: false,
  // The oldest browsers that the manifest lets in: nothing is written out for older ones.
  vite: () => ({ build: { target: ['chrome140', 'firefox142'] }, plugins: [withoutInnerHtml] }),
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
    action: { default_title: '__MSG_name__' },
    commands: { lock: { description: '__MSG_lockNow__' } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchkey@latchkey.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '140' }),
  }),
});
