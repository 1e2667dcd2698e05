import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../browser';
import type { InviteCode } from '../invite-link';
import { inviteCode } from '../invites-in/codes';
import { Trouble } from '../trouble';
import { insertMenu, type UsedGroup } from './insert-menu';
import { contextMenu } from './menus';

const address = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';
const code = known(inviteCode(address));

const create = vi.fn();
const removeAll = vi.fn(async () => {});
const setTitle = vi.fn(async () => {});
const setBadgeText = vi.fn(async () => {});
const executeScript = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  executeScript.mockResolvedValue([{ result: true }]);
  Object.assign(browser.contextMenus, { create, removeAll });
  Object.assign(browser.scripting, { executeScript });
  Object.assign(browser.action, { setTitle, setBadgeText });
  Object.assign(browser.action, { setBadgeBackgroundColor: vi.fn(), setBadgeTextColor: vi.fn() });
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) => (key === 'catalogueLanguage' ? 'en' : key));
});

function known(found: InviteCode | undefined): InviteCode {
  if (!found) throw new Error('the code of this test is no code');
  return found;
}

function group(number: number, account = 'a'): UsedGroup {
  return { account, group: `${number}@g.us`, accountName: `Account ${account}`, groupName: `Group ${number}` };
}

function menuOf(used: readonly UsedGroup[], more = {}) {
  const needs = {
    used: vi.fn(async () => used),
    linkFor: vi.fn(async () => ({ code, checked: true, seenAt: 0 })),
    inserted: vi.fn(async () => {}),
    ...more,
  };
  return { needs, menu: contextMenu([insertMenu(needs)], async () => []) };
}

const click = { menuItemId: 'insert a 1@g.us', frameId: 3 };

describe('drawing', () => {
  it('draws nothing before a group was used', async () => {
    await menuOf([]).menu.draw();
    expect(removeAll).toHaveBeenCalledOnce();
    expect(create).not.toHaveBeenCalled();
  });

  it('draws one entry with at most five groups beneath it', async () => {
    await menuOf([1, 2, 3, 4, 5, 6].map((number) => group(number))).menu.draw();
    const ids = create.mock.calls.map(([{ id, parentId }]) => [id, parentId]);
    expect(ids).toHaveLength(6);
    expect(ids[0]).toEqual(['insert', undefined]);
    expect(ids[5]).toEqual(['insert a 5@g.us', 'insert']);
  });

  it('says of the demo’s groups that they are', async () => {
    const said = vi.mocked(browser.i18n.getMessage);
    await menuOf([group(1), { ...group(2, 'b'), demo: true }]).menu.draw();
    const titles = create.mock.calls.map(([{ title }]) => title);
    expect(titles).toEqual(['menuInsert', 'menuGroupOf', 'menuDemo']);
    expect(said).toHaveBeenCalledWith('menuDemo', ['Group 2']);
  });

  it('lets one drawing wait for another, and survives one that fails', async () => {
    const { menu, needs } = menuOf([group(1)]);
    removeAll.mockRejectedValueOnce(new Error('gone'));
    await Promise.allSettled([menu.draw(), menu.draw()]);
    expect(needs.used).toHaveBeenCalledTimes(2);
    expect(create).toHaveBeenCalledTimes(2);
  });
});

describe('a choice', () => {
  it('puts the link into the frame it was chosen in, and notes it', async () => {
    const { menu, needs } = menuOf([group(1)]);
    await menu.chosen(click, { id: 7 });
    expect(executeScript).toHaveBeenCalledWith(
      expect.objectContaining({ target: { tabId: 7, frameIds: [3] }, args: [address] }),
    );
    expect(needs.inserted).toHaveBeenCalledWith('a', '1@g.us', code);
    expect(setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: null });
  });

  it('says so where the link could not be checked', async () => {
    const linkFor = async () => ({ code, checked: false, seenAt: 0 });
    await menuOf([group(1)], { linkFor }).menu.chosen(click, { id: 7 });
    expect(executeScript).toHaveBeenCalledOnce();
    expect(setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'menuUnchecked' });
  });

  it('says the cause where there is no link, and inserts nothing', async () => {
    const linkFor = async () => {
      throw new Trouble('key-refused');
    };
    await menuOf([group(1)], { linkFor }).menu.chosen(click, { id: 7 });
    expect(executeScript).not.toHaveBeenCalled();
    expect(setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: '!' });
    expect(setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'menuNoLink' });
  });

  it('notes nothing where the page lets nobody in', async () => {
    executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
    const { menu, needs } = menuOf([group(1)]);
    await menu.chosen(click, { id: 7 });
    expect(needs.inserted).not.toHaveBeenCalled();
    expect(setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'menuNotWritable' });
  });

  it('is none where the entry belongs to nobody', async () => {
    const { menu, needs } = menuOf([group(2)]);
    await menu.chosen(click, { id: 7 });
    expect(needs.linkFor).not.toHaveBeenCalled();
  });
});
