import { placesIn } from '../invites-in/plain';
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
const stride = 32;
const telling = 20;
const mostReads = 3;
const mostTries = 16;
const handful = 3;
/** As `NodeFilter` has it: what `textContent` counts. */
const texts = 12;

type Texts = Generator<TextAt | undefined, void>;

/**
 * The texts within `root` in which the name may be written. Every node that a script touches costs more than reading
 * what is written in a thousand: so the places are found in the text of the whole, and only what stands there is touched.
 */
export function* textsAt(root: Node, text = textOf(root), places = placesIn(text), reads = mostReads): Texts {
  if (places.length === 0) return;
  if (text.length <= brief || !isElement(root)) {
    for (const at of oneByOne(root, places)) if (at) yield at;
  } else {
    yield;
    const nodes = nodesOf(root);
    if (nodes.length <= few) return yield* amongFew([...nodes], text, places);
    if (yield* amongMany(childrenOf(root), text, places)) return;
    yield* oneByOne(root, places);
  }
  const now = textOf(root);
  if (now !== text && reads > 0) yield* textsAt(root, now, placesIn(now), reads - 1);
}

/** By how long the others are: the largest need not be read again. */
function* amongFew(nodes: readonly Node[], text: string, places: readonly number[]): Texts {
  const sizes = nodes.map((node) => (isElement(node) ? listIn(node).length : -1));
  const largest = sizes.indexOf(Math.max(...sizes));
  const lengths = nodes.map((node, nth) =>
    nth !== largest && (isElement(node) || isText(node)) ? textOf(node).length : 0,
  );
  lengths[largest] = text.length - lengths.reduce((sum, length) => sum + length, 0);
  yield;
  let at = 0;
  for (const [nth, node] of nodes.entries()) {
    const end = at + (lengths[nth] ?? 0);
    const inside = places.flatMap((place) => (place >= at && place < end ? place - at : []));
    yield* textsAt(node, text.slice(at, end), inside);
    at = end;
  }
}

/**
 * Elements that stand side by side are about as long as each other: where one is written tells nearly which one it is, and
 * the text of that one where to look next. False where that does not find everything.
 */
function* amongMany(
  all: HTMLCollection,
  text: string,
  places: readonly number[],
): Generator<TextAt | undefined, boolean> {
  const found: [Element, string, readonly number[]][] = [];
  let [next, first, from, reads] = [0, 0, 0, 0];

  const wordsOf = (nth: number) => {
    const one = all.item(nth);
    return one ? textOf(one) : '';
  };

  for (let place = places[0]; place !== undefined; place = places[next]) {
    let [low, at, high, to] = [first, from, all.length, text.length];
    for (let tries = 1; high - low > handful && tries < mostTries; tries++) {
      const share = tries % 4 === 0 ? 0.5 : (place - at) / (to - at);
      let guess = Math.min(high - 1, low + 1 + Math.floor(share * (high - low - 1)));
      let words = wordsOf(guess);
      for (const end = Math.min(guess + handful, high - 1); words.length < telling && guess < end; )
        words = wordsOf(++guess);
      if (words.length < telling) break;
      const there = text.indexOf(words, at);
      if (there < 0) return false;
      if (there > place) [high, to] = [guess, there];
      else [low, at] = [guess, there];
      if (low === guess && place < there + words.length) high = low + 1;
    }
    const before = next;
    for (first = low; first < high && next === before; first++) {
      const words = wordsOf(first);
      const [one, inside] = [all.item(first), placesIn(words)];
      if (one && inside.length > 0) found.push([one, words, inside]);
      next += inside.length;
      if (++reads % handful === 0) yield;
    }
    if (next === before) return false;
    from = place;
  }
  if (next !== places.length) return false;
  for (const one of found) yield* textsAt(...one);
  return true;
}

function* oneByOne(root: Node, places: readonly number[]): Texts {
  const walker = document.createTreeWalker(root, texts);
  let [at, next, count] = [0, 0, 0];
  for (let node = isText(root) ? root : walker.nextNode(); node && next < places.length; node = walker.nextNode()) {
    const text = node as Text;
    const [begin, first] = [at, next];
    at += text.length;
    while ((places[next] ?? at) < at) next++;
    if (next > first) yield { text, from: (places[first] ?? 0) - begin, to: (places[next - 1] ?? 0) - begin };
    else if (++count % stride === 0) yield;
  }
}
