import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret as it may be written somewhere. */
export function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, encodeURIComponent(secret), bytes.toString('base64'), bytes.toString('hex')];
}

/** The files below a folder that hold one of these texts, in any spelling, in one byte for a letter or in two. */
export async function filesWith(folder: string, texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap(wanted);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const content = await readFile(path);
      return needles.some((needle) => content.includes(needle)) ? [path] : [];
    });
  return (await Promise.all(found)).flat();
}

function wanted(text: string): Buffer[] {
  const written = spellings(text).flatMap((spelling) => [Buffer.from(spelling), Buffer.from(spelling, 'utf16le')]);
  // Inside a longer text base64 begins at one of three places; what stands at the edges differs with its neighbours.
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
        .toString('base64')
        .slice(4, -4),
    ),
  );
  return [...written, ...shifted];
}
