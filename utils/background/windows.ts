import type { Asker } from '../bridge/answer';
import { browser } from '../browser';
import type { InviteCode } from '../invite-link';
import { keepWindow, type OpenWindow, openWindows } from '../store/open-windows';
import { mustBeAllowed } from './policy/bars';

const size = { width: 400, height: 620 };
const listSize = { width: 480, height: 680 };
const edge = { right: 24, top: 88 };
const wishPauseMs = 1_000;

interface Wanted {
  /** Two windows about the same thing are one. */
  readonly about: string;
  /** What stands behind the `#`. */
  readonly hash: string;
  readonly size?: typeof size;
  readonly wishedBy?: number;
}

/** Opens the small window for an invite: to look inside, or to confirm a join. */
export function open({ code, join }: { readonly code: InviteCode; readonly join: boolean }): Promise<void> {
  return alone(() => shown({ about: code, hash: `${join ? 'join' : 'look'}-${code}` }));
}

/** Opens the window with the clean link to copy. Nobody is asked about it. */
export function openCopy(code: InviteCode): Promise<void> {
  return alone(() => shown({ about: code, hash: `copy-${code}` }));
}

/** Opens the window that copies a link of the user's own at once. */
export function openHand(code: InviteCode): Promise<void> {
  return alone(() => shown({ about: code, hash: `hand-${code}` }));
}

/** Opens the window that reads the QR code of a picture, kept under this id. */
export function openPicture(id: string): Promise<void> {
  return alone(() => shown({ about: 'image', hash: `image-${id}` }));
}

/** Opens the window with all invites of a tab's page. */
export function openList(tab: number): Promise<void> {
  return alone(() => shown({ about: `tab-${tab}`, hash: `tab-${tab}`, size: listSize }));
}

/**
 * A page's wish to join: opens the window, which joins nothing by itself. One window per tab, and only for the tab that
 * somebody has in front: a flood of wishes changes nothing, least of all a window that somebody has the eyes on.
 */
export async function wish(code: InviteCode, { tab }: Asker): Promise<void> {
  await mustBeAllowed('mayJoin');
  // While one wish is being seen to, the others are dropped: no queue of windows builds up.
  await navigator.locks.request('wish', { ifAvailable: true }, async (lock) => {
    if (lock && (await isInFront(tab))) await alone(() => wished(code, tab));
  });
}

async function wished(code: InviteCode, tab: number): Promise<void> {
  const wanted = { about: code, hash: `join-${code}`, wishedBy: tab };
  const pending = (await openWindows()).find(({ wishedBy }) => wishedBy === tab);
  if (pending && Date.now() - pending.at < wishPauseMs) return;
  const state = pending && (await stateOf(pending));
  if (!state) return shown(wanted);
  if (!state.focused) await turned(pending, wanted);
}

async function isInFront(tab: number): Promise<boolean> {
  const found = await browser.tabs.get(tab).catch(() => undefined);
  return found?.active === true;
}

/** One after another: two at once would both open a window. */
function alone<T>(deed: () => Promise<T>): Promise<T> {
  return navigator.locks.request('windows', deed);
}

/** Brings the window about this forward, or opens one. */
async function shown(wanted: Wanted): Promise<void> {
  const [there] = (await openWindows()).filter(({ about }) => about === wanted.about);
  if (there && (await stateOf(there))) return turned(there, wanted);
  await created(wanted);
}

async function stateOf({ id, tab }: OpenWindow): Promise<{ focused: boolean } | undefined> {
  const window = await browser.windows.get(id, { populate: true }).catch(() => undefined);
  const isOurs = window?.tabs?.some((one) => one.id === tab);
  return isOurs ? { focused: window?.focused === true } : undefined;
}

/** The same page goes on, with something else behind its `#`; nothing is loaded anew. */
async function turned(there: OpenWindow, { about, hash, wishedBy = there.wishedBy }: Wanted): Promise<void> {
  await browser.tabs.update(there.tab, { url: addressOf(hash) });
  await browser.windows.update(there.id, { focused: true });
  const next = { id: there.id, tab: there.tab, about, at: Date.now() };
  await keepWindow({ ...next, ...(wishedBy !== undefined && { wishedBy }) }, new Set());
}

async function created({ about, hash, wishedBy, size: its = size }: Wanted): Promise<void> {
  const wanted = { url: addressOf(hash), type: 'popup', ...its } as const;
  const place = await placeBeside(its.width);
  // A place off the screen is refused; a window anywhere is better than none.
  const window = await browser.windows.create({ ...wanted, ...place }).catch(() => browser.windows.create(wanted));
  const tab = window?.tabs?.[0]?.id ?? (await tabIn(window?.id));
  const gone = await closed();
  const opened = { about, at: Date.now(), ...(wishedBy !== undefined && { wishedBy }) };
  const known = window?.id === undefined || tab === undefined ? undefined : { id: window.id, tab, ...opened };
  await keepWindow(known, gone);
}

async function tabIn(windowId: number | undefined): Promise<number | undefined> {
  if (windowId === undefined) return undefined;
  const [tab] = await browser.tabs.query({ windowId });
  return tab?.id;
}

async function closed(): Promise<ReadonlySet<number>> {
  const known = await openWindows();
  const states = await Promise.all(known.map(stateOf));
  return new Set(known.filter((_, nth) => !states[nth]).map(({ id }) => id));
}

/** In the upper right of the window in front, near the toolbar that the popup hangs from. */
async function placeBeside(width: number): Promise<{ left: number; top: number } | undefined> {
  const front = await browser.windows.getLastFocused().catch(() => undefined);
  if (front?.left === undefined || front.top === undefined || front.width === undefined) return undefined;
  const left = Math.max(front.left, front.left + front.width - width - edge.right);
  return { left, top: front.top + edge.top };
}

function addressOf(hash: string): string {
  return browser.runtime.getURL(`/invite.html#${hash}`);
}
