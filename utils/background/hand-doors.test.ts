import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from '../browser';
import * as doors from './hand-doors';
import * as commands from './hands/commands';

vi.mock('./hands/commands');

const request = vi.fn();
const open = vi.fn();
const tab = { id: 7, windowId: 3, url: 'https://forum.example/x' };

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(browser.permissions, { request });
  Object.assign(browser, { sidePanel: { open } });
  request.mockResolvedValue(true);
});

it('opens the side within the key itself, and fetches nothing for it', async () => {
  const done = doors.commanded('open-side', tab);
  expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  await done;
  expect(commands.does).not.toHaveBeenCalled();
});

it('asks for the site within the key itself', async () => {
  const done = doors.commanded('switch-site', tab);
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://forum.example/*'] });
  await done;
  expect(commands.does).toHaveBeenCalledExactlyOnceWith('switch-site', tab, expect.any(Promise));
});

it('asks the browser nothing for the others, and leaves the lock to the keys', async () => {
  await doors.commanded('copy-last', tab);
  expect(commands.does).toHaveBeenCalledExactlyOnceWith('copy-last', tab, undefined);
  await doors.commanded('lock', tab);
  expect(commands.does).toHaveBeenCalledTimes(1);
  expect(request).not.toHaveBeenCalled();
});
