import { readFile } from 'node:fs/promises';

/** What stands on one picture for a store: a sentence, and what was seen of Latchkey. */
export interface Poster {
  readonly words: string;
  /** PNG files, twice as large as they were on the screen. */
  readonly pictures: readonly string[];
  /** Beside the words, or below them. */
  readonly place: 'beside' | 'below';
  readonly dark?: boolean;
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly language: string;
}

const icon = new URL('../../public/icons/latchkey.svg', import.meta.url);

/** A screenshot for a store, as a page to take a picture of. */
export async function posterPage({ words, pictures, place, dark = false }: Poster, paper: Paper): Promise<string> {
  const images = await Promise.all(pictures.map(async (file) => `<img src="${await dataUrl(file, 'image/png')}">`));
  return page(
    paper,
    dark,
    `<main class="${place}"><header>${await sign()}<h1>${words}</h1></header><div>${images.join('')}</div></main>`,
  );
}

/** A tile: the sign, the name and one sentence. */
export async function tilePage(words: string, paper: Paper): Promise<string> {
  return page(paper, false, `<main class="tile">${await sign()}<h1>Latchkey</h1><p>${words}</p></main>`);
}

/** The sign alone, on its own paper. */
export async function logoPage(paper: Paper): Promise<string> {
  return page(paper, false, `<main class="logo">${await sign()}</main>`);
}

async function sign(): Promise<string> {
  return `<img class="sign" src="${await dataUrl(icon, 'image/svg+xml')}">`;
}

async function dataUrl(file: string | URL, type: string): Promise<string> {
  return `data:${type};base64,${(await readFile(file)).toString('base64')}`;
}

function page({ width, height, language }: Paper, dark: boolean, body: string): string {
  const lang = language.replace('_', '-');
  const shown = { width: `${width}px`, height: `${height}px`, unit: `${height / 100}px` };
  return `<!doctype html><html lang="${lang}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><style>
:root { color-scheme: ${dark ? 'dark' : 'light'}; --u: ${shown.unit}; --ink: light-dark(#1b2625, #eef2f0); --quiet: light-dark(#5b6866, #a3b0ad);
  --line: light-dark(#d8d5cb, #2d3836); --key: light-dark(#0c6b62, #5cc7b8) }
* { box-sizing: border-box; margin: 0 }
body { width: ${shown.width}; height: ${shown.height}; overflow: hidden; font-family: system-ui, 'Noto Sans', sans-serif; color: var(--ink); background: light-dark(#e7efec, #0f1413) }
main { height: 100%; display: flex }
h1 { font-weight: 700; line-height: 1.2; text-wrap: balance }
.beside { align-items: center; justify-content: space-between; gap: 60px; padding: 0 90px }
.beside header { flex: 1; display: grid; gap: 30px; justify-items: start }
.beside h1 { font-size: 52px }
.beside .sign { width: 84px }
.beside div { display: flex; gap: 28px; align-items: center }
.beside div img { max-height: 700px; max-width: 640px }
.below { flex-direction: column; padding: 38px 90px 0; gap: 30px }
.below header { display: flex; gap: 20px; align-items: center; justify-content: center }
.below h1 { font-size: 38px }
.below .sign { width: 56px }
.below div { display: flex; justify-content: center; gap: 30px }
.below div img { width: 1100px }
div img { border-radius: 14px; border: 1px solid var(--line); box-shadow: 0 24px 60px rgb(10 40 36 / .18); display: block }
.sign { border-radius: 22%; box-shadow: 0 2px 10px rgb(10 40 36 / .16) }
.tile { flex-direction: column; align-items: center; justify-content: center; text-align: center; gap: calc(3.5 * var(--u)); padding: 0 6% }
.tile .sign { width: calc(34 * var(--u)) }
.tile h1 { font-size: calc(13 * var(--u)); color: var(--key) }
.tile p { font-size: calc(7.4 * var(--u)); line-height: 1.3; text-wrap: balance }
.logo { align-items: center; justify-content: center }
.logo .sign { width: 100%; border-radius: 0; box-shadow: none }
</style>${body}</html>`;
}
