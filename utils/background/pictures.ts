import * as v from 'valibot';
import { browser } from '../browser';
import { type PictureSeen, pictureOf } from '../page/picture-of';
import { change, pictureItem } from '../store/items';
import type { Place } from './menus';

const quality = { format: 'jpeg', quality: 90 } as const;

/**
 * Keeps a picture that somebody right-clicked until the window takes it, and gives its name. Nothing is fetched: it is
 * drawn again in the page, and where the page may not read it, photographed as it stands on the screen.
 */
export async function keep(address: string, place: Place): Promise<string> {
  const id = crypto.randomUUID();
  const [seen, screen] = await Promise.all([inPage(address, place), onScreen(place)]);
  const cut = screen && seen?.place && (await cutOut(screen, seen).catch(() => undefined));
  const urls = [seen?.drawn, cut, screen].filter((url) => url !== undefined);
  await change(pictureItem, () => ({ id, urls }));
  return id;
}

/** Given once. */
export async function take(id: string): Promise<readonly string[]> {
  let taken: readonly string[] = [];
  await change(pictureItem, (kept) => {
    if (kept.id !== id) return kept;
    taken = kept.urls;
    return pictureItem.fallback;
  });
  return taken;
}

const jpeg = /^data:image\/jpeg;base64,[\w+/]+=*$/;
const size = v.pipe(v.number(), v.finite());
const seenShape = v.object({
  drawn: v.exactOptional(v.pipe(v.string(), v.maxLength(4_000_000), v.regex(jpeg))),
  place: v.exactOptional(v.object({ x: size, y: size, width: size, height: size })),
  across: v.pipe(size, v.minValue(1)),
});
const screenShape = v.pipe(v.string(), v.regex(jpeg));

/** A page's process may say what it likes: only a picture is taken for one. */
async function inPage(address: string, { tabId, frameIds }: Place): Promise<PictureSeen | undefined> {
  const script = { target: { tabId, frameIds }, func: pictureOf, args: [address] as [string] };
  const results = await browser.scripting.executeScript(script).catch(() => []);
  const seen = v.safeParse(seenShape, results[0]?.result);
  return seen.success ? seen.output : undefined;
}

async function onScreen({ windowId }: Place): Promise<string | undefined> {
  if (windowId === undefined) return undefined;
  const photograph = await browser.tabs.captureVisibleTab(windowId, quality).catch(() => undefined);
  return v.is(screenShape, photograph) ? photograph : undefined;
}

/** The part of the screen where the picture stands. */
async function cutOut(screen: string, { place, across }: PictureSeen): Promise<string | undefined> {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.fromBase64(screen.slice(screen.indexOf(',') + 1))]));
  const part = place && partOf(place, bitmap.width / across, bitmap);
  if (!part) return undefined;
  const canvas = new OffscreenCanvas(part.width, part.height);
  canvas.getContext('2d')?.drawImage(bitmap, -part.x, -part.y);
  const cut = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return `data:image/jpeg;base64,${new Uint8Array(await cut.arrayBuffer()).toBase64()}`;
}

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// A code needs a quiet edge to be found by, and pages often leave it outside the picture.
const edge = 16;

/** A place in px of the page as whole px of the photograph, with an edge around it; none where nothing of it is to be seen. */
export function partOf(place: Part, scale: number, photograph: Pick<Part, 'width' | 'height'>): Part | undefined {
  const within = (at: number, most: number) => Math.round(Math.min(Math.max(at, 0), most));
  const x = within((place.x - edge) * scale, photograph.width);
  const y = within((place.y - edge) * scale, photograph.height);
  const width = within((place.x + place.width + edge) * scale, photograph.width) - x;
  const height = within((place.y + place.height + edge) * scale, photograph.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
