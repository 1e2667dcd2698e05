import { Trouble } from '../trouble';
import type { Flavours, FlavourType } from './shapes';

/** Puts text, and html where there is any, on the clipboard. Rejects with `clipboard-refused`. */
export function copyFlavours(flavours: Flavours): Promise<void> {
  return copyLater(
    Promise.resolve(flavours),
    flavours.html === undefined ? ['text/plain'] : ['text/plain', 'text/html'],
  );
}

/**
 * The same for flavours still to come. Called in the click itself, it keeps the click's right to the clipboard while
 * they are fetched. Rejects as `coming` does, or with `clipboard-refused`.
 */
export async function copyLater(coming: Promise<Flavours>, types: readonly FlavourType[]): Promise<void> {
  const part = (type: FlavourType) => coming.then((flavours) => new Blob([flavour(flavours, type)], { type }));
  if (await written(types.map((type) => [type, part(type)]))) return;
  if (!copiedByEvent(await coming, types)) throw new Trouble('clipboard-refused');
}

/** Puts a picture on the clipboard. Rejects as `png` does, or with `clipboard-refused`. */
export async function copyPng(png: Blob | Promise<Blob>): Promise<void> {
  if (await written([['image/png', Promise.resolve(png)]])) return;
  await png;
  throw new Trouble('clipboard-refused');
}

function flavour({ text, html }: Flavours, type: FlavourType): string {
  return type === 'text/html' ? (html ?? '') : text;
}

async function written(parts: readonly (readonly [string, Promise<Blob>])[]): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    return true;
  } catch {
    await Promise.allSettled(parts.map(([, part]) => part));
    return false;
  }
}

/** The old way, for where the new one is refused. */
function copiedByEvent(flavours: Flavours, types: readonly FlavourType[]): boolean {
  const over = new AbortController();
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const type of types) event.clipboardData?.setData(type, flavour(flavours, type));
  };
  document.addEventListener('copy', fill, { capture: true, signal: over.signal });
  const done = document.execCommand('copy');
  over.abort();
  return done;
}
