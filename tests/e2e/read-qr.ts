import { readFile } from 'node:fs/promises';
import decode from 'qr/decode.js';
import type { Tab } from '../../sandbox/browser/tab.ts';

/** What the QR code in a picture says. The tab's browser unpacks the picture, the reading is done out here. */
export async function readQr(tab: Tab, picture: Uint8Array, type = 'image/png'): Promise<string> {
  const url = `data:${type};base64,${Buffer.from(picture).toString('base64')}`;
  const { width, height, rgba } = await tab.evaluate(pixelsInPage, url);
  return decode({ width, height, data: new Uint8Array(Buffer.from(rgba, 'base64')) });
}

/** What the QR code on the tab's own face says. */
export async function readShownQr(tab: Tab, folder: string): Promise<string> {
  const path = `${folder}/shown.png`;
  await tab.screenshot(path);
  return readQr(tab, await readFile(path));
}

async function pixelsInPage(url: string): Promise<{ width: number; height: number; rgba: string }> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  if (!pen) throw new Error('No canvas');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  return { width, height, rgba: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')) };
}
