import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The words on the screen, by their keys. Values fill `$1`, `$2` …; without them a word ends before its first gap. */
export type Words = (key: string, ...values: readonly (string | number)[]) => string;

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** The catalogue of a built extension; English where the language has no words of its own, as in the browser. */
export async function wordsOf(extension: string, language = 'en'): Promise<Words> {
  const [english, own] = await Promise.all(['en', language].map((name) => catalogueIn(extension, name)));
  const catalogue: Catalogue = { ...english, ...own };
  return (key, ...values) => {
    const message = catalogue[key]?.message;
    if (message === undefined) throw new Error(`The catalogue has no word “${key}”`);
    if (values.length === 0) return message.split('$1')[0]?.trim() || message;
    return message.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
  };
}

async function catalogueIn(extension: string, language: string): Promise<Catalogue> {
  return JSON.parse(await readFile(join(extension, '_locales', language, 'messages.json'), 'utf8'));
}
