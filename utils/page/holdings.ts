import type { InviteCode } from '../invite-link';
import type { Found } from './find-invites';
import { isElement, isThere, parentOf, textOf } from './node';

/** One that is kept. Not as a live range: the browser would have to mend thousands of them at each change of the page. */
export interface Held {
  readonly code: InviteCode;
  /** What the pointer is on, when it is on the invite: the element, or the one around the text. */
  readonly on: Element;
  readonly text?: StaticRange;
  /** What is marked; nothing where there is no text, or whole paragraphs of it. */
  readonly mark?: StaticRange;
}

const longestMark = 300;

/** Keeps what was found in a page, in order of appearance; `marked` follows it. */
export function holdings(marked: Pick<Set<AbstractRange>, 'add' | 'delete'>) {
  let all: readonly Held[] = [];
  const on = indexed(() => all);

  function drop(isOut: (one: Held) => boolean): void {
    const kept = all.filter((one) => {
      const out = isOut(one);
      if (out && one.mark) marked.delete(one.mark);
      return !out;
    });
    if (kept.length < all.length) all = kept;
  }

  return {
    all: () => all,
    /** What there is on an element, but not within others on it. */
    on,
    codes: (): readonly InviteCode[] => [...new Set(all.map(({ code }) => code))],
    dropGone: () => drop((one) => !isHere(one)),
    /** Drops what stands in any of these, or begins or ends there. */
    dropIn(places: ReadonlySet<Node>): void {
      if (all.length > 0 && places.size > 0) drop((one) => endsOf(one).some((node) => isIn(node, places)));
    },
    /** False where there is nothing more than before. */
    add(found: readonly Found[]): boolean {
      const more = found.map(toHold).filter(isHere);
      if (more.length === 0) return false;
      for (const { mark } of more) if (mark) marked.add(mark);
      all = [...all, ...more].sort(byPlace);
      return true;
    },
  };
}

/** Made anew when it is asked for and something has changed. */
function indexed(all: () => readonly Held[]): (element: EventTarget) => readonly Held[] {
  let known: readonly Held[] = [];
  let index = new Map<EventTarget, Held[]>();
  return (element) => {
    if (known !== all()) {
      known = all();
      index = Map.groupBy(known, ({ on }) => on);
    }
    return index.get(element) ?? [];
  };
}

/** Where it stands now, in px of the viewport; nowhere when it has gone. */
export function placesOf(one: Held): readonly DOMRect[] {
  if (!isHere(one)) return [];
  const boxes = one.text ? [] : [...Element.prototype.getClientRects.call(one.on)];
  const text = one.text ?? one.mark;
  return boxes.length > 0 || !text ? boxes : [...liveRange(text).getClientRects()];
}

export function isHere(one: Held): boolean {
  return endsOf(one).every(isThere);
}

export type Holdings = ReturnType<typeof holdings>;

function endsOf({ on, text }: Held): readonly Node[] {
  return text ? [text.startContainer, text.endContainer] : [on];
}

function toHold({ code, at }: Found): Held {
  if (isElement(at)) {
    const mark = markOf(at);
    return { code, on: at, ...(mark && { mark }) };
  }
  const text = new StaticRange(at);
  const common = at.commonAncestorContainer;
  const on = isElement(common) ? common : (parentOf(common) ?? hostOf(common));
  return { code, on: on ?? document.documentElement, text, mark: text };
}

function markOf(element: Element): StaticRange | undefined {
  const { length } = textOf(element).trim();
  if (length === 0 || length > longestMark || element instanceof HTMLFormElement) return undefined;
  const endOffset = element.childNodes.length;
  return new StaticRange({ startContainer: element, startOffset: 0, endContainer: element, endOffset });
}

function liveRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const range = document.createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    // The text has become shorter in this very moment, and is about to be looked at again.
  }
  return range;
}

function isIn(node: Node, places: ReadonlySet<Node>): boolean {
  return places.has(node) || isWithin(node, places);
}

/** Whether one of these is around a node, also from outside its shadow root. */
export function isWithin(node: Node, places: ReadonlySet<Node>): boolean {
  for (let at = around(node); at; at = around(at)) if (places.has(at)) return true;
  return false;
}

function around(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : Reflect.get(Node.prototype, 'parentNode', node);
}

/** The element that a shadow root hangs on, for what stands in one. */
function hostOf(node: Node): Element | undefined {
  const root = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? root.host : undefined;
}

function byPlace(one: Held, other: Held): number {
  const [a, b] = [startOf(one), startOf(other)];
  if (a === b) return (one.text?.startOffset ?? 0) - (other.text?.startOffset ?? 0);
  return follows(a, b) ? -1 : 1;
}

const startOf = ({ on, text }: Held): Node => text?.startContainer ?? on;

/** Whether `b` comes after `a`, where a shadow root stands in the place of its host. */
function follows(a: Node, b: Node): boolean {
  if (a.getRootNode() === b.getRootNode()) return isAfter(a, b);
  const [outerA, outerB] = [outermost(a), outermost(b)];
  return outerA === outerB || isAfter(outerA, outerB);
}

function isAfter(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function outermost(node: Node): Node {
  const host = hostOf(node);
  return host ? outermost(host) : node;
}
