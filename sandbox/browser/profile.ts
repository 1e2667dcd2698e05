import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder for a browser to live in: the one given, or a new one that `forget` takes away. */
export async function profileFolder(kept?: string): Promise<{ readonly folder: string; forget(): Promise<void> }> {
  if (kept) {
    const folder = resolve(kept);
    await mkdir(folder, { recursive: true });
    return { folder, forget: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-browser-'));
  // A browser that is just ending may still write; a few tries outlast it.
  return { folder, forget: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** The folder of a built extension, or a sentence that says it is not there. */
export function builtExtension(folder: string): string {
  const path = resolve(folder);
  if (!existsSync(join(path, 'manifest.json'))) throw new Error(`There is no built extension in ${path}`);
  return path;
}

/** The same extension in a new folder. */
export async function copyOf(extension: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-built-'));
  await cp(extension, folder, { recursive: true });
  return folder;
}
