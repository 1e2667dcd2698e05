import { browser } from '../../browser';
import { selectedText } from '../../page/selection';
import { say } from '../../words';
import { menu } from '../menu';
import { siteOn } from '../menu-clicks';
import type { TabClicked } from '../menus';
import { hostOf } from '../reach';
import { heed } from '../signals';
import * as sites from '../sites';
import { usedGroups } from '../used-groups';
import * as windows from '../windows';
import { copyInto } from './copying';
import { openFace } from './face';

/** A tab that can be looked into. */
type Tab = TabClicked & { readonly id: number };

/** What is done in a tab; `allowed` is what the person answered to the one question that only the key itself may bring. */
const inTab: Readonly<Record<string, (tab: Tab, allowed?: Promise<boolean>) => Promise<void>>> = {
  'copy-last': copyLast,
  'look-selection': lookSelection,
  'list-page': (tab) => windows.openList(tab.id),
  'insert-last': insertLast,
  'switch-site': switchSite,
};

const sections: Readonly<Record<string, string>> = { 'over-time': '#over-time', options: '' };

/** Does what a command says. */
export async function does(command: string, tab?: TabClicked, allowed?: Promise<boolean>): Promise<void> {
  const section = sections[command];
  if (section !== undefined) await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${section}`) });
  const front = tab ?? (await inFront());
  if (front?.id !== undefined) await inTab[command]?.({ ...front, id: front.id }, allowed);
}

export async function inFront(): Promise<TabClicked | undefined> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return front;
}

async function copyLast(tab: Tab): Promise<void> {
  const [last] = await usedGroups();
  await (last ? copyInto(tab.id, last) : openFace());
}

/** Through the context menu's own way: the same group, the same checks, the same words. */
async function insertLast(tab: Tab): Promise<void> {
  const [last] = await usedGroups();
  if (!last) return openFace();
  await menu.chosen({ menuItemId: `insert ${last.account} ${last.group}` }, tab);
}

/** A key brings no selection along, as the menu does: it is read from the frame that has one. */
async function lookSelection(tab: Tab): Promise<void> {
  const target = { tabId: tab.id, allFrames: true };
  const frames = await browser.scripting.executeScript({ target, func: selectedText }).catch(() => []);
  const found = frames.find(({ result }) => typeof result === 'string' && result.trim() !== '');
  if (!found) return heed(tab.id, say('nothingSelected'));
  const click = { menuItemId: 'look-selection', selectionText: String(found.result), frameId: found.frameId };
  await menu.chosen(click, tab);
}

async function switchSite(tab: Tab, allowed?: Promise<boolean>): Promise<void> {
  const host = hostOf(tab.url);
  // The answer first: a permission that is given now changes how things stand.
  const before = host === undefined ? 'not-asked' : await sites.standing(host);
  const deed = before === 'on' ? 'site-off' : siteOn;
  await menu.chosen({ menuItemId: deed }, tab, allowed);
}
