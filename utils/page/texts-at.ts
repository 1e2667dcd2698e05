import { mayBeIn, placesIn } from '../invites-in/plain';
import { isElement, isText, listIn, textOf } from './node';
import { childrenOf, nodesOf } from './tree';

/** A text, with the first and the last place in it where the name may be written. */
export interface TextAt {
  readonly text: Text;
  readonly from: number;
  readonly to: number;
}

const brief = 2_000;
const few = 64;
const stride = 50;
const telling = 20;
const mostTries = 3;
const handful = 3;
/** As `NodeFilter` has it: what `textContent` counts. */
const texts = 12;

type Texts = Generator<TextAt | undefined, void>;

/**
 * The texts within `root` in which the name may be written. Every node that a script touches costs more than reading
 * what is written in a thousand: so the places are found in the text of the whole, and only what stands there is touched.
 */
export function* textsAt(root: Node, text = textOf(root), places = placesIn(text), tries = mostTries): Texts {
  if (places.length === 0) return;
  yield;
  const isBig = isElement(root) && text.length > brief;
  if (isBig && nodesOf(root).length <= few) yield* amongFew([...nodesOf(root)], text, places);
  else if (!isBig || !(yield* amongMany(childrenOf(root), text, places))) {
    yield* oneByOne(root, places);
    const now = textOf(root);
    if (now !== text && tries > 0) yield* textsAt(root, now, placesIn(now), tries - 1);
  }
}

/** By how long the others are: the largest need not be read again. */
function* amongFew(nodes: readonly Node[], text: string, places: readonly number[]): Texts {
  const sizes = nodes.map((node) => (isElement(node) ? listIn(node).length : -1));
  const largest = sizes.indexOf(Math.max(...sizes));
  const lengths = nodes.map((node, nth) =>
    nth !== largest && (isElement(node) || isText(node)) ? textOf(node).length : 0,
  );
  lengths[largest] = text.length - lengths.reduce((sum, length) => sum + length, 0);
  let at = 0;
  for (const [nth, node] of nodes.entries()) {
    const end = at + (lengths[nth] ?? 0);
    const inside = places.flatMap((place) => (place >= at && place < end ? place - at : []));
    yield* textsAt(node, text.slice(at, end), inside);
    at = end;
  }
}

/**
 * Every so many of the elements is looked up in the text, and what stands between two of them is halved again and again
 * while there is something in it. False where that does not find everything.
 */
function* amongMany(
  all: HTMLCollection,
  text: string,
  places: readonly number[],
): Generator<TextAt | undefined, boolean> {
  const found: [Element, string, readonly number[]][] = [];
  let next = 0;

  /** Where an element stands in the text, or -1. */
  function lookUp(nth: number, from: number): number {
    const one = all.item(nth);
    const words = one ? textOf(one) : '';
    return words.length < telling ? -1 : text.indexOf(words, from);
  }

  /** What stands in the elements from `first` up to `last`, which are written `from` there up to `to`. */
  function narrow(first: number, last: number, from: number, to: number): void {
    while ((places[next] ?? to) < from) next++;
    if ((places[next] ?? to) >= to) return;
    const middle = (first + last) >> 1;
    const at = last - first > handful ? lookUp(middle, from) : -1;
    if (at >= from && at < to) {
      narrow(first, middle, from, at);
      narrow(middle, last, at, to);
    } else for (let nth = first; nth < last; nth++) read(all.item(nth));
  }

  function read(one: Element | null): void {
    const written = one ? textOf(one) : '';
    if (one && mayBeIn(written)) found.push([one, written, placesIn(written)]);
  }

  const step = 4 * Math.ceil(Math.sqrt(all.length / places.length));
  let [first, from] = [0, 0];
  for (let nth = step; nth < all.length; nth += step) {
    const at = lookUp(nth, from);
    if (at < 0) continue;
    narrow(first, nth, from, at);
    [first, from] = [nth, at];
    yield;
  }
  narrow(first, all.length, from, text.length);
  if (found.reduce((sum, [, , inside]) => sum + inside.length, 0) !== places.length) return false;
  for (const one of found) yield* textsAt(...one);
  return true;
}

function* oneByOne(root: Node, places: readonly number[]): Texts {
  const walker = document.createTreeWalker(root, texts);
  let [at, next, count] = [0, 0, 0];
  for (let node = isText(root) ? root : walker.nextNode(); node && next < places.length; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const [begin, first] = [at, next];
    at += node.length;
    while ((places[next] ?? at) < at) next++;
    if (next > first) yield { text: node, from: (places[first] ?? 0) - begin, to: (places[next - 1] ?? 0) - begin };
    else if (++count % stride === 0) yield;
  }
}
