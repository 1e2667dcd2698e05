import { inviteSteps, lineSteps } from './find-invites';
import { holdings, isIn } from './holdings';
import { anyPlace } from './invite-attributes';
import { isInline, lineAround } from './invites-in-line';
import { hasIn, isElement, isText, textOf } from './node';
import { openRoots } from './open-roots';
import { outside } from './place';
import { placesIn } from './texts-at';
import { isThere } from './tree';
import { watchPage } from './watch-page';

const stride = 8;

interface Finder {
  goesOn(): boolean;
  /** Follows what is found. */
  readonly marked: Pick<Set<AbstractRange>, 'add' | 'delete'>;
  /** After each look, when something is different. */
  changed(): void;
}

/** Finds the invites of a page, and of what is added to it; gives what it has. */
export function find({ goesOn, marked, changed }: Finder, signal: AbortSignal) {
  const held = holdings(marked);
  const finding = { exceptTyped: true, codesOf: held.codesOf };

  function* look(nodes: ReadonlySet<Node>, gone: boolean): Generator<undefined, void> {
    const before = held.all();
    const parts = new Set<Element>();
    const lines = new Set<readonly Text[]>();
    let count = 0;
    roots.again();
    for (const node of nodes) {
      if (isElement(node)) {
        if (roots.meet(node) || count < 2) yield* roots.in(node);
        if (node === document.documentElement || mayHold(node)) parts.add(node);
      }
      for (const text of textsOf(node)) lines.add(lineAround(text, 0, text.length));
      if (++count % stride === 0) yield;
    }
    if (gone) held.dropGone();
    held.dropIn(new Set([...nodes, ...[...lines].flat()].filter((node) => held.at(node).length > 0)));
    for (const part of parts) if (isThere(part) && !isIn(outside(part), parts)) yield* add(inviteSteps(part, finding));
    for (const line of lines) if (mayBeIn(line)) yield* add(lineSteps(line, finding));
    if (held.all() !== before) changed();
  }

  function* add(steps: ReturnType<typeof inviteSteps>): Generator<undefined, void> {
    for (const found of steps) {
      if (found) held.add(found);
      yield;
    }
  }

  const watch = watchPage(goesOn, look, signal);
  const roots = openRoots(watch);
  watch(document, [document.documentElement]);
  return held;
}

const mayBeIn = (line: readonly Text[]): boolean => placesIn(line.map(({ data }) => data).join('')).length > 0;

function mayHold(element: Element): boolean {
  return placesIn(textOf(element)).length > 0 || hasIn(element, anyPlace);
}

/** A piece of a line is not looked at alone: the rest of the address may stand beside it. */
function textsOf(node: Node): readonly Text[] {
  if (isText(node)) return isThere(node) && /\S/.test(node.data) ? [node] : [];
  if (!isElement(node) || !isInline(node)) return [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  return [walker.firstChild(), walker.lastChild()].flatMap((text) => (text && isText(text) ? text : []));
}
