import { mkdir } from 'node:fs/promises';
import { launch } from './browser/launch.ts';
import { entryFor } from './entries.ts';
import { openOptions } from './faces/options.ts';
import { openPopup, popupSize } from './faces/popup.ts';
import { wordsOf } from './faces/words.ts';
import { startSandbox } from './serve.ts';

// Draws the pictures of the documentation, from the built extension in a real Chromium.
const extension = '.output/chrome-mv3';
const folder = 'docs/pictures';

await mkdir(folder, { recursive: true });
const sandbox = await startSandbox();
const browser = await launch('chromium', { extension, dark: false });
try {
  const words = await wordsOf(extension);
  await browser.grantHosts();
  const options = await openOptions(browser, words);
  await options.connect({ ...entryFor('wawp', 'demo', sandbox.url), name: 'Acme' });
  const first = await openPopup(browser, words);
  await first.choose('VIP Launch List');
  await first.copy();
  await drawPopup();
} finally {
  await browser.close();
  await sandbox.close();
}

/** The popup as it opens on the group used last, at twice its size and no higher than it is. */
async function drawPopup(): Promise<void> {
  const { tab } = await openPopup(browser, await wordsOf(extension));
  await tab.until('a drawn QR code', async () => (await tab.attribute('svg.qr path', 'd')) !== '');
  await tab.waitForText('25 groups');
  const height = await tab.evaluate(() => {
    document.documentElement.style.zoom = '2';
    return document.querySelector('.popup')?.getBoundingClientRect().height ?? 0;
  });
  await tab.resize({ width: 2 * popupSize.width, height: Math.ceil(height) });
  await tab.screenshot(`${folder}/popup.png`);
}
