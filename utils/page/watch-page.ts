import { inIdleTime } from './idle';
import { attributeOf, isElement, isThere, parentOf } from './node';

/** What was looked at in one go, and whether something went away besides. */
export interface Changes {
  readonly nodes: ReadonlySet<Node>;
  readonly gone: boolean;
}

export interface Watcher {
  /** Asked at every change: whether there is still somebody to watch for. */
  goesOn(): boolean;
  /** At once, when something is taken away. */
  removed?(): void;
  /** An element or a text that is new or different, in idle time. */
  changed(node: Element | Text): void;
  /** After the last of them. */
  settled?(changes: Changes): void;
}

const many = 200;
const named = /hatsapp/i;
const watched = {
  ...{ subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true },
  attributeFilter: ['href', 'onclick', 'data-href', 'data-url', 'data-link', 'data-clipboard-text'],
};

/**
 * Looks at what changes in a page, and only at that, when the browser is idle. Nothing happens while a page keeps still.
 * Gives the way to watch a shadow root as well.
 */
export function watchPage({ goesOn, removed, changed, settled }: Watcher, signal: AbortSignal): (root: Node) => void {
  let nodes = new Set<Node>();
  let gone = false;
  let looking = false;
  const isAnything = () => gone || nodes.size > 0;

  const observer = new MutationObserver((records) => {
    if (!goesOn()) return;
    for (const record of records) note(record);
    if (looking || !isAnything()) return;
    looking = true;
    const looks = look();
    inIdleTime(() => (looks.next().done ? 'done' : 'more'), signal);
  });

  function note({ type, target, addedNodes, removedNodes, attributeName, oldValue }: MutationRecord): void {
    for (const node of addedNodes) if (isElement(node) || isWritten(node)) nodes.add(node);
    if (removedNodes.length > 0) {
      gone = true;
      removed?.();
    }
    if (type === 'characterData' && target instanceof Text) nodes.add(target);
    if (type !== 'attributes' || !isElement(target)) return;
    // A link may be spelled in any way. On anything else an address is the exception.
    const values = `${oldValue} ${attributeOf(target, attributeName ?? '')}`;
    if (target instanceof HTMLAnchorElement || named.test(values)) nodes.add(target);
  }

  function* look(): Generator<undefined, void> {
    while (isAnything()) {
      const changes = { nodes: joined(nodes), gone };
      nodes = new Set();
      gone = false;
      for (const node of changes.nodes) {
        if (isThere(node)) changed(node as Element | Text);
        yield;
      }
      settled?.(changes);
      yield;
    }
    looking = false;
  }

  const watch = (root: Node) => observer.observe(root, watched);
  signal.addEventListener('abort', () => observer.disconnect());
  watch(document);
  return watch;
}

function isWritten(node: Node): boolean {
  return node instanceof Text && /\S/.test(node.data);
}

/** Where most children of an element are new, one look at it is cheaper than one at each of them. */
function joined(nodes: ReadonlySet<Node>): ReadonlySet<Node> {
  if (nodes.size < many) return nodes;
  const families = Map.groupBy([...nodes].filter(isThere), parentOf);
  const areMost = (some: readonly Node[], parent: Element | null) => some.length * 2 > (parent?.childElementCount ?? 0);
  return new Set([...families].flatMap(([parent, some]) => (parent && areMost(some, parent) ? [parent] : some)));
}
