import { inIdleTime } from './idle';
import { firstOf, isElement, isThere, nameOf, openRootOf, type Part } from './node';

const sample = 64;
const stride = 100;
const mostWaiting = 500;

/**
 * Finds open shadow roots, which no selector reaches into. A page is walked through, in idle time, only if its first
 * elements look as if there were any. Each is given once. Gives the way to look into a part of the page.
 */
export function openRoots(found: (root: ShadowRoot) => void, signal: AbortSignal): (part: Part) => void {
  const known = new WeakSet<ShadowRoot>();
  let isDeep: (part: Part) => boolean = seemsDeep;
  /** Elements that may get a root yet: nobody tells us when they do. */
  const waiting = new Set<Element>();
  let paths: Generator<undefined, void>[] = [];

  function meet(element: Element): void {
    const root = openRootOf(element);
    if (root && !known.has(root)) {
      known.add(root);
      isDeep = seemsDeep;
      waiting.delete(element);
      found(root);
      goThrough(root);
    } else if (!root && isCustom(element) && waiting.size < mostWaiting) waiting.add(element);
  }

  function goThrough(part: Part): void {
    paths.push(walk(part));
    if (paths.length > 1) return;
    inIdleTime(() => {
      if (paths[0]?.next().done) paths = paths.slice(1);
      return paths.length > 0 ? 'more' : 'done';
    }, signal);
  }

  function* walk(part: Part): Generator<undefined, void> {
    let count = 0;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = part; node; node = walker.nextNode()) {
      if (isElement(node)) meet(node);
      if (++count % stride === 0) yield;
    }
  }

  return (part) => {
    for (const element of waiting) {
      if (isThere(element)) meet(element);
      else waiting.delete(element);
    }
    if (isDeep(part)) goThrough(part);
    else isDeep = beginsDeep;
  };
}

/** Whether one of the first elements, or of the last children, has a root or may have. */
function seemsDeep(part: Part): boolean {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT);
  const some = (node: Node | null, next: () => Node | null) => {
    for (let left = sample; node && left > 0; left--, node = next()) if (mayHaveRoot(node)) return true;
    return false;
  };
  if (some(part, () => walker.nextNode())) return true;
  walker.currentNode = part;
  return some(walker.lastChild(), () => walker.previousSibling());
}

/** For what is added to a page that has none. */
function beginsDeep(part: Part): boolean {
  return mayHaveRoot(part) || (isElement(part) && mayHaveRoot(firstOf(part)));
}

function mayHaveRoot(node: Node | null): boolean {
  return isElement(node) && (openRootOf(node) !== null || isCustom(node));
}

function isCustom(element: Element): boolean {
  return nameOf(element).includes('-');
}
