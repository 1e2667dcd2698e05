import { allIn, beforeOf, lastOf, listIn, nameOf, openRootOf } from './node';

const sample = 64;
const farthest = 4_096;
const stride = 50;
const mostWaiting = 500;

/**
 * Finds open shadow roots, which no selector reaches into, and gives each, as often as it is met: whoever looks at what is
 * around anew must do so at what is within. What is in an element is gone through only if the first that stand in it, some
 * farther on, or its last children have a root or may have one.
 */
export function openRoots(found: (root: ShadowRoot) => void) {
  /** Elements that may get a root yet: nobody tells us when they do. */
  const waiting = new Set<Element>();

  /** Whether it has a root, or may have one. */
  function meet(element: Element): boolean {
    const root = openRootOf(element);
    if (root) {
      found(root);
      waiting.delete(element);
      return true;
    }
    const isCustom = nameOf(element).includes('-');
    if (isCustom && waiting.size < mostWaiting) waiting.add(element);
    return isCustom;
  }

  function seemsDeep(element: Element): boolean {
    const all = listIn(element);
    let [nth, one] = [0, all.item(0)];
    for (; one && nth < farthest; one = all.item(nth)) {
      if (meet(one)) return true;
      nth = nth < sample ? nth + 1 : nth * 2;
    }
    let last = lastOf(element);
    for (let left = sample; last && left > 0; left--, last = beforeOf(last)) if (meet(last)) return true;
    return false;
  }

  return {
    meet,
    /** Those that had none yet. */
    again: () => waiting.forEach(meet),
    /** Gives whether there may be any. */
    *in(element: Element): Generator<undefined, boolean> {
      if (!seemsDeep(element)) return false;
      let count = 0;
      for (const one of allIn(element, '*')) {
        meet(one);
        if (++count % stride === 0) yield;
      }
      return true;
    },
  };
}
