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
  /** What stands where somebody is looking anew. It stays till that is over, so that nobody finds it missing meanwhile. */
  const doubted = new Set<Held>();
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
    codesOf: (on: Element): readonly InviteCode[] | undefined =>
      known.get(on)?.flatMap((one) => (one.text || doubted.has(one) ? [] : one.code)),
    /** Doubts what stands in any of these, or begins or ends there: it has to be found again. */
    doubtIn(places: ReadonlySet<Node>): void {
      if (places.size === 0) return;
      for (const one of kept) {
        // A text that stands in a root by itself is on the host, where nobody looks for it.
        const stands = nodesAt(one).slice(one.text && 1);
        if (stands.some((node) => isIn(node, places))) doubted.add(one);
      }
    },
    /** Drops what was not, and where some may be `gone` from the page, these too. */
    settle(gone: boolean): void {
      for (const one of gone ? kept : doubted) if (doubted.has(one) || !isHere(one)) drop(one);
      doubted.clear();
    },
    /** Keeps one, if it is not kept already. */
    add(found: Found): void {
      const nodes = nodesAt(found);
      if (!nodes.every(isThere)) return;
      const same = at(found.on).find((other) => isSame(found, other));
      if (same) return void doubted.delete(same);
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

const ends = ['startContainer', 'startOffset', 'endContainer', 'endOffset'] as const;

const isSame = (one: Found, other: Found): boolean =>
  one.code === other.code && ends.every((end) => one.text?.[end] === other.text?.[end]);

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

/** Whether a node is one of these, or one of them is around it; not from outside its shadow root, where no look reaches in. */
export function isIn(node: Node | null, places: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = parentNodeOf(at)) if (places.has(at)) return true;
  return false;
}
