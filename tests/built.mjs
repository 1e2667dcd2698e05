// Looks at what was built: a second build, in another folder, must give the same bytes, and no strange code is in them.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runtime, tool } from '../sandbox/set-up.mjs';

const sources = [
  'components',
  'entrypoints',
  'modules',
  'public',
  'utils',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];
const builds = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };
const faults = [];

const folder = mkdtempSync(join(tmpdir(), 'latchkey-again-'));
try {
  for (const source of sources) cpSync(source, join(folder, source), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [browser, output] of Object.entries(builds)) compare(browser, output);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const output of Object.values(builds)) look(output);

console.log(faults.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;

function compare(browser, output) {
  const { status, stderr } = spawnSync(runtime(), [tool('wxt'), 'build', '-b', browser], { cwd: folder });
  if (status !== 0) throw new Error(`The second build for ${browser} failed: ${stderr}`);
  const [first, second] = [output, join(folder, output)].map(sums);
  if (first.size === 0) throw new Error(`Nothing was built in ${output}`);
  for (const path of new Set([...first.keys(), ...second.keys()])) {
    if (first.get(path) !== second.get(path)) faults.push(`${output}/${path} is not the same in a second build`);
  }
}

function look(output) {
  const strange = /\beval\(|new Function\b|importScripts\(|<script[^>]+src=["']?(?:https?:)?\/\/|import\(["'`]https?:/;
  for (const path of files(output).filter((file) => /\.(js|html)$/.test(file))) {
    const code = readFileSync(path, 'utf8');
    const found = strange.exec(relative(output, path) === 'background.js' ? withoutOwnImport(code, output) : code);
    if (found) faults.push(`${path} holds ${found[0]}`);
  }
}

/** Chrome's background may import one script, which lies in the package, and is named outright. */
function withoutOwnImport(code, output) {
  const [call, name] = /importScripts\('\/(background\/[\w-]+\.js)'\)/.exec(code) ?? [];
  const isOurs = name !== undefined && files(output).includes(join(output, name));
  return isOurs ? code.replace(call, '') : code;
}

/** Path to checksum, for every file. */
function sums(root) {
  const sum = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(files(root).map((path) => [relative(root, path), sum(path)]));
}

function files(root) {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
