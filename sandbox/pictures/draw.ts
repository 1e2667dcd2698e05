import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casts } from './cast.ts';
import { dayMs, today } from './clock.ts';
import { openEasel, slimmed } from './paint.ts';
import { liveThrough } from './past.ts';
import { openStand } from './set.ts';
import { shots } from './shots.ts';
import { drawStore } from './store.ts';

// `npm run pictures`: those of the documentation and of the stores, from the built extension in a real Chromium.
//   -- --language de    those of the stores in another language (`all`: in every one)
//   -- --only popup,card    these alone
//   -- --again    puts together what was taken last time, without taking it anew
const { values } = parseArgs({
  options: { language: { type: 'string' }, only: { type: 'string' }, again: { type: 'boolean' } },
});
const { language = 'en', again = false } = values;
const only = values.only?.split(',');
/** What the pictures for the stores are put together from. */
const forStores = { light: ['popup', 'card', 'retire', 'over-time'], dark: ['copy-as'] };

process.env.TZ = 'Europe/Berlin';
const easel = await openEasel();
try {
  for (const one of language === 'all' ? Object.keys(casts) : [language]) await drawAll(one);
} finally {
  await easel.close();
}

async function drawAll(lang: string): Promise<void> {
  const raw = join('.output/pictures', lang);
  const documented = lang === 'en' ? Object.keys(shots) : forStores.light;
  const wanted = only ?? documented;
  if (!again) {
    await takeAll(lang, false, wanted, join(raw, 'light'));
    await takeAll(
      lang,
      true,
      only ? forStores.dark.filter((name) => only.includes(name)) : forStores.dark,
      join(raw, 'dark'),
    );
  }
  if (lang === 'en')
    for (const name of wanted) await slimmed(easel, join(raw, 'light', `${name}.png`), `docs/pictures/${name}.webp`);
  await drawStore(easel, lang, raw, join('store/pictures', lang));
}

async function takeAll(lang: string, dark: boolean, names: readonly string[], folder: string): Promise<void> {
  if (names.length === 0) return;
  await mkdir(folder, { recursive: true });
  const stand = await openStand(lang, dark, today - 60 * dayMs);
  try {
    await liveThrough(stand);
    for (const name of names) {
      await shots[name]?.(stand, join(folder, `${name}.png`));
      console.log(`${lang} ${dark ? 'dark ' : ''}${name}`);
    }
  } finally {
    await stand.close();
  }
}
