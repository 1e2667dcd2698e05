import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BrowserName } from '../../sandbox/browser/browser.ts';
import type { Dice } from './dice.ts';

/** What is done to one file; nothing comes back where it is to go. */
export type Wound = (bytes: Buffer, dice: Dice) => Buffer | undefined;

export const wounds: Readonly<Record<string, Wound>> = {
  'cut in half': (bytes) => bytes.subarray(0, bytes.length / 2),
  'bits flipped': (bytes, dice) => {
    const hurt = Buffer.from(bytes);
    for (let times = 0; times < 40 && hurt.length > 0; times++) {
      const at = Math.floor(dice.between(0, hurt.length));
      hurt.writeUInt8((hurt.at(at) ?? 0) ^ 0x5a, at);
    }
    return hurt;
  },
  'zeros at its head': (bytes) => Buffer.concat([Buffer.alloc(Math.min(4096, bytes.length)), bytes.subarray(4096)]),
  emptied: () => Buffer.alloc(0),
  'the end torn off': (bytes) => bytes.subarray(0, Math.max(0, bytes.length - 200)),
  deleted: () => undefined,
};

export type Store = 'extension storage' | 'database' | 'second database';

/** Where each browser keeps what: folders of LevelDB, files of SQLite. */
const places: Readonly<Record<BrowserName, Partial<Record<Store, RegExp>>>> = {
  chromium: {
    'extension storage': /Local Extension Settings\/[a-p]{32}\/[^/]+\.(log|ldb)$/,
    database: /IndexedDB\/chrome-extension_[a-p]{32}_0\.indexeddb[^/]*\/[^/]+\.(log|ldb|sqlite|db)(-wal)?$/,
  },
  firefox: {
    'extension storage': /moz-extension\+\+\+[^/]+\^[^/]+\/idb\/[^/]+\.sqlite(-wal)?$/,
    // The name of a database is in its file's name, from both ends inwards.
    database: /moz-extension\+\+\+[-0-9a-f]+\/idb\/\d+lyaetkch\.sqlite(-wal)?$/,
    'second database': /moz-extension\+\+\+[-0-9a-f]+\/idb\/\d+lyap[^/]*\.sqlite(-wal)?$/,
  },
};

export function storesOf(browser: BrowserName): readonly Store[] {
  return Object.keys(places[browser]) as Store[];
}

/** Hurts every file of a store; gives their names. */
export async function hurt(
  profile: string,
  where: { readonly browser: BrowserName; readonly store: Store; readonly wound: Wound; readonly dice: Dice },
): Promise<readonly string[]> {
  const all = await readdir(profile, { recursive: true, withFileTypes: true });
  const place = places[where.browser][where.store];
  const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const meant = files.filter((file) => place?.test(file));
  for (const file of meant) {
    const left = where.wound(await readFile(file), where.dice);
    await (left ? writeFile(file, left) : rm(file));
  }
  return meant.map((file) => basename(file));
}

/** A folder put back to what it was. Links stay links. */
export function replaced(folder: string, by: string): void {
  execFileSync('rm', ['-rf', folder]);
  execFileSync('cp', ['-a', by, folder]);
}
