import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, stage } from './stage.ts';

it('opens the welcome page once, and asks for nothing', async () => {
  const on = await stage({ grants: false });
  const options = await on.options();
  const welcomes = async () => (await ourTabs(options.tab)).filter((page) => page === '/welcome.html');
  await options.tab.until('the welcome page', async () => (await welcomes()).length > 0);
  await on.browser.stopBackground();
  await on.browser.evaluateInBackground('1');
  expect(await welcomes()).toHaveLength(1);
  expect(await on.allowedHosts()).toEqual([]);
  expect(await on.requests()).toEqual([]);
});

alike('leads from the welcome page to the form for an account', async () => {
  const on = await stage({ grants: false });
  const welcome = await on.page(on.browser.extensionUrl('welcome.html'));
  await welcome.click({ role: 'link', name: on.words('addAccount') });
  await welcome.waitFor({ role: 'textbox', name: on.words('accountName') });
});

alike(
  'shows a pasted link clean and with a QR code, and copies it, without an account and without a request',
  async () => {
    const on = await stage({ grants: false });
    const link = await on.linkInSandbox('VIP Launch List');
    const { tab, ...popup } = await on.popup();
    await tab.waitFor({ role: 'button', name: on.words('addAccount') });
    const field = { role: 'textbox', name: on.words('pasteLabel') } as const;
    await tab.fill(field, 'https://example.com/not-an-invite');
    await tab.waitForText(on.words('pasteNotInvite'));
    await tab.fill(field, ` ${link.replace('.com/', '.com/invite/')}?mode=ac_t&utm_source=mail#top `);
    expect(await popup.link()).toBe(link);
    await tab.waitFor({ role: 'img', name: on.words('qrOf', link) });
    await popup.copy();
    expect((await on.clipboard()).text).toBe(link);
    expect(await on.requests()).toEqual([]);
    expect(await on.allowedHosts()).toEqual([]);
  },
);

/** The paths of the extension's own tabs. */
function ourTabs(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const { extension } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const views: readonly Window[] = extension.getViews({ type: 'tab' });
    return views.map(({ location }) => location.pathname);
  });
}
