import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runtime, tool } from '../sandbox/set-up.mjs';
import { filesIn, zipOf } from './archive.ts';
import { archiveFile, packageFiles, packages, sourceFiles, type Target } from './packages.ts';
import { differences, rebuilt } from './rebuild.ts';

// `npm run zip` makes what the stores are given. `--check` then does with the source archive what a reviewer does.
// `--built` takes what lies in `.output` already.
const { argv } = process;
const targets = Object.keys(packages) as Target[];

if (!argv.includes('--built')) for (const browser of ['chrome', 'firefox']) build(browser);
for (const target of targets) write(archiveFile(target), zipOf(packageFiles(target)));
write(archiveFile('sources'), zipOf(sourceFiles()));
if (argv.includes('--check')) check();

function build(browser: string): void {
  const { status, stdout, stderr } = spawnSync(runtime(), [tool('wxt'), 'build', '-b', browser], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}${stderr}`);
}

function write(file: string, zip: Buffer): void {
  writeFileSync(file, zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  console.log(
    `${basename(file).padEnd(32)} ${String(filesIn(zip).size).padStart(4)} files ${(zip.length / 1024).toFixed(0).padStart(6)} kB  sha256 ${sum.slice(0, 16)}…`,
  );
}

function check(): void {
  console.log('Unpacking the source archive into an empty folder: npm ci, npm run build:firefox …');
  const sources = filesIn(readFileSync(archiveFile('sources')));
  const [again] = rebuilt(sources, { fresh: true, builds: ['firefox-mv3'] });
  const wanted = filesIn(readFileSync(archiveFile('firefox')));
  const other = differences(wanted, again ?? new Map());
  console.log(
    other.length > 0 ? `Not the same:\n${other.join('\n')}` : `All ${wanted.size} files are the same, to the byte.`,
  );
  process.exitCode = other.length > 0 ? 1 : 0;
}
