import { mayBeIn } from '../invites-in/plain';
import { type Finding, inLine, inviteSteps } from './find-invites';
import { holdings, isIn } from './holdings';
import { inIdleTime } from './idle';
import { anyPlace, isLarge } from './invite-attributes';
import { isInline, lineAround } from './invites-in-line';
import type { Marks } from './mark';
import { hasIn, isElement, isText, textOf } from './node';
import { openRoots } from './open-roots';
import { isPuzzle, noReader, type Reader } from './reader';
import { isThere, parentNodeOf } from './tree';
import { watchPage } from './watch-page';

const stride = 8;
const calmMs = 1_000;
/** As `NodeFilter` has it. */
const texts = 4;

interface Finder {
  /** Asked at each change. */
  goesOn(): boolean;
  /** Asked at each step. */
  isOver(): boolean;
  /** Follows what is found. */
  readonly marked: Marks;
  /** After each look. */
  looked(): void;
  /** What the body says, where that is known already. */
  readonly said?: string | undefined;
}

/** Finds the invites of a page, and of what is added to it; gives what it has. */
export function find({ goesOn, isOver, marked, looked, said }: Finder) {
  const held = holdings(marked);
  /** What only the reader can tell. */
  const puzzling = new Set<Node>();
  let reader = noReader;
  let text = said;

  function* look(nodes: ReadonlySet<Node>, gone: boolean): Generator<undefined, void> {
    const parts = new Set<Element>();
    const lines = new Set<readonly Text[]>();
    let count = 0;
    let isDeep = false;
    roots.again();
    for (const node of nodes) {
      if (isElement(node)) {
        if (roots.meet(node) || isDeep || count < 2) isDeep = (yield* roots.in(node)) || isDeep;
        if (node === document.documentElement || mayHold(node)) parts.add(node);
      }
      for (const text of textsOf(node)) lines.add(lineAround(text, 0, text.length));
      if (++count % stride === 0) yield;
    }
    held.doubtIn(new Set([...nodes, ...[...lines].flat()].filter((node) => held.at(node).length > 0)));
    const finding = findingIn('usual');
    for (const part of parts) {
      if (!isThere(part) || isIn(parentNodeOf(part), parts)) continue;
      yield* told(part, inviteSteps(part, finding, held.add));
      if (isLarge(part)) setTimeout(() => inIdleTime(seldomIn(part), isOver), calmMs);
    }
    for (const line of lines) if (mayBeWritten(line)) yield* told(line[0], lineSteps(line, finding, held.add));
    text = undefined;
    held.settle(gone);
    yield;
    marked.show();
    looked();
  }

  const findingIn = (only: Finding['only']) => ({
    ...{ only, exceptTyped: true, codesOf: held.codesOf, reader, said: text },
  });

  /** What is dear to look for, and hardly ever there, waits until the page has come to rest. Once: nothing is read again. */
  function* seldomIn(part: Element): Generator<undefined, void> {
    yield* told(part, inviteSteps(part, findingIn('seldom'), held.add));
    marked.show();
    looked();
  }

  /** What puzzles is looked at anew, from its beginning, when the reader is there. */
  function* told(node: Node | undefined, steps: Generator<undefined, void>): Generator<undefined, void> {
    try {
      yield* steps;
    } catch (caught) {
      if (!node || !isPuzzle(caught)) throw caught;
      puzzling.add(node);
    }
  }

  const changed = () => {
    text = undefined;
    return goesOn();
  };
  const watch = watchPage(changed, look, isOver);
  const roots = openRoots(watch);
  watch(document, [document.documentElement]);
  return {
    held,
    isPuzzled: () => puzzling.size > 0,
    /** Reads with this one from now on, and first of all what has waited for it. */
    read(exact: Reader): void {
      reader = exact;
      watch(document, puzzling);
      puzzling.clear();
    },
  };
}

function* lineSteps(...asked: Parameters<typeof inLine>): Generator<undefined, void> {
  inLine(...asked);
  yield;
}

const mayBeWritten = (line: readonly Text[]): boolean => mayBeIn(line.map(({ data }) => data).join(''));

function mayHold(element: Element): boolean {
  return mayBeIn(textOf(element)) || hasIn(element, anyPlace);
}

/** A piece of a line is not looked at alone: the rest of the address may stand beside it. */
function textsOf(node: Node): readonly Text[] {
  if (isText(node)) return isThere(node) && /\S/.test(node.data) ? [node] : [];
  if (!isElement(node) || !isInline(node)) return [];
  const walker = document.createTreeWalker(node, texts);
  return [walker.firstChild(), walker.lastChild()].flatMap((text) => (text && isText(text) ? text : []));
}
