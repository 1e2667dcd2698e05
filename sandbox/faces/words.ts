import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The words on the screen, by their keys. Values fill `$1`, `$2` …; without them a word ends before its first gap. */
export type Words = (key: string, ...values: readonly (string | number)[]) => string;

/** The catalogue of a built extension. */
export async function wordsOf(extension: string, language = 'en'): Promise<Words> {
  const file = join(extension, '_locales', language, 'messages.json');
  const catalogue: Record<string, { readonly message: string }> = JSON.parse(await readFile(file, 'utf8'));
  return (key, ...values) => {
    const message = catalogue[key]?.message;
    if (message === undefined) throw new Error(`The catalogue has no word “${key}”`);
    if (values.length === 0) return message.split('$1')[0]?.trim() || message;
    return message.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
  };
}
