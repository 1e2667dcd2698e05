import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { made } from './extensions.ts';
import { stopwatch } from './stopwatch.ts';
import { waysExtension } from './ways.ts';

/** Latchkey as built for Firefox, with a stopwatch before its scripts in pages, and other ways of looking beside it. */
export interface TimedBuild {
  readonly folder: string;
  /** A profile in which the clock is exact. */
  readonly profile: string;
  forget(): Promise<void>;
}

const watch = `(${stopwatch})();\n`;

export async function timedBuild(built: string, ways: readonly string[]): Promise<TimedBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-firefox-'));
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-bench-profile-'));
  await cp(built, folder, { recursive: true });
  await writeFile(join(profile, 'prefs.js'), 'user_pref("privacy.reduceTimerPrecision", false);\n');
  const beside = await made(waysExtension(ways));
  for (const way of ways) await cp(join(beside.folder, `${way}.js`), join(folder, `${way}.js`));
  await beside.forget();
  for (const script of ['spotter', 'finder', 'reader', ...ways]) await timed(join(folder, `${script}.js`));
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const more = waysExtension(ways).manifest;
  await writeFile(file, JSON.stringify({ ...manifest, ...more }));
  const forget = async () => {
    for (const one of [folder, profile])
      await rm(one, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { folder, profile, forget };
}

async function timed(file: string): Promise<void> {
  await writeFile(file, watch + (await readFile(file, 'utf8')));
}
