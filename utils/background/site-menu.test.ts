import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from '../browser';
import type { Sites } from '../model/page';
import * as menuClicks from './menu-clicks';
import * as signals from './signals';
import { siteMenu } from './site-menu';
import * as sites from './sites';

vi.mock('./sites');
vi.mock('./signals');

const request = vi.fn();
const place = { tabId: 7, frameIds: [0], windowId: 1, url: 'https://forum.example/thread?x=1' };
const before: Sites = { everywhere: true, on: ['a.example'], off: ['forum.example', 'b.example'] };

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(browser.permissions, { request });
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) => key);
  vi.mocked(sites.list).mockResolvedValue(before);
});

it('asks the browser in the click itself, before anything is fetched', async () => {
  request.mockResolvedValue(false);
  const chosen = menuClicks.chosen({ menuItemId: 'site-on' }, { id: 7, url: place.url });
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://forum.example/*'] });
  await chosen;
  expect(signals.heed).toHaveBeenCalledExactlyOnceWith(7, 'menuSiteRefused');
});

it('turns the site on after a yes', async () => {
  await siteMenu.chosen({ menuItemId: 'site-on' }, { ...place, allowed: Promise.resolve(true) });
  expect(sites.change).toHaveBeenCalledExactlyOnceWith({ on: ['a.example', 'forum.example'], off: ['b.example'] });
  expect(signals.nod).toHaveBeenCalledExactlyOnceWith(7, 'menuSiteIsOn');
});

it('changes nothing after a no', async () => {
  await siteMenu.chosen({ menuItemId: 'site-on' }, { ...place, allowed: Promise.resolve(false) });
  expect(sites.change).not.toHaveBeenCalled();
  expect(signals.heed).toHaveBeenCalledExactlyOnceWith(7, 'menuSiteRefused');
});

it('turns a site off without a question, and names each once', async () => {
  await siteMenu.chosen({ menuItemId: 'site-off' }, place);
  expect(request).not.toHaveBeenCalled();
  expect(sites.change).toHaveBeenCalledExactlyOnceWith({ on: ['a.example'], off: ['b.example', 'forum.example'] });
});

it.each([undefined, 'chrome://settings/', 'chrome-extension://abc/options.html'])(
  'knows no site in %s',
  async (url) => {
    await menuClicks.chosen({ menuItemId: 'site-on' }, { id: 7, url });
    expect(request).not.toHaveBeenCalled();
    expect(signals.heed).toHaveBeenCalledExactlyOnceWith(7, 'menuNoSite');
  },
);
