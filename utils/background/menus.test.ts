import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from '../browser';
import type { MenuEntry } from '../model/settings';
import { contextMenu, type Entry, type MenuTopic } from './menus';

const create = vi.fn();
const removeAll = vi.fn(async () => {});

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(browser.contextMenus, { create, removeAll });
});

function topic(name: MenuEntry): MenuTopic {
  const entry: Entry = { id: name, title: name, contexts: ['page'] };
  return { entries: async (off) => (off.has(name) ? [] : [entry]), owns: (id) => id === name, chosen: vi.fn() };
}

const drawn = () => create.mock.calls.map(([{ id }]) => id);

it('draws the entries of all topics in order, without those that are switched off', async () => {
  await contextMenu([topic('look'), topic('join'), topic('page')], async () => ['join']).draw();
  expect(drawn()).toEqual(['look', 'page']);
});

it('draws one after another, what is true by then', async () => {
  const off: MenuEntry[] = [];
  const menu = contextMenu([topic('look')], async () => off);
  const drawings = [menu.draw(), menu.draw()];
  off.push('look');
  await Promise.all(drawings);
  expect(drawn()).toEqual([]);
  expect(removeAll).toHaveBeenCalledTimes(2);
});

it('hands a choice to the one topic that owns it, in the very turn of the click', async () => {
  const [look, page] = [topic('look'), topic('page')];
  const menu = contextMenu([look, page], async () => []);
  const chosen = menu.chosen({ menuItemId: 'page' }, { id: 7, windowId: 1, url: 'https://example.org/' });
  const place = { tabId: 7, frameIds: [0], windowId: 1, url: 'https://example.org/' };
  expect(page.chosen).toHaveBeenCalledWith({ menuItemId: 'page' }, place);
  expect(look.chosen).not.toHaveBeenCalled();
  await chosen;
});

it('does nothing without a tab, or for an entry that is nobody’s', async () => {
  const page = topic('page');
  const menu = contextMenu([page], async () => []);
  await menu.chosen({ menuItemId: 'page' });
  await menu.chosen({ menuItemId: 'gone' }, { id: 7 });
  expect(page.chosen).not.toHaveBeenCalled();
});
