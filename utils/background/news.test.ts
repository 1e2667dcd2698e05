import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import newsOne from '../../tests/fixtures/stores/news-1.json';
import { browser } from '../browser';
import { dismiss, recall, updated } from './news';

beforeEach(() => {
  fakeBrowser.reset();
  browser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Latchkey', version: '0.7.1' });
});

it('tells of an update that brought something new, until somebody has been told', async () => {
  expect(await recall()).toBe('');
  await updated('0.6.4');
  expect(await recall()).toBe('0.7');
  await dismiss();
  expect(await recall()).toBe('');
});

it('says nothing of an update that only mends, nor of a first installation', async () => {
  await updated('0.7.0');
  await updated(undefined);
  expect(await recall()).toBe('');
});

it('still tells what an older Latchkey has kept', async () => {
  await fakeBrowser.storage.local.set({ news: newsOne });
  expect(await recall()).toBe('0.7');
});
