import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareCode } from '../invite-link';
import { keepHanded, takeHanded } from './handed-codes';

it('gives what was handed over once, and nothing that is no code', async () => {
  fakeBrowser.reset();
  const code = bareCode('HFakeDemo01abcdefgh001');
  if (!code) throw new Error('no code');
  await keepHanded([code]);
  expect(await takeHanded()).toEqual([code]);
  expect(await takeHanded()).toEqual([]);
  await keepHanded(['nothing' as typeof code]);
  await expect(takeHanded()).rejects.toMatchObject({ kind: 'store-failed' });
});
