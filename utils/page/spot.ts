import { glance, isAddress, isNamedIn } from './glance';
import { isElement, listIn, textOf } from './node';
import { openRoots } from './open-roots';
import { watchPage } from './watch-page';

declare global {
  interface Document {
    /** Whether it is only prepared, for somebody who may never come. */
    readonly prerendering?: boolean;
  }
}

interface Spotting {
  /** Asked at each change. */
  goesOn(): boolean;
  /** Asked at each step. */
  isOver(): boolean;
  /** Tells that there may be an invite, and what the body says now where that was read; false where nobody hears it. */
  noticed(said: string | false): Promise<boolean>;
}

const few = 200;
const handful = 25;
const leastArea = 2_000;

/** Looks at the page once, when the browser is idle, and from then on at what is added, until there may be an invite. */
export function spot({ goesOn, isOver, noticed }: Spotting): void {
  const body = document.body ?? document.documentElement;
  let isNamed = isNamedIn(document.title + document.baseURI);
  let told = false;

  async function tell(said: string | false): Promise<void> {
    told = true;
    // Where nobody has heard of it the next one is told of again.
    told = await noticed(said);
  }

  function lookAt(some: readonly Node[]): void {
    if (told) return;
    const text = some.map(textOf).join('\n');
    const isFirst = some[0] === body;
    // On a page with few elements a close look costs next to nothing.
    const seen = glance(some, text, isNamed || (isFirst && !listIn(body).item(few)));
    isNamed ||= seen !== undefined;
    // With what was added meanwhile it would not be what the body says.
    if (seen === 'invite' || (isFirst && isNamed && isAddress(document.baseURI)))
      void tell(isFirst && some.length < 2 && text);
  }

  function* look(nodes: ReadonlySet<Node>): Generator<undefined, void> {
    let some: Node[] = [];
    let count = 0;
    let isDeep = false;
    roots.again();
    for (const node of nodes) {
      some.push(node);
      // Of many that come at once the first stand for all.
      if (isElement(node) && (roots.meet(node) || isDeep || count < 2)) isDeep = (yield* roots.in(node)) || isDeep;
      const isLast = ++count === nodes.size;
      if (count % handful > 0 && !isLast) continue;
      lookAt(some);
      some = [];
      // Nothing waits for what is over: it would be one more call on every large page.
      if (!isLast) yield;
    }
  }

  const watch = watchPage(goesOn, look, isOver);
  const roots = openRoots(watch);
  whenShown(() => watch(document, [body]));
}

/** Not yet in a page that is only prepared, nor in a frame that is too small for anybody to read in. */
function whenShown(begin: () => void): void {
  if (document.prerendering) document.addEventListener('prerenderingchange', begin, { once: true });
  else if (self !== top && innerWidth * innerHeight < leastArea) addEventListener('resize', begin, { once: true });
  else begin();
}
