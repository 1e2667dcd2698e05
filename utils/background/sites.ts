import { browser } from '../browser';
import type { Sites } from '../model/page';
import * as items from '../store/items';
import { bringInto, hush } from './open-tabs';
import { ownOff, unlocked } from './policy/bars';
import { everywhere, hasPages, pagesOf, type Reach, sameReach } from './reach';

const spotter = {
  id: 'spotter',
  js: ['spotter.js'],
  allFrames: true,
  matchOriginAsFallback: true,
  persistAcrossSessions: true,
};

/** Which pages are looked at by themselves. */
export function list(): Promise<Sites> {
  return items.read(items.sitesItem);
}

/** Throws `policy-sets` where an administrator has set what is to be changed. */
export async function change(patch: Partial<Sites>): Promise<Sites> {
  const { off, ...others } = patch;
  const own = await unlocked('sites', others);
  const ownHosts = off && ownOff(off, await items.policyNow());
  await items.change(items.sitesItem, (all) => ({ ...all, ...own, ...(ownHosts && { off: ownHosts }) }));
  await settled('as it may be');
  return list();
}

/** Has the spotter run where it shall, and nowhere else: at install, update, start, and when a permission changes. */
export async function watch(event?: object): Promise<void> {
  // An update leaves the pages that are open with a spotter that has nobody to ask any more.
  await settled(event && 'reason' in event ? 'anew' : 'as it may be');
}

/** Whether a site is looked at: `off` where it shall not be, `not-asked` where nobody said so, or the browser says no. */
export async function standing(host: string): Promise<'on' | 'off' | 'not-asked'> {
  const sites = await list();
  if (sites.off.includes(host)) return 'off';
  const { matches } = await reachOf(sites);
  return matches.includes(everywhere) || matches.includes(pagesOf(host)) ? 'on' : 'not-asked';
}

let settling: Promise<void> = Promise.resolve();

/** One after the other: two at once would register the spotter twice. */
function settled(how: 'anew' | 'as it may be'): Promise<void> {
  const next = settling.then(() => settle(how));
  settling = next.catch(() => {});
  return next;
}

async function settle(how: 'anew' | 'as it may be'): Promise<void> {
  const wanted = await reachOf(await list());
  const changed = await register(wanted);
  if (!changed && how !== 'anew') return;
  // Not waited for: a tab may keep a script waiting for as long as it likes.
  void hush(wanted);
  void bringInto(wanted);
}

/** False where the browser has it so already. */
async function register(wanted: Reach): Promise<boolean> {
  const { getRegisteredContentScripts, unregisterContentScripts, registerContentScripts } = browser.scripting;
  const [now] = await getRegisteredContentScripts({ ids: [spotter.id] });
  if (now ? sameReach(now, wanted) : wanted.matches.length === 0) return false;
  if (now) await unregisterContentScripts({ ids: [spotter.id] });
  if (wanted.matches.length > 0) await registerContentScripts([{ ...spotter, ...wanted, runAt: 'document_idle' }]);
  return true;
}

/** What was chosen, as far as the browser lets us. Hosts of gateways are allowed too, but nobody chose to look there. */
async function reachOf({ everywhere: all, on, off }: Sites): Promise<Reach> {
  const excludeMatches = off.filter(hasPages).map(pagesOf);
  if (all && (await isAllowed(everywhere))) return { matches: [everywhere], excludeMatches };
  const hosts = on.filter((host) => hasPages(host) && !off.includes(host)).map(pagesOf);
  const allowed = await Promise.all(hosts.map(isAllowed));
  return { matches: hosts.filter((_, place) => allowed[place]), excludeMatches };
}

function isAllowed(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}
