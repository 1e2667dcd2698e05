import type { MenuEntry } from '../model/settings';
import { say, type Word } from '../words';
import type { Entry, MenuTopic } from './menus';
import * as pictures from './pictures';
import * as windows from './windows';

const lines: readonly { id: MenuEntry & ('image' | 'page'); word: Word; contexts: Entry['contexts'] }[] = [
  { id: 'image', word: 'menuImage', contexts: ['image'] },
  { id: 'page', word: 'menuPage', contexts: ['page'] },
];

// Not on pages of the browser or of extensions, where nobody may look.
const documentUrlPatterns = ['http://*/*', 'https://*/*', 'file:///*'];

/** The QR code in a picture, and everything on a page at once. */
export const pageMenu: MenuTopic = {
  entries: async (off) =>
    lines
      .filter(({ id }) => !off.has(id))
      .map(({ id, word, contexts }) => ({ id, title: say(word), contexts, documentUrlPatterns })),
  owns: (id) => lines.some((line) => line.id === id),

  async chosen({ menuItemId, srcUrl = '' }, place) {
    if (menuItemId === 'page') return windows.openList(place.tabId);
    await windows.openPicture(await pictures.keep(srcUrl, place));
  },
};
