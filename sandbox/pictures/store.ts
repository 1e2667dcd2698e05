import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { painted } from './paint.ts';
import { logoPage, type Poster, posterPage, tilePage } from './poster.ts';

const screenshot = { width: 1280, height: 800 };
const tiles = [
  { width: 440, height: 280 },
  { width: 920, height: 680 },
  { width: 1400, height: 560 },
];
const logo = { width: 300, height: 300 };

interface Listing {
  readonly captions: Readonly<Record<'copy' | 'look' | 'retire' | 'time' | 'shapes', string>>;
  readonly tile: string;
}

/** What the stores are given to show, in one language: five screenshots, tiles and a logo. */
export async function drawStore(easel: Browser, language: string, raw: string, folder: string): Promise<void> {
  const { captions, tile }: Listing = JSON.parse(await readFile(`store/listing/${language}.json`, 'utf8'));
  for (const [nth, poster] of posters(captions, raw).entries()) {
    const html = await posterPage(poster, { ...screenshot, language });
    await painted(easel, html, join(folder, `screenshot-${nth + 1}.png`), screenshot);
  }
  for (const size of tiles) {
    const html = await tilePage(tile, { ...size, language });
    await painted(easel, html, join(folder, `tile-${size.width}x${size.height}.png`), size);
  }
  await painted(easel, await logoPage({ ...logo, language }), join(folder, 'logo-300.png'), logo);
}

/** In the order in which they are shown. */
function posters(captions: Listing['captions'], raw: string): Poster[] {
  const taken = (name: string, mood = 'light') => join(raw, mood, `${name}.png`);
  return [
    { words: captions.copy, pictures: [taken('popup')], place: 'beside' },
    { words: captions.look, pictures: [taken('card')], place: 'beside' },
    { words: captions.retire, pictures: [taken('retire')], place: 'beside' },
    { words: captions.time, pictures: [taken('over-time')], place: 'below' },
    { words: captions.shapes, pictures: [taken('copy-as', 'dark')], place: 'beside', dark: true },
  ];
}
