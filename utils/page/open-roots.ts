import { allIn, listIn, nameOf, openRootOf } from './node';

const sample = 64;
const stride = 50;
const mostWaiting = 500;

/**
 * Finds open shadow roots, which no selector reaches into, and gives each once. What is in an element is gone through only
 * if the first that stand in it, or some of those farther on, have a root or may have one.
 */
export function openRoots(found: (root: ShadowRoot) => void) {
  const known = new Set<unknown>();
  /** Elements that may get a root yet: nobody tells us when they do. */
  const waiting = new Set<Element>();

  /** Whether it has a root, or may have one. */
  function meet(element: Element): boolean {
    const root = openRootOf(element);
    const isCustom = nameOf(element).includes('-');
    if (root && !known.has(root)) found(root);
    known.add(root);
    if (root) waiting.delete(element);
    else if (isCustom && waiting.size < mostWaiting) waiting.add(element);
    return root !== null || isCustom;
  }

  function seemsDeep(element: Element): boolean {
    const all = listIn(element);
    for (let nth = 0; ; nth = nth < sample ? nth + 1 : Math.ceil(nth * 1.1)) {
      const one = all.item(nth);
      if (!one || meet(one)) return one !== null;
    }
  }

  return {
    meet,
    /** Those that had none yet. */
    again: () => waiting.forEach(meet),
    *in(element: Element): Generator<undefined, void> {
      if (!seemsDeep(element)) return;
      let count = 0;
      for (const one of allIn(element, '*')) {
        meet(one);
        if (++count % stride === 0) yield;
      }
    },
  };
}
