import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { database } from './database';
import { exported } from './exported';

it('says of everything that is kept whether it goes into a backup, and of nothing else', async () => {
  const rooms = [...(await database()).objectStoreNames];
  const wanted = new Set([...rooms, ...itemKeys(), 'first-view', 'looked-after', 'forgotten']);
  expect(Object.keys(exported).toSorted()).toEqual([...wanted].toSorted());
});

/** Of every item there is, wherever it is declared. */
function itemKeys(): string[] {
  const files = ['.', '../background'].flatMap((folder) => {
    const path = join(import.meta.dirname, folder);
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  });
  const code = files.filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => readFileSync(file, 'utf8'));
  return code.flatMap((text) =>
    [...text.matchAll(/\bkey: '([\w-]+)',[^}]*?\b(?:shape|fallback)\b/g)].map(([, key]) => key ?? ''),
  );
}
