import { readFile, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';

const folder = new URL('../public/icons/', import.meta.url);

// At 16 px a line of the large drawing falls between pixels: the small one is drawn on their grid.
const drawings = [
  { file: 'latchkey-16.svg', sizes: [16] },
  { file: 'latchkey.svg', sizes: [32, 48, 96, 128] },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { file, sizes } of drawings) {
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block }</style>${await readFile(new URL(file, folder), 'utf8')}`,
  );
  for (const size of sizes) await writeFile(new URL(`${size}.png`, folder), await picture(page, size));
}
await browser.close();

async function picture(drawn: Page, size: number): Promise<Buffer> {
  await drawn.setViewportSize({ width: size, height: size });
  return drawn.screenshot({ omitBackground: true });
}
