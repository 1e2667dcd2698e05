import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import catalogue from '../public/_locales/en/messages.json';

// What is seen or heard comes out of the catalogue, whole: a sentence put together in code has the order and the signs of
// English. Facts may stand beside each other, and whole sentences behind each other: that is no language's affair.

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

const root = join(import.meta.dirname, '..');
const files = ['components', 'entrypoints', 'utils/background', 'utils/over-time', 'utils/handout']
  .flatMap((room) => sources(join(root, room)))
  .concat(
    ['utils/wording.ts', 'utils/sight-words.ts', 'utils/size-words.ts', 'utils/times.ts'].map((file) =>
      join(root, file),
    ),
  );

/** Words that the browser shows or reads out. */
const spoken = new Set([
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

/** What may stand between two facts, or between two sentences. */
const between = /^(\s|·|\u2068|\u2069)*$/;
const letters = /\p{L}{2,}/u;
/** The signs that belong to a sentence, and differ from one language to the next. */
const signs = /[.,:;!?()“”„«»"…]/;
/** What gives words for the screen. */
const sayers = /^(say|sayCount|phrase|ago|age|moment|day|momentIn|spanIn|clockIn|dayIn|fromNow|\w+Words)$/;

const texts = new Map<string, { readonly message: string }>(Object.entries(catalogue));
const ownName = 'Latchkey';
/** A shape, as ● and ○ are. */
const cannotTell = '?';
/** English as people write it: a capital, then words. */
const sentence = /^[A-Z][a-z’']+( [a-z’']+)+/;

const faults = files.flatMap((file) => faultsIn(file));

describe('the words on the screen', () => {
  it('are looked for in many files', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it('stand in the catalogue, not in the code', () => {
    expect(faults.filter(({ why }) => why === 'words')).toEqual([]);
  });

  it('are not glued together', () => {
    expect(faults.filter(({ why }) => why === 'glue')).toEqual([]);
  });

  it('are given a value for every gap, and no value without a gap', () => {
    expect(faults.filter(({ why }) => why === 'gaps')).toEqual([]);
  });

  it('are quoted as the language quotes', () => {
    expect(faults.filter(({ why }) => why === 'quotes')).toEqual([]);
  });
});

/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: code to be read, not to be run */
describe('the finder of such words', () => {
  it.each([
    ["const a = <p>{say('one')}.</p>;", 'glue'],
    ['const a = <p>Hello there</p>;', 'words'],
    ['const a = <input placeholder="Search" />;', 'words'],
    ['const a = <b title={`Remove ${name}`} />;', 'words'],
    ["const a = `${say('one')}: ${say('two')}`;", 'glue'],
    ["const a = say('one') + ', ' + b;", 'glue'],
    ["const a = [say('one'), b].join(', ');", 'glue'],
    ["const a = say('one', `“${b}”`);", 'quotes'],
    ["document.title = 'Options';", 'words'],
    ["const a = say('members');", 'gaps'],
    ["const a = say('copied', name);", 'gaps'],
    ["const a = { label: 'Save this list' };", 'words'],
  ])('finds %s', (code, why) => {
    expect(faultsOf('a.tsx', code).map((fault) => fault.why)).toContain(why);
  });

  it.each([
    "const a = <p>{say('one')} · {say('two')}</p>;",
    "const a = <p class=\"quiet text\">{say('one')}{' '}<b>{say('two')}</b></p>;",
    "const a = [say('one'), ago(at, now)].join(' · ');",
    "const a = `${say('one')} ${say('two')}`;",
    "throw new Error('Nobody has said this');",
  ])('lets %s be', (code) => {
    expect(faultsOf('a.tsx', code)).toEqual([]);
  });
});
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above */

interface Fault {
  readonly why: 'words' | 'glue' | 'quotes' | 'gaps';
  readonly at: string;
}

function faultsIn(file: string): readonly Fault[] {
  return faultsOf(relative(root, file), readFileSync(file, 'utf8'));
}

function faultsOf(file: string, code: string): readonly Fault[] {
  const found: Fault[] = [];
  const lineOf = (start: number) => code.slice(0, start).split('\n').length;
  walk(parseSync(file, code).program, (node) => {
    const why = faultOf(node);
    if (why) found.push({ why, at: `${file}:${lineOf(node.start)} ${code.slice(node.start, node.start + 60)}` });
  });
  return found;
}

function faultOf(node: Node): Fault['why'] | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && sentence.test(node.value) ? 'words' : undefined;
    case 'JSXText':
      return ofText(String(node.value));
    case 'JSXAttribute':
      return ofAttribute(node);
    case 'JSXExpressionContainer':
      return ofChild(node.expression as Node);
    case 'TemplateLiteral':
      return ofTemplate(node);
    case 'BinaryExpression':
      return node.operator === '+' && parts(node).some(isSaid) ? 'glue' : undefined;
    case 'CallExpression':
      return ofJoin(node) ?? ofGaps(node);
    case 'AssignmentExpression':
      return ofAssignment(node);
    default:
      return undefined;
  }
}

function ofText(whole: string): Fault['why'] | undefined {
  const text = whole.trim();
  if (text === ownName || text === cannotTell) return undefined;
  if (letters.test(text)) return 'words';
  return signs.test(text) ? 'glue' : undefined;
}

/** Said by an attribute of HTML; what a part of ours does with its own is seen where it does it. */
function ofAttribute({ name, value }: Node): Fault['why'] | undefined {
  if (!spoken.has(String((name as Node).name))) return undefined;
  const said = value as Node | null;
  const texts = said?.type === 'JSXExpressionContainer' ? plainTexts(said.expression as Node) : plainTexts(said);
  return texts.some((text) => letters.test(text)) ? 'words' : undefined;
}

function ofChild(expression: Node): Fault['why'] | undefined {
  if (expression.type !== 'Literal' || typeof expression.value !== 'string') return undefined;
  return signs.test(expression.value) ? 'glue' : undefined;
}

function ofTemplate(node: Node): Fault['why'] | undefined {
  const texts = plainTexts(node);
  if (texts.some((text) => /[“”„«»]/.test(text))) return 'quotes';
  if (!(node.expressions as Node[]).some(isSaid)) return undefined;
  return texts.every((text) => between.test(text)) ? undefined : 'glue';
}

function ofJoin({ callee, arguments: given }: Node): Fault['why'] | undefined {
  const { type, object, property } = callee as Node;
  if (type !== 'MemberExpression' || (property as Node).name !== 'join') return undefined;
  const said = within(object as Node, isSaid);
  const [separator] = (given as Node[]).flatMap(plainTexts);
  return said && !between.test(separator ?? ',') ? 'glue' : undefined;
}

function ofGaps({ callee, arguments: given }: Node): Fault['why'] | undefined {
  const { name } = callee as Node;
  const [key, ...values] = given as Node[];
  if ((name !== 'say' && name !== 'sayCount') || !key || values.some(({ type }) => type === 'SpreadElement'))
    return undefined;
  return keysIn(key).some((word) => gapsOf(word) !== values.length) ? 'gaps' : undefined;
}

/** The keys that may stand there, as far as the code names them. */
function keysIn(node: Node): readonly string[] {
  if (node.type === 'Literal') return [String(node.value)];
  if (node.type !== 'ConditionalExpression') return [];
  return [...keysIn(node.consequent as Node), ...keysIn(node.alternate as Node)];
}

/** How many values a text takes: a count that no form writes out is one of them. */
function gapsOf(word: string): number {
  const { message = '' } = texts.get(word) ?? {};
  const places = [...message.matchAll(/\$(\d)/g)].map(([, place]) => Number(place));
  return Math.max(message.includes('¦') ? 1 : 0, ...places);
}

function ofAssignment({ left, right }: Node): Fault['why'] | undefined {
  const { type, property } = left as Node;
  if (type !== 'MemberExpression') return undefined;
  const name = String((property as Node).name);
  if (!['title', 'textContent', 'innerText', 'placeholder', 'alt', 'ariaLabel'].includes(name)) return undefined;
  return plainTexts(right as Node).some((text) => letters.test(text)) ? 'words' : undefined;
}

/** What stands in the code itself: a string's text, or what a template has around its values. */
function plainTexts(node: Node | null): readonly string[] {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node?.type !== 'TemplateLiteral') return [];
  return (node.quasis as Node[]).map(({ value }) => (value as { readonly cooked: string }).cooked);
}

/** Gives words for the screen, at once or on one of two ways. */
function isSaid(node: Node): boolean {
  if (node.type === 'CallExpression') return sayers.test(String((node.callee as Node).name));
  if (node.type === 'ConditionalExpression') return isSaid(node.consequent as Node) || isSaid(node.alternate as Node);
  return node.type === 'LogicalExpression' && (isSaid(node.left as Node) || isSaid(node.right as Node));
}

function parts({ left, right }: Node): readonly Node[] {
  return [left as Node, right as Node];
}

function within(node: Node, fits: (node: Node) => boolean): boolean {
  let found = false;
  walk(node, (one) => {
    found ||= fits(one);
  });
  return found;
}

function walk(value: unknown, meet: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) {
    if (isThrown(value as Node)) return;
    meet(value as Node);
  }
  for (const inner of Object.values(value)) walk(inner, meet);
}

/** For whoever mends the code: nobody else reads it. */
function isThrown({ type, callee }: Node): boolean {
  return type === 'NewExpression' && /Error$/.test(String((callee as Node).name));
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.|\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
