import { beforeEach, expect, it } from 'vitest';
import { browser } from '../browser';
import { drawOff } from './toolbar-icon';

const tabId = 7;
let title: string;
let drawn: string[];

// A toolbar button that keeps what is drawn on it.
beforeEach(() => {
  title = 'name';
  drawn = [];
  Object.assign(browser.i18n, { getMessage: (word: string) => word });
  Object.assign(browser.action, {
    getTitle: async ({ tabId: id }: { tabId?: number }) => (id === undefined ? 'name' : title),
    setTitle: async (wanted: { title: string }) => {
      title = wanted.title;
    },
    setIcon: async ({ path }: { path?: Record<string, string> }) => {
      // Without a path a browser goes back to its own.
      drawn.push(path?.[16]?.includes('/off/') ? 'grey' : 'own');
    },
  });
});

it('greys the sign where Latchkey is switched off, says so, and takes both back', async () => {
  await drawOff(tabId, 'badgeOff');
  expect([drawn, title]).toEqual([['grey'], 'badgeOff']);
  await drawOff(tabId, undefined);
  expect([drawn[1], title]).toEqual(['own', 'name']);
});

it('draws nothing that stands there already, and takes nothing away that somebody else has put there', async () => {
  await drawOff(tabId, 'badgeOff');
  await drawOff(tabId, 'badgeOff');
  expect(drawn).toHaveLength(1);
  title = '3 invites';
  await drawOff(tabId, undefined);
  expect([drawn.length, title]).toEqual([1, '3 invites']);
});
