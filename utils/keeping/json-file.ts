import { Trouble } from '../trouble';

// A file may be anything: what cannot be read is told apart, so that somebody knows what to do about it. All pure.

/** The most that is read: three hundred thousand lines of the record come to less. In bytes. */
export const mostBytes = 150_000_000;
/** What Latchkey writes is nested a few times; whoever walks through more may come to no end. */
const mostDeep = 64;

export type Fields = Readonly<Record<string, unknown>>;

/** The object in a file. Throws `backup-too-big`, `backup-too-deep`, `backup-cut-off`, `backup-not-json` or `not-a-backup`. */
export function objectIn(text: string): Fields {
  if (text.length > mostBytes) throw new Trouble('backup-too-big');
  const { deepest, isOpen } = outlineOf(text);
  if (deepest > mostDeep) throw new Trouble('backup-too-deep');
  const value = parsed(text.replace(/^\uFEFF/, ''), isOpen);
  if (!(value instanceof Object) || Array.isArray(value)) throw new Trouble('not-a-backup');
  return { ...value };
}

function parsed(text: string, isOpen: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!beginsAsOurs(text)) throw new Trouble('backup-not-json');
    throw new Trouble(isOpen ? 'backup-cut-off' : 'not-a-backup');
  }
}

function beginsAsOurs(text: string): boolean {
  return /^\s*\{\s*"(?:application|latchkey)"\s*:\s*"(?:latchkey|record)"/.test(text.slice(0, 1_000));
}

interface Outline {
  /** How many lists and objects stand in one another at most. */
  readonly deepest: number;
  /** Whether it ends before all of them, and all texts, are closed. */
  readonly isOpen: boolean;
}

const [quote, backslash] = [0x22, 0x5c];
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** How a JSON text is nested, without reading it: a parser would have to hold all of it first. */
function outlineOf(text: string): Outline {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === quote) isText = !isText;
    else if (isText && letter === backslash) at += 1;
    else if (!isText && opening.has(letter)) depth += 1;
    else if (!isText && closing.has(letter)) depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return { deepest, isOpen: isText || depth > 0 };
}
