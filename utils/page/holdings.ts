import type { InviteCode } from '../invite-link';
import type { Found, Stretch } from './invites-in-line';
import type { Marks } from './mark';
import { nameOf, textOf } from './node';
import { isThere, nodesOf, parentNodeOf, rectsOf } from './tree';

/**
 * One that is kept; `on` is what the pointer is on, when it is on the invite. Its ranges are not live ones: the browser
 * would have to mend thousands of them at each change of the page.
 */
export interface Held extends Found {
  /** What is marked; nothing where there is no text, or whole paragraphs of it. */
  readonly mark?: StaticRange;
}

const longestMark = 300;

/** Keeps what was found in a page; `marked` follows it. */
export function holdings(marked: Marks) {
  const kept = new Set<Held>();
  /** By the elements they are on, and by the texts they begin and end in. */
  const known = new Map<unknown, Held[]>();
  let changes = 0;

  const at = (node: unknown): readonly Held[] => known.get(node) ?? none;

  function drop(one: Held): void {
    changes++;
    kept.delete(one);
    if (one.mark) marked.delete(one.mark);
    for (const node of nodesAt(one))
      known.set(
        node,
        at(node).filter((other) => other !== one),
      );
  }

  return {
    /** In no order. */
    all: (): Iterable<Held> => kept,
    codes: (): ReadonlySet<InviteCode> => new Set(Array.from(kept, ({ code }) => code)),
    /** Grows with each that comes or goes. */
    changes: () => changes,
    at,
    /** What an element leads to, whatever is written in it. */
    codesOf: (on: Element): readonly InviteCode[] =>
      known.get(on)?.flatMap(({ code, text }) => (text ? [] : code)) ?? [],
    dropGone(): void {
      for (const one of kept) if (!isHere(one)) drop(one);
    },
    /** Drops what stands in any of these, or begins or ends there. */
    dropIn(places: ReadonlySet<Node>): void {
      if (places.size > 0) for (const one of kept) if (nodesAt(one).some((node) => isIn(node, places))) drop(one);
    },
    /** Keeps one, if it is not kept already. */
    add(found: Found): void {
      const nodes = nodesAt(found);
      if (!nodes.every(isThere) || at(found.on).some((other) => isSame(found, other))) return;
      const mark = markOf(found);
      const one = mark ? { ...found, mark } : found;
      changes++;
      kept.add(one);
      for (const node of nodes) {
        const there = known.get(node);
        if (there) there.push(one);
        else known.set(node, [one]);
      }
      if (mark) marked.add(mark);
    },
  };
}

const none: readonly Held[] = [];

export type Holdings = ReturnType<typeof holdings>;

/** Where it stands now, in px of the viewport; nowhere when it has gone. */
export function placesOf(one: Held): readonly DOMRect[] {
  if (!isHere(one)) return [];
  const boxes = one.text ? [] : [...rectsOf(one.on)];
  const range = one.text ?? one.mark;
  return boxes.length > 0 || !range ? boxes : [...liveRange(range).getClientRects()];
}

const isHere = (one: Found): boolean => nodesAt(one).every(isThere);

function nodesAt({ on, text }: Found): readonly Node[] {
  if (!text) return [on];
  const { startContainer: start, endContainer: end } = text;
  return start === end ? [on, start] : [on, start, end];
}

function isSame(one: Found, other: Found): boolean {
  const [a, b] = [one.text, other.text];
  if (!a || !b) return one.code === other.code && a === b;
  return a.startContainer === b.startContainer && a.startOffset === b.startOffset && one.code === other.code;
}

function markOf({ on, text }: Found): StaticRange | undefined {
  if (text) return new StaticRange(text);
  const { length } = textOf(on).trim();
  if (length === 0 || length > longestMark || nameOf(on) === 'form') return undefined;
  return new StaticRange({ startContainer: on, startOffset: 0, endContainer: on, endOffset: nodesOf(on).length });
}

function liveRange({ startContainer, startOffset, endContainer, endOffset }: Stretch | StaticRange): Range {
  const range = document.createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    // The text has become shorter in this very moment, and is about to be looked at again.
  }
  return range;
}

/** Whether a node is one of these, or one of them is around it: not from outside its shadow root, into which nobody looks from there. */
export function isIn(node: Node | null, places: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = parentNodeOf(at)) if (places.has(at)) return true;
  return false;
}
