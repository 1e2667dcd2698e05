import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';

const folder = new URL('../public/icons/', import.meta.url);

/** A dress of the sign: where its pictures lie, in which sizes, and what is changed in the drawing. */
interface Dress {
  readonly path: string;
  readonly sizes: readonly number[];
  /** Without the tile of paper under it. */
  readonly colour?: string;
}

const dresses: readonly Dress[] = [
  // On its tile of paper it can be read on every toolbar.
  { path: '', sizes: [16, 24, 32, 48, 64, 96, 128] },
  // Firefox knows the toolbar's colour: there it needs no tile.
  { path: 'on-light/', sizes: [16, 32], colour: '#0c6b62' },
  { path: 'on-dark/', sizes: [16, 32], colour: '#5cc7b8' },
  // Where Latchkey is switched off. The grey keeps 3:1 on white and on black.
  { path: 'off/', sizes: [16, 24, 32], colour: '#7f8a87' },
];

// At 16 px a line of the large drawing falls between pixels: the small one is drawn on their grid.
const small = await readFile(new URL('latchkey-16.svg', folder), 'utf8');
const large = await readFile(new URL('latchkey.svg', folder), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { path, sizes, colour } of dresses) {
  await mkdir(new URL(path, folder), { recursive: true });
  for (const size of sizes) {
    const drawing = dressed(size === 16 ? small : large, colour);
    await writeFile(new URL(`${path}${size}.png`, folder), await picture(page, drawing, size));
  }
}
await browser.close();

/** Without its tile the sign has the tile's room. */
function dressed(svg: string, colour: string | undefined): string {
  if (colour === undefined) return svg;
  return svg
    .replace(/<rect[^>]*>/, '')
    .replace('viewBox="0 0 128 128"', 'viewBox="8 8 112 112"')
    .replace(/fill="#0c6b62"/, `fill="${colour}"`);
}

async function picture(drawn: Page, svg: string, size: number): Promise<Buffer> {
  await drawn.setViewportSize({ width: size, height: size });
  await drawn.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  return drawn.screenshot({ omitBackground: true });
}
