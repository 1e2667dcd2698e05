import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What was built for whom. Edge takes Chrome's package as it is. */
export const packages = { chrome: 'chrome-mv3', edge: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

export type Target = keyof typeof packages;

/** What the build reads, and what somebody who builds must know. */
const sources = [
  ...['components', 'entrypoints', 'modules', 'public', 'utils'],
  ...['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json', 'wxt.config.ts', 'LICENSE'],
  ...['sandbox/run.mjs', 'sandbox/set-up.mjs', 'sandbox/browser-paths.mjs', 'docs/DEPENDENCIES.md'],
];

/** Where the archives lie, under names with the version. */
export function archiveFile(what: Target | 'sources'): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, '.output', `${name}-${version}-${what}.zip`);
}

/** The files of a built extension; one that a store should not get is an error. */
export function packageFiles(target: Target): Map<string, Buffer> {
  const folder = join(root, '.output', packages[target]);
  const files = filesUnder(folder);
  const strange = [...files.keys()].filter((path) => !belongs(path));
  if (!files.has('manifest.json')) throw new Error(`There is no built extension in ${folder}`);
  if (strange.length > 0) throw new Error(`These do not belong into a package: ${strange.join(', ')}`);
  return files;
}

/** Scripts, pages, styles, words and pictures: no maps, no sources, no tests, nothing hidden. */
export function belongs(path: string): boolean {
  return (
    /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:js|css|html|json|png|svg|webp)$/.test(path) && !/\.(?:test|map)\./.test(path)
  );
}

/** All that is needed to build the extension again, and nothing else. */
export function sourceFiles(): Map<string, Buffer> {
  const files = sources.flatMap((source) => [...filesAt(source)]).filter(([path]) => !/\.test\.tsx?$/.test(path));
  return new Map([...files, ['SOURCE.md', readFileSync(join(root, 'store/SOURCE.md'))]]);
}

/** The files under a folder, by their paths in it. */
export function filesUnder(folder: string): Map<string, Buffer> {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = found.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]));
}

function filesAt(source: string): Map<string, Buffer> {
  const path = join(root, source);
  if (/\.\w+$|LICENSE$/.test(source)) return new Map([[source, readFileSync(path)]]);
  return new Map([...filesUnder(path)].map(([name, content]) => [`${source}/${name}`, content]));
}
