import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '../browser';
import { keep, partOf, take } from './pictures';

const place = { tabId: 7, frameIds: [3], windowId: 1, url: undefined };
const drawn = 'data:image/jpeg;base64,AAAA';
const screen = 'data:image/jpeg;base64,BBBB';
const executeScript = vi.fn();
const captureVisibleTab = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  Object.assign(browser.scripting, { executeScript });
  Object.assign(browser.tabs, { captureVisibleTab });
  captureVisibleTab.mockResolvedValue(screen);
});

describe('a right-clicked picture', () => {
  it('is kept with the screen as the second best, and given once', async () => {
    executeScript.mockResolvedValue([{ result: { drawn, across: 800 } }]);
    const id = await keep('https://example.org/qr.png', place);
    expect(await take('another')).toEqual([]);
    expect(await take(id)).toEqual([drawn, screen]);
    expect(await take(id)).toEqual([]);
  });

  it('makes room for the next one', async () => {
    executeScript.mockResolvedValue([{ result: { drawn, across: 800 } }]);
    const first = await keep('a', place);
    const second = await keep('b', place);
    expect(await take(first)).toEqual([]);
    expect(await take(second)).not.toEqual([]);
  });

  it.each([
    undefined,
    { drawn: 'https://example.org/track.png', across: 800 },
    { drawn: 'data:text/html;base64,AAAA', across: 800 },
    { drawn, across: Number.NaN },
  ])('is what a page’s process cannot forge: %j', async (result) => {
    executeScript.mockResolvedValue([{ result }]);
    expect(await take(await keep('a', place))).toEqual([screen]);
  });

  it('is none where neither the page nor the screen gives one', async () => {
    executeScript.mockRejectedValue(new Error('Cannot access'));
    captureVisibleTab.mockRejectedValue(new Error('no'));
    expect(await take(await keep('a', place))).toEqual([]);
  });
});

describe('partOf', () => {
  const photograph = { width: 1600, height: 1200 };

  it('scales to the px of the photograph, with an edge', () => {
    const part = partOf({ x: 100, y: 50, width: 200, height: 200 }, 2, photograph);
    expect(part).toEqual({ x: 168, y: 68, width: 464, height: 464 });
  });

  it('keeps within it', () => {
    const part = partOf({ x: -50, y: 500, width: 100, height: 400 }, 2, photograph);
    expect(part).toEqual({ x: 0, y: 968, width: 132, height: 232 });
  });

  it('is none out of sight', () => {
    expect(partOf({ x: 900, y: 0, width: 50, height: 50 }, 2, photograph)).toBeUndefined();
  });
});
