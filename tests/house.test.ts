import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providers } from '../utils/providers/index';
import { troubleKinds } from '../utils/trouble';
import { wordsOfKind } from '../utils/wording';

const root = join(import.meta.dirname, '..');
const rooms = ['entrypoints', 'components', 'utils', 'modules', 'sandbox', 'tests', 'bench', 'store'];

/** What everybody above may use: pure knowledge, nouns and words. */
const ground = [
  ...['utils/browser', 'utils/invite-link', 'utils/invites-in', 'utils/trouble', 'utils/model', 'utils/words'],
  ...[
    'utils/times',
    'utils/size-words',
    'utils/verdict-words',
    'utils/own-verdicts',
    'utils/sight-words',
    'utils/keeping',
  ],
  ...[
    'utils/wording',
    'utils/server-address',
    'utils/origin-pattern',
    'utils/find-groups',
    'utils/primary',
    'utils/pasted-account',
    'utils/demo',
    'utils/demo-invites',
    'utils/plain-view',
    'utils/first-face',
    'utils/may-join',
    'utils/over-time',
  ],
];

/** Who may lean on whom: for each room, longest first, the rooms it may import from besides itself. */
const floors: readonly (readonly [room: string, mayUse: readonly string[]])[] = [
  ['entrypoints', ['components', 'utils']],
  ['components/ui', ['utils/bridge/ask', 'utils/bridge/questions', 'utils/handout', ...ground]],
  // A stranger's page: what stands there asks by the list for pages alone.
  [
    'components/page',
    [
      'components/ui',
      'utils/bridge/ask-from-page',
      'utils/bridge/tell-from-page',
      'utils/bridge/questions',
      'utils/page',
      'utils/handout',
      ...ground,
    ],
  ],
  ['components', ['components/ui', 'utils/bridge/questions', 'utils/handout', ...ground]],
  ['utils/background', ['utils/bridge', 'utils/providers', 'utils/store', 'utils/page', 'utils/handout', ...ground]],
  ['utils/bridge', ground],
  ['utils/providers', ground],
  [
    'utils/store',
    ['utils/browser', 'utils/model', 'utils/over-time', 'utils/keeping', 'utils/invite-link', 'utils/trouble'],
  ],
  ['utils/handout', ground],
  ['utils/page', ['utils/invite-link', 'utils/invites-in', 'utils/model']],
  ['utils/browser', []],
  ['utils/invite-link', []],
  ['utils/invites-in', ['utils/invite-link']],
  ['utils/trouble', []],
  ['utils/model', ['utils/invite-link', 'utils/over-time', 'utils/trouble']],
  ['utils/keeping', ['utils/model', 'utils/trouble']],
  // An alert in words, for the faces and for the browser's notifications.
  ['utils/over-time/rhythm-words', ['utils/over-time/model', 'utils/words']],
  ['utils/over-time/alert-words', ['utils/over-time', 'utils/handout/clean-name', ...ground]],
  ['utils/over-time', ['utils/model', 'utils/invite-link', 'utils/trouble']],
  ['utils/words', ['utils/browser', 'public']],
  ['utils/first-face', ['utils/handout/clean-name', ...ground]],
  ['utils/sight-words', ['utils/handout/clean-name', ...ground]],
  ['utils', ground],
  ['modules', []],
  ['sandbox', []],
  ['store', ['sandbox/set-up']],
  ['bench', ['sandbox', 'utils', 'tests/e2e']],
  ['tests/e2e', ['sandbox', 'utils/invite-link', 'utils/invites-in']],
  ['tests', ['sandbox', 'store', 'utils', 'components', 'public', 'wxt.config']],
];

const files = rooms.flatMap((room) => sources(join(root, room))).map((path) => relative(root, path));
const product = files.filter((file) => /^(entrypoints|components|utils)\//.test(file));

describe('the house', () => {
  it('has files to look at', () => {
    expect(product.length).toBeGreaterThan(50);
  });

  it('leans only on rooms below', () => {
    expect(files.flatMap((file) => strangers(file).map((target) => `${file} -> ${target}`))).toEqual([]);
  });

  it('keeps one make from leaning on another', () => {
    const makes = providers.map(({ id }) => `utils/providers/${id}`);
    const leaning = makes.flatMap((make) =>
      ownImports(`${make}.ts`).filter((target) => makes.some((other) => other !== make && target.startsWith(other))),
    );
    expect(leaning).toEqual([]);
  });

  it('lets the providers know nothing of the browser', () => {
    const knowing = product.filter(
      (file) => file.startsWith('utils/providers/') && ownImports(file).includes('utils/browser'),
    );
    expect(knowing).toEqual([]);
  });

  it('opens the store and the gateways only in the background', () => {
    const openers = product
      .filter((file) => !isTest(file) && ownImports(file).some((target) => /^utils\/(store|providers)\//.test(target)))
      .filter((file) => !/^utils\/(background|store|providers)\//.test(file));
    expect(openers).toEqual([]);
  });

  it('fetches in one place', () => {
    const fetching = product.filter((file) => !isTest(file) && /\bfetch\(/.test(read(file)));
    expect(fetching).toEqual(['utils/providers/http.ts']);
  });

  it('turns no text into HTML', () => {
    const sinks =
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function/;
    expect(product.filter((file) => !isTest(file) && sinks.test(read(file)))).toEqual([]);
  });

  it('has no words of its own in the faces: all go through the catalogue', () => {
    const catalogue = Object.keys(JSON.parse(read('public/_locales/en/messages.json')));
    const text = product.map(read).join('\n') + read('wxt.config.ts');
    // The manifest names these; the kinds of trouble name their own.
    const inManifest = [...read('wxt.config.ts').matchAll(/__MSG_(\w+)__/g)].flatMap(([, key]) => key ?? []);
    const named = new Set<string>([...inManifest, ...troubleKinds.flatMap(wordsOfKind)]);
    const unused = catalogue.filter((key) => !named.has(key) && !new RegExp(`['"\`]${key}['"\`]`).test(text));
    expect(unused).toEqual([]);
  });

  it('has a heading in the changelog for this version', () => {
    const { version } = JSON.parse(read('package.json'));
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'));
  });
});

function strangers(file: string): string[] {
  const room = floors.find(([name]) => isIn(file, name));
  if (!room) return ['a room that is not in the plan'];
  const allowed = [...room.flat(), ...(isTest(file) ? ['utils', 'components', 'tests', 'public'] : [])];
  return ownImports(file).filter((target) => !allowed.some((name) => isIn(target, name)));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function ownImports(file: string): string[] {
  const found = read(file).matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g);
  return [...found].map(([, target]) => relative(root, join(root, dirname(file), target ?? '')));
}

function isIn(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`);
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
