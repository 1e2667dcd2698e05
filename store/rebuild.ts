import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runtime, tool } from '../sandbox/set-up.mjs';
import type { Files } from './archive.ts';
import { filesUnder } from './packages.ts';

export interface Rebuilding {
  /** As a reviewer does it: with `npm ci` and `npm run`; else with the packages that are here, which is quick. */
  readonly fresh: boolean;
  /** The folders of `.output` that are wanted. */
  readonly builds: readonly ('chrome-mv3' | 'firefox-mv3')[];
}

/** Unpacks sources into an empty folder, builds there, and gives what came out, build by build. */
export function rebuilt(archive: Files, { fresh, builds }: Rebuilding): Files[] {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-again-'));
  try {
    for (const [path, content] of archive) put(join(folder, path), content);
    if (fresh) npm(folder, 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
    else symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
    return builds.map((build) => {
      if (fresh) npm(folder, 'run', build === 'firefox-mv3' ? 'build:firefox' : 'build');
      else run(runtime(), [tool('wxt'), 'build', '-b', build.replace('-mv3', '')], folder);
      return filesUnder(join(folder, '.output', build));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where two sets of files differ, in words; nothing where they are the same to the byte. */
export function differences(first: Files, second: Files): string[] {
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].sort().filter((path) => !isSame(first.get(path), second.get(path)));
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

function put(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The machine's own npm, as in a shell: not the one that runs us, nor what that one told us. */
function npm(cwd: string, ...args: string[]): void {
  run('npm', args, cwd);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
