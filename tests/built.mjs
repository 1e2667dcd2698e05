// Looks at what was built and packed: the source archive, built in another folder, must give the same bytes, the packages hold
// them and nothing else, and no strange code is in them. With LATCHKEY_ALL=1 the archive is built with packages of its own.

import { readFileSync } from 'node:fs';
import { filesIn } from '../store/archive.ts';
import { archiveFile, filesUnder, packages } from '../store/packages.ts';
import { differences, rebuilt } from '../store/rebuild.ts';

const faults = [];
const justified = readFileSync('store/permissions.md', 'utf8').match(/(?<=^### `)[^`]+/gm) ?? [];
const wanted = new Set();
const builds = [...new Set(Object.values(packages))];
const sources = filesIn(readFileSync(archiveFile('sources')));
const again = rebuilt(sources, { fresh: Boolean(process.env.LATCHKEY_ALL), builds });

for (const [nth, build] of builds.entries()) {
  const files = filesUnder(`.output/${build}`);
  if (files.size === 0) throw new Error(`Nothing was built in ${build}`);
  for (const path of differences(files, again[nth])) faults.push(`${build}/${path} is not the same in a second build`);
  look(build, files);
  ask(build, files);
}
for (const [target, build] of Object.entries(packages)) {
  const packed = filesIn(readFileSync(archiveFile(target)));
  for (const path of differences(packed, filesUnder(`.output/${build}`)))
    faults.push(`${path} is not the same in the package for ${target}`);
}

for (const name of justified) if (!wanted.has(name)) faults.push(`No package asks for ${name}, which is justified`);

console.log(faults.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;

function look(build, files) {
  const strange = /\beval\(|new Function\b|importScripts\(|<script[^>]+src=["']?(?:https?:)?\/\/|import\(["'`]https?:/;
  for (const path of [...files.keys()].filter((file) => /\.(js|html)$/.test(file))) {
    const code = files.get(path).toString();
    const found = strange.exec(path === 'background.js' ? withoutOwnImport(code, files) : code);
    if (found) faults.push(`${build}/${path} holds ${found[0]}`);
  }
}

/** What a store looks at first: each permission has its reason, no host is asked for at install, each icon is as large as it says. */
function ask(build, files) {
  const manifest = JSON.parse(files.get('manifest.json').toString());
  const { permissions, optional_permissions: optional, optional_host_permissions: hosts, icons } = manifest;
  for (const name of [...permissions, ...optional, ...hosts]) {
    wanted.add(name);
    if (!justified.includes(name)) faults.push(`${build} asks for ${name}, and store/permissions.md does not say why`);
  }
  if (manifest.host_permissions || manifest.content_scripts) faults.push(`${build} asks for hosts at install`);
  for (const size of [16, 32, 48, 128]) {
    const icon = files.get(icons[size] ?? '');
    if (icon?.readUInt32BE(16) !== size || icon.readUInt32BE(20) !== size)
      faults.push(`${build} has no icon of ${size}`);
  }
}

/** Chrome's background imports one part of itself, which lies in the package, by its name. */
function withoutOwnImport(code, files) {
  return code.replace(/importScripts\('\/([\w./-]+)'\)/, (call, path) => (files.has(path) ? '' : call));
}
