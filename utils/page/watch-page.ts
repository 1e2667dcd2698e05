import { inIdleTime } from './idle';

const watched = {
  ...{ subtree: true, childList: true, characterData: true },
  attributeFilter: 'href onclick data-href data-url data-link data-clipboard-text'.split(' '),
};

type Look = (nodes: ReadonlySet<Node>, gone: boolean) => Iterable<unknown>;

/**
 * Has somebody look at what is new or different in a page, step by step, in idle time: at these nodes, and at whether any
 * are gone. Nothing happens while a page keeps still. Who does not go on at a change is not told of another one. Gives the
 * way to begin with a document or a shadow root.
 */
export function watchPage(goesOn: () => boolean, look: Look, isOver: () => boolean) {
  let nodes = new Set<Node>();
  let gone = false;
  let looking = false;

  const observer = new MutationObserver((records) => {
    if (!goesOn()) return observer.disconnect();
    for (const { type, target, addedNodes, removedNodes } of records) {
      for (const node of type === 'childList' ? addedNodes : [target]) nodes.add(node);
      gone ||= removedNodes.length > 0;
    }
    begin();
  });

  function begin(): void {
    if (!looking) inIdleTime(rounds(), isOver);
    looking = true;
  }

  function* rounds() {
    while (gone || nodes.size > 0) {
      const now = [nodes, gone] as const;
      nodes = new Set();
      gone = false;
      yield* look(...now);
    }
    looking = false;
  }

  return (root: Node, some: Iterable<Node> = root.childNodes): void => {
    observer.observe(root, watched);
    for (const node of some) nodes.add(node);
    begin();
  };
}
