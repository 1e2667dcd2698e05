import type { Clipping } from './browser.ts';
import type { Tab } from './tab.ts';

interface Raw {
  readonly text: string | null;
  readonly html: string | null;
  readonly png: string | null;
}

/** Reads the clipboard from inside a tab in front, whose page may; then closes it. */
export async function clippingOn(tab: Tab): Promise<Clipping> {
  const { text, html, png } = await tab.evaluate(readInPage);
  await tab.close();
  return { text: text ?? undefined, html: html ?? undefined, png: png ? Buffer.from(png, 'base64') : undefined };
}

async function readInPage(): Promise<Raw> {
  const asWritten = { unsanitized: ['text/html'] };
  const items: ClipboardItem[] = await Reflect.apply(navigator.clipboard.read, navigator.clipboard, [asWritten]);
  const blobOf = (type: string) => items.find(({ types }) => types.includes(type))?.getType(type);
  const textOf = async (type: string) => (await (await blobOf(type))?.text()) ?? null;
  const picture = await blobOf('image/png');
  const bytes = picture && new Uint8Array(await picture.arrayBuffer());
  return {
    text: await textOf('text/plain'),
    html: await textOf('text/html'),
    png: bytes ? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) : null,
  };
}
