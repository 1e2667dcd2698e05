import { isElement, isText, listIn, textOf } from './node';
import { childrenOf, nodesOf } from './tree';

/** A text, with the first and the last place in it where the name may be written. */
export interface TextAt {
  readonly text: Text;
  readonly from: number;
  readonly to: number;
}

/** The name with whatever may stand between its letters, Bing's base64, a letter in disguise. */
const unseen = '[\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFE00-\\uFE0F\\uFEFF]';
const between = `(?:${unseen}|&#?\\w{1,7};)*`;
const hint = new RegExp(
  `${[...'hatsapp'].join(between)}|a1aHR0c|%(?:25){0,3}[4-7]|[\\u24B6-\\u24E9\\uFF21-\\uFF5A\\uD835]`,
  'gi',
);

/** Where the name may be written in a text. */
export const placesIn = (text: string): readonly number[] => Array.from(text.matchAll(hint), ({ index }) => index);

const brief = 2_000;
const few = 64;
const stride = 50;
const telling = 20;
const mostTries = 3;
/** As `NodeFilter` has it, with what `textContent` counts too. */
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
 * Every so many of the elements is looked up in the text, and only those between two of them are touched between which
 * there is something. False where that does not find everything.
 */
function* amongMany(
  all: HTMLCollection,
  text: string,
  places: readonly number[],
): Generator<TextAt | undefined, boolean> {
  const found: [Element, string, readonly number[]][] = [];
  const step = Math.ceil(Math.sqrt(all.length / places.length));
  let [first, from, next] = [0, 0, 0];
  for (let nth = step; first < all.length && next < places.length; nth += step) {
    const probe = all.item(nth);
    const words = probe ? textOf(probe) : '';
    const at = probe ? (words.length < telling ? -1 : text.indexOf(words, from)) : text.length;
    if (at < 0) continue;
    if ((places[next] ?? at) < at) {
      for (; first < nth; first++) {
        const one = all.item(first);
        const written = one ? textOf(one) : '';
        const inside = placesIn(written);
        if (one && inside.length > 0) found.push([one, written, inside]);
      }
      while ((places[next] ?? at) < at) next++;
    }
    [first, from] = [nth, at];
    yield;
  }
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
