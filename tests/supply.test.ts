import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const own = JSON.parse(read('package.json'));
const lock: { packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
const page = read('docs/DEPENDENCIES.md');
const named: Readonly<Record<string, string>> = {
  ...own.dependencies,
  ...own.devDependencies,
  ...own.optionalDependencies,
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Licences that ask for no more than their text. MPL asks for the source of changed files, and we change none of it. */
const licences = [
  ...['MIT', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['Unlicense', 'Python-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'WTFPL', 'Zlib', 'MIT-0'],
];

describe('what Latchkey is built from', () => {
  it('has packages to look at', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(Object.keys(named).length).toBeGreaterThan(15);
  });

  it('names one exact version of each, and the lockfile has that one', () => {
    const loose = Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
    const other = Object.entries(named).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(other).toEqual([]);
  });

  it('takes every package from the registry, with its checksum', () => {
    // Where nothing is said of the address, it is the registry's.
    const strange = packages.filter(
      ([, { resolved = 'https://registry.npmjs.org/', integrity }]) =>
        !resolved.startsWith('https://registry.npmjs.org/') || !integrity?.startsWith('sha512-'),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
  });

  it('lets no package run a script at installation', () => {
    expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  it('says of each why it is there', () => {
    expect(Object.keys(named).filter((name) => !new RegExp(`[| ,]${name}[ ,|]`).test(page))).toEqual([]);
  });

  it('says of each that is shipped under which licence, as the package says itself', () => {
    const rows = Object.keys(own.dependencies).map((name) => {
      const [, licence] = new RegExp(`^\\| ${name} \\| ([^|]+) \\|`, 'm').exec(page) ?? [];
      return [name, licence?.trim().replace(' or ', ' OR ')];
    });
    const said = Object.keys(own.dependencies).map((name) => [
      name,
      lock.packages[`node_modules/${name}`]?.license?.replace(/[()]/g, ''),
    ]);
    expect(rows).toEqual(said);
  });

  it('has only licences that we can keep', () => {
    const others = packages.filter(([, { license }]) => {
      const choices = license?.replace(/[()]/g, '').split(/ OR /) ?? [];
      return !choices.some((choice) => choice.split(' AND ').every((one) => licences.includes(one)));
    });
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
