import { glance, isAddress, isNamedIn } from './glance';
import { isElement, isText, listIn } from './node';
import { openRoots } from './open-roots';
import { watchPage } from './watch-page';

interface Spotting {
  goesOn(): boolean;
  /** Tells that there may be an invite; false where nobody hears it. */
  noticed(): Promise<boolean>;
}

const few = 200;
const handful = 8;
const leastArea = 2_000;

/** Looks at the page once, when the browser is idle, and from then on at what is added, until there may be an invite. */
export function spot({ goesOn, noticed }: Spotting, signal: AbortSignal): void {
  const body = document.body ?? document.documentElement;
  let isNamed = isNamedIn(document.title + document.baseURI);
  let told = false;

  async function tell(): Promise<void> {
    told = true;
    // Where nobody has heard of it the next one is told of again.
    told = await noticed();
  }

  function lookAt(node: Element | Text): void {
    if (told) return;
    // On a page with few elements a close look costs next to nothing.
    const seen = glance(node, isNamed || (node === body && !listIn(body).item(few)));
    isNamed ||= seen !== undefined;
    if (seen === 'invite' || (node === body && isAddress(document.baseURI))) void tell();
  }

  function* look(nodes: ReadonlySet<Node>): Generator<undefined, void> {
    let count = 0;
    roots.again();
    for (const node of nodes) {
      if (isElement(node) || isText(node)) lookAt(node);
      // Of many that come at once the first stand for all.
      if (isElement(node) && (roots.meet(node) || count < 2)) yield* roots.in(node);
      if (++count % handful === 0) yield;
    }
  }

  const watch = watchPage(goesOn, look, signal);
  const roots = openRoots(watch);
  whenShown(() => watch(document, [body]));
}

/** Not yet in a page that is only prepared, nor in a frame that is too small for anybody to read in. */
function whenShown(begin: () => void): void {
  if (Reflect.get(document, 'prerendering')) document.addEventListener('prerenderingchange', begin, { once: true });
  else if (self !== top && innerWidth * innerHeight < leastArea) addEventListener('resize', begin, { once: true });
  else begin();
}
