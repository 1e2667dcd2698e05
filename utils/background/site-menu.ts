import type { Sites } from '../model/page';
import { say } from '../words';
import { siteOn } from './menu-clicks';
import type { MenuTopic, Place } from './menus';
import { hostOf } from './reach';
import { sideId } from './side';
import { heed, nod } from './signals';
import * as sites from './sites';

const siteOff = 'site-off';

/** Plain entries on the toolbar button: a tick would have to follow every tab, and so be told of every page. */
export const siteMenu: MenuTopic = {
  entries: async () => [
    { id: siteOn, title: say('menuSiteOn'), contexts: ['action'] },
    { id: siteOff, title: say('menuSiteOff'), contexts: ['action'] },
    { id: sideId, title: say('openAtSide'), contexts: ['action'] },
  ],
  owns: (id) => id === siteOn || id === siteOff,

  async chosen({ menuItemId }, place) {
    const host = hostOf(place.url);
    if (!host) return heed(place.tabId, say('menuNoSite'));
    return menuItemId === siteOn ? watchIt(host, place) : leaveIt(host, place);
  },
};

async function watchIt(host: string, { tabId, allowed }: Place): Promise<void> {
  if (!(await allowed)) return heed(tabId, say('menuSiteRefused', host));
  await changed(({ on, off }) => ({ on: [...without(on, host), host], off: without(off, host) }));
  await nod(tabId, say('menuSiteIsOn', host));
}

async function leaveIt(host: string, { tabId }: Place): Promise<void> {
  await changed(({ on, off }) => ({ on: without(on, host), off: [...without(off, host), host] }));
  await nod(tabId, say('menuSiteIsOff', host));
}

async function changed(patch: (all: Sites) => Partial<Sites>): Promise<void> {
  await sites.change(patch(await sites.list()));
}

function without(hosts: readonly string[], host: string): string[] {
  return hosts.filter((one) => one !== host);
}
