import type { Found } from './invites-in-line';
import { nameOf } from './node';
import { holds, isAfter, isRoot, topOf } from './tree';

const few = 200;

/** By where they appear in the page; a shadow root stands in the place of its host, before what is in that. */
export function inOrder<T extends Found>(all: Iterable<T>): readonly T[] {
  const seen = Array.from(all, (one) => ({ one, start: startOf(one), outer: outermost(one.on) }));
  const places = seen.length > few ? placesOf(new Set(seen.map(({ outer }) => outer))) : undefined;
  const isAround = (a: Place, b: Place) => a.one.text !== undefined && holds(a.outer, b.outer);
  seen.sort((a, b) => {
    if (a.start === b.start) return offsetOf(a.one) - offsetOf(b.one);
    const apart = (places?.get(a.outer) ?? 0) - (places?.get(b.outer) ?? 0);
    if (apart !== 0 && !isAround(a, b) && !isAround(b, a)) return apart;
    return follows(a.start, b.start) ? -1 : 1;
  });
  return seen.map(({ one }) => one);
}

interface Place {
  readonly one: Found;
  readonly outer: Element;
}

/** Among thousands of siblings the browser takes its time to tell which of two is the first; a list it has at once. */
function placesOf(elements: ReadonlySet<Element>): ReadonlyMap<Element, number> {
  const places = new Map<Element, number>();
  const names = new Set(Array.from(elements, (element) => CSS.escape(nameOf(element))));
  for (const element of document.querySelectorAll([...names].join()))
    if (elements.has(element)) places.set(element, places.size);
  return places;
}

const startOf = ({ on, text }: Found): Node => text?.startContainer ?? on;
const offsetOf = ({ text }: Found): number => text?.startOffset ?? 0;

function follows(a: Node, b: Node): boolean {
  if (topOf(a) === topOf(b)) return isAfter(a, b);
  const [outerA, outerB] = [outermost(a), outermost(b)];
  return outerA === outerB || isAfter(outerA, outerB);
}

function outermost<N extends Node>(node: N): N | Element {
  const top = topOf(node);
  return isRoot(top) ? outermost(top.host) : node;
}
