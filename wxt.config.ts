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

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Latchkey',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'contextMenus', 'activeTab', 'scripting'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: pages },
    incognito: 'not_allowed',
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchkey@latchkey.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '140' }),
  }),
});
