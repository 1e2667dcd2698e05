import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '../browser';
import type { Alert } from '../over-time/model';
import { alertsItem } from '../store/care-items';
import { change, settingsItem } from '../store/items';
import { drawBadge } from './page-badge';
import { drawSign } from './toolbar-sign';

const tabId = 7;
const codes = ['A', 'B', 'C'].map((letter) => `${letter}bCdEfGhIjKlMnOpQrStUv`);

interface Drawn {
  text?: string | undefined;
  title?: string | undefined;
  color?: string | undefined;
}

let everywhere: Drawn;
let here: Drawn;
const shown = () => ({ ...everywhere, ...here });

// A toolbar button as in a browser: what is said of one tab hides what is said of all.
beforeEach(() => {
  fakeBrowser.reset();
  everywhere = { text: '', title: 'name' };
  here = {};
  const getMessage = (word: string, values: unknown = '') =>
    word.startsWith('catalogue') ? '' : `${word} ${values}`.trim();
  Object.assign(browser.i18n, { getMessage, getUILanguage: () => 'en' });
  const get = (key: 'text' | 'title') => async (of: { tabId?: number }) =>
    (of.tabId === undefined ? everywhere : shown())[key];
  const set = (key: keyof Drawn) => async (wanted: Record<string, string | null> & { tabId?: never }) => {
    const drawn = wanted.tabId === undefined ? everywhere : here;
    if (wanted[key] === null) delete drawn[key];
    else drawn[key] = wanted[key];
  };
  Object.assign(browser.action, {
    ...{ getBadgeText: get('text'), setBadgeText: set('text'), getTitle: get('title'), setTitle: set('title') },
    ...{ setBadgeBackgroundColor: set('color'), setBadgeTextColor: async () => undefined },
  });
  const seen = { watching: true, codes, puzzled: false };
  Object.assign(browser.scripting, { executeScript: async () => [{ frameId: 0, result: seen }] });
  Object.assign(browser.tabs, { query: async () => [{ id: tabId, url: 'https://mail.example/' }] });
});

const alert: Alert = {
  ...{ id: 'changed-elsewhere one', kind: 'changed-elsewhere', name: 'VIP Launch List' },
  ...{ since: 1, at: 1, times: 1 },
};

async function alerted(alerts: readonly Alert[]): Promise<void> {
  await change(alertsItem, () => [...alerts]);
  await drawSign();
}

it('shows the number and that something waits together, and each alone when the other is gone', async () => {
  await drawBadge(tabId);
  expect(shown()).toMatchObject({ text: '3', color: '#0c6b62' });
  const counted = shown().title;
  await alerted([alert]);
  expect(everywhere).toMatchObject({ text: '!', color: '#96600c' });
  expect(shown()).toMatchObject({ text: '3!', color: '#96600c', title: `${counted} · ${everywhere.title}` });
  await alerted([]);
  expect(everywhere.text).toBe('');
  expect(shown()).toMatchObject({ text: '3', color: '#0c6b62', title: counted });
});

it('leaves the sign where the number is switched off, and both words in the title', async () => {
  await change(settingsItem, (now) => ({ ...now, badge: false }));
  await drawBadge(tabId);
  expect(shown().text).toBe('');
  const counted = shown().title;
  await alerted([alert]);
  expect(shown()).toMatchObject({ text: '!', title: `${counted} · ${everywhere.title}` });
  await alerted([]);
  expect(shown()).toMatchObject({ text: '', title: counted });
});

it('says another thing when another alert comes, and how many when there are several', async () => {
  await alerted([alert]);
  const one = shown().title;
  await alerted([alert, { ...alert, id: 'changed-elsewhere two' }]);
  expect(shown().text).toBe('3!');
  expect(shown().title).not.toBe(one);
});
