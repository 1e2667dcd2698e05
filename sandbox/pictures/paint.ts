import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../browser-paths.mjs';

/** A browser without Latchkey, to put pictures together in. */
export function openEasel(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 });
}

/** A picture of a page of ours, exactly this large. */
export async function painted(
  easel: Browser,
  html: string,
  file: string,
  size: { width: number; height: number },
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const page = await easel.newPage({ viewport: size });
  await page.setContent(html, { waitUntil: 'load' });
  await page.screenshot({ path: file });
  await page.close();
}

/** The same picture as WebP: a quarter of the bytes. */
export async function slimmed(easel: Browser, from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const page = await easel.newPage();
  const source = `data:image/png;base64,${(await readFile(from)).toString('base64')}`;
  const webp = await page.evaluate(asWebp, source);
  await writeFile(to, Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64'));
  await page.close();
}

/** Runs in a page. */
async function asWebp(source: string): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.86);
}
