import type { LaunchOptions } from './browser.ts';

type Pref = string | number | boolean;

interface Facts {
  readonly port: number;
  readonly addon: string;
  readonly uuid: string;
  /** Where a proxy for https listens. */
  readonly proxy: number | undefined;
}

/** The `user.js` of a profile that can be driven, calls nobody, and keeps the extension's storage over a restart. */
export function userJs({ port, addon, uuid, proxy }: Facts, { lang, dark }: LaunchOptions): string {
  const prefs: Record<string, Pref> = {
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [addon]: uuid }),
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.keepStorageOnUninstall': true,
    'app.update.disabledForTesting': true,
    'browser.aboutwelcome.enabled': false,
    'browser.sessionstore.resume_from_crash': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'focusmanager.testmode': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.startup.max_resumed_crashes': -1,
    ...(lang ? { 'intl.accept_languages': lang, 'intl.locale.requested': lang } : {}),
    ...(proxy === undefined
      ? {}
      : { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy }),
    ...(dark === undefined ? {} : { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 }),
  };
  return Object.entries(prefs)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
