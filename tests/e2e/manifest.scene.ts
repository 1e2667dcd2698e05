import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserName } from './stage.ts';

const build = browserName === 'firefox' ? '.output/firefox-mv3' : '.output/chrome-mv3';

describe('what is built', async () => {
  const manifest: Record<string, unknown> = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));

  it('asks for these permissions and no other, and for no host before somebody allows it', () => {
    expect(manifest.permissions).toEqual([
      ...['storage', 'unlimitedStorage', 'idle', 'alarms', 'contextMenus', 'activeTab', 'scripting'],
      ...(browserName === 'firefox' ? [] : ['webRequest', 'sidePanel']),
    ]);
    const reasons = browserName === 'firefox' ? ['webRequest'] : [];
    expect(manifest.optional_permissions).toEqual(['notifications', ...reasons]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  it('has these entries and no other: nothing that a page, another extension or a device could come in by', () => {
    expect(Object.keys(manifest).sort()).toEqual(
      [
        ...['manifest_version', 'name', 'short_name', 'description', 'version', 'icons', 'default_locale'],
        ...['permissions', 'optional_permissions', 'optional_host_permissions', 'content_security_policy', 'incognito'],
        ...['action', 'background', 'options_ui', 'commands', 'omnibox'],
        browserName === 'firefox' ? 'sidebar_action' : 'side_panel',
        ...(browserName === 'firefox' ? ['browser_specific_settings'] : ['minimum_chrome_version', 'storage']),
      ].sort(),
    );
    expect(manifest).toMatchObject({ manifest_version: 3, incognito: 'not_allowed' });
    // Four keys, which no browser here has taken itself; the other commands wait for somebody to give them some.
    const all = manifest.commands as Record<string, { readonly suggested_key?: object }>;
    const commands = Object.entries(all).map(([name, { suggested_key: keys }]) => [name, keys]);
    expect(Object.fromEntries(commands)).toEqual({
      _execute_action: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' },
      'copy-last': { default: 'Alt+Shift+Y', mac: 'MacCtrl+Shift+Y' },
      'look-selection': { default: 'Alt+Shift+V', mac: 'MacCtrl+Shift+V' },
      'list-page': { default: 'Alt+Shift+E', mac: 'MacCtrl+Shift+E' },
      ...Object.fromEntries(
        ['insert-last', 'open-side', 'switch-site', 'over-time', 'options', 'lock'].map((name) => [name, undefined]),
      ),
    });
    expect(manifest.omnibox).toEqual({ keyword: 'inv' });
    const side = browserName === 'firefox' ? manifest.sidebar_action : manifest.side_panel;
    const page = browserName === 'firefox' ? { default_panel: 'sidepanel.html' } : { default_path: 'sidepanel.html' };
    expect(side).toMatchObject(page);
    // Nobody is shown a sidebar that they have not asked for.
    if (browserName === 'firefox') expect(side).toMatchObject({ open_at_install: false });
  });

  it('lets its pages load and run what is in the package alone, and nobody frame them', () => {
    expect(Object.keys(Object(manifest.content_security_policy))).toEqual(['extension_pages']);
    const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
    expect(
      Object.fromEntries(policy.split(/;\s*/).map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)])),
    ).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ['https:', 'http:'],
      'object-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'none'"],
      'base-uri': ["'none'"],
    });
  });

  it('listens to nobody from outside, and turns no text into markup or code', async () => {
    const files = (await readdir(build, { recursive: true })).filter((file) => /\.(js|html)$/.test(file));
    expect(files.length).toBeGreaterThan(8);
    const texts = await Promise.all(
      files.map(async (file) => [file, await readFile(join(build, file), 'utf8')] as const),
    );
    const attached = /on(?:Message|Connect)External\.addListener|onConnectNative|externally_connectable/;
    // Preact reads what it never writes.
    // A worker brings the second half of itself.
    const sinks =
      /(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|\beval\(|new Function\b|importScripts\((?!'\/background\/later\.js'\))/;
    expect(texts.filter(([, text]) => attached.test(text)).map(([file]) => file)).toEqual([]);
    expect(texts.filter(([, text]) => sinks.test(text)).map(([file]) => file)).toEqual([]);
    const remote = /<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//;
    expect(texts.filter(([file, text]) => file.endsWith('.html') && remote.test(text))).toEqual([]);
  });
});
