import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../browser';
import { linkMenu } from './link-menu';
import type { Click } from './menus';
import * as signals from './signals';
import * as windows from './windows';

vi.mock('./windows');
vi.mock('./signals');

const code = 'AbCdEfGhIjKlMnOpQrStUv';
const link = `https://chat.whatsapp.com/${code}?mode=ac_t`;
const place = { tabId: 7, frameIds: [3], windowId: 1, url: undefined };
const executeScript = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(browser.scripting, { executeScript });
  executeScript.mockResolvedValue([{ result: undefined }]);
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) => key);
});

const choose = (click: Partial<Click> & Pick<Click, 'menuItemId'>) => linkMenu.chosen({ frameId: 3, ...click }, place);

describe('entries', () => {
  it('stand on links that may be invites, and on what is selected', async () => {
    const entries = await linkMenu.entries(new Set());
    expect(entries.map(({ id }) => id)).toEqual(['look', 'join', 'copy', 'look-selection']);
    for (const { contexts, targetUrlPatterns } of entries) {
      expect(contexts?.[0] === 'selection' || targetUrlPatterns?.length).toBeTruthy();
    }
  });

  it('go when they are switched off, the selection with the look', async () => {
    const entries = await linkMenu.entries(new Set(['look', 'copy']));
    expect(entries.map(({ id }) => id)).toEqual(['join']);
  });
});

describe('looking inside', () => {
  it('opens the card where Latchkey is on the page', async () => {
    executeScript.mockResolvedValue([{ result: 'open' }]);
    await choose({ menuItemId: 'look', linkUrl: link });
    const target = { tabId: 7, frameIds: [3] };
    const args = [{ code, address: link, key: 'latchkey' }];
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ target, args }));
    expect(windows.open).not.toHaveBeenCalled();
  });

  it('brings the card in where it is wanting', async () => {
    executeScript.mockResolvedValue([{ result: 'coming' }]);
    await choose({ menuItemId: 'look', linkUrl: link });
    expect(executeScript).toHaveBeenLastCalledWith(expect.objectContaining({ files: ['/card.js'] }));
    expect(windows.open).not.toHaveBeenCalled();
  });

  it.each([
    ['Latchkey does not watch', () => executeScript.mockResolvedValue([{ result: 'nobody' }])],
    ['the page lets nobody in', () => executeScript.mockRejectedValue(new Error('Cannot access'))],
    ['the card cannot come', () => executeScript.mockResolvedValueOnce([{ result: 'coming' }]).mockRejectedValue('no')],
  ])('opens the window where %s', async (_, arrange) => {
    arrange();
    await choose({ menuItemId: 'look', linkUrl: link });
    expect(windows.open).toHaveBeenCalledExactlyOnceWith({ code, join: false });
  });

  it('takes the invite that is written in the selection, or behind a link in it', async () => {
    await choose({ menuItemId: 'look-selection', selectionText: `see ${link} soon` });
    expect(windows.open).toHaveBeenLastCalledWith({ code, join: false });
    executeScript.mockResolvedValueOnce([{ result: ['https://example.org/', 7, link] }]);
    await choose({ menuItemId: 'look-selection', selectionText: 'Join here' });
    expect(windows.open).toHaveBeenCalledTimes(2);
  });

  it('says so where nothing in it is an invite', async () => {
    executeScript.mockResolvedValue([{ result: { hostile: true } }]);
    await choose({ menuItemId: 'look-selection', selectionText: 'nothing' });
    await choose({ menuItemId: 'look', linkUrl: 'https://chat.whatsapp.com/legal' });
    expect(signals.heed).toHaveBeenCalledTimes(2);
    expect(signals.heed).toHaveBeenCalledWith(7, 'menuNoInvite');
    expect(windows.open).not.toHaveBeenCalled();
  });
});

it('joins nothing by itself: opens the window that asks', async () => {
  await choose({ menuItemId: 'join', linkUrl: link });
  expect(windows.open).toHaveBeenCalledExactlyOnceWith({ code, join: true });
  expect(executeScript).not.toHaveBeenCalled();
});

it('copies the clean link through the page, or through the window', async () => {
  executeScript.mockResolvedValueOnce([{ result: true }]);
  await choose({ menuItemId: 'copy', linkUrl: link });
  expect(executeScript).toHaveBeenCalledWith(expect.objectContaining({ args: [`https://chat.whatsapp.com/${code}`] }));
  expect(signals.nod).toHaveBeenCalledExactlyOnceWith(7, 'menuCopied');
  await choose({ menuItemId: 'copy', linkUrl: link });
  expect(windows.openCopy).toHaveBeenCalledExactlyOnceWith(code);
  expect(windows.open).not.toHaveBeenCalled();
});
