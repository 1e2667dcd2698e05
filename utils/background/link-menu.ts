import { browser } from '../browser';
import { type InviteCode, inviteUrl } from '../invite-link';
import { inviteCode, inviteCodesIn } from '../invites-in/codes';
import { isPrivateInvite, lookAlikeHost } from '../invites-in/near-misses';
import type { MenuEntry } from '../model/settings';
import { copyText } from '../page/copy-text';
import { openCard, selectedAddresses } from '../page/open-card';
import { presenceKey } from '../page/presence';
import { say, type Word } from '../words';
import { inviteAddresses } from './invite-addresses';
import type { Click, Entry, MenuTopic, Place } from './menus';
import { heed, nod } from './signals';
import * as windows from './windows';

const onLinks = { contexts: ['link'], targetUrlPatterns: inviteAddresses } satisfies Partial<Entry>;

const lines: readonly { entry: MenuEntry; id: string; word: Word; where: Pick<Entry, 'contexts'> }[] = [
  { entry: 'look', id: 'look', word: 'menuLook', where: onLinks },
  { entry: 'join', id: 'join', word: 'menuJoin', where: onLinks },
  { entry: 'copy', id: 'copy', word: 'menuCopy', where: onLinks },
  { entry: 'look', id: 'look-selection', word: 'menuLookSelection', where: { contexts: ['selection'] } },
];

/** What can be done with an invite that is right-clicked, or selected. */
export const linkMenu: MenuTopic = {
  entries: async (off) =>
    lines.filter(({ entry }) => !off.has(entry)).map(({ id, word, where }) => ({ id, title: say(word), ...where })),
  owns: (id) => lines.some((line) => line.id === id),

  async chosen(click, place) {
    const code = click.menuItemId === 'look-selection' ? await codeSelected(click, place) : codeAt(click.linkUrl);
    if (!code) return heed(place.tabId, whyNone(click));
    if (click.menuItemId === 'join') return windows.open({ code, join: true });
    if (click.menuItemId === 'copy') return copy(code, place);
    return look(code, click.linkUrl, place);
  },
};

function whyNone({ linkUrl = '', selectionText = '' }: Click): string {
  const texts = [linkUrl, selectionText];
  if (texts.some(isPrivateInvite)) return say('menuPrivateInvite');
  const host = texts.map(lookAlikeHost).find(Boolean);
  return host ? say('menuLookAlike', host) : say('menuNoInvite');
}

function codeAt(address = ''): InviteCode | undefined {
  return inviteCode(address) ?? inviteCodesIn(address)[0];
}

/** The first invite of what is selected: written there, or behind a link in it. */
async function codeSelected(
  { selectionText = '' }: Click,
  { tabId, frameIds }: Place,
): Promise<InviteCode | undefined> {
  const [written] = inviteCodesIn(selectionText);
  if (written) return written;
  const target = { tabId, frameIds };
  const seen = await browser.scripting.executeScript({ target, func: selectedAddresses }).catch(() => []);
  const addresses: unknown = seen[0]?.result;
  if (!Array.isArray(addresses)) return undefined;
  return addresses.map((address) => codeAt(String(address))).find((code) => code !== undefined);
}

/** The browser's own menu was clicked, so the look is taken at once: in the card, else in a window of ours. */
async function look(code: InviteCode, address: string | undefined, place: Place): Promise<void> {
  if (!(await shownInPage(code, address, place))) await windows.open({ code, join: false });
}

async function shownInPage(code: InviteCode, address = '', { tabId, frameIds }: Place): Promise<boolean> {
  const target = { tabId, frameIds };
  const wish = { code, address, key: presenceKey.description ?? '' };
  const asked = await browser.scripting.executeScript({ target, func: openCard, args: [wish] }).catch(() => []);
  if (asked[0]?.result !== 'coming') return asked[0]?.result === 'open';
  // The card opens what was reached for while it was on its way.
  const brought = browser.scripting.executeScript({ target, files: ['/card.js'] });
  return brought.then(
    () => true,
    () => false,
  );
}

/** Where the page has no clipboard to give, the window has. */
async function copy(code: InviteCode, { tabId, frameIds }: Place): Promise<void> {
  const target = { tabId, frameIds };
  const script = { target, func: copyText, args: [inviteUrl(code)] as [string] };
  const copied = await browser.scripting.executeScript(script).catch(() => []);
  if (copied[0]?.result === true) await nod(tabId, say('menuCopied', inviteUrl(code)));
  else await windows.openCopy(code);
}
