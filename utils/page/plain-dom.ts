import { parseHTML } from 'linkedom';

// A DOM without a browser, dressed as one as far as the finder looks: it reads through the prototypes, where linkedom has
// next to nothing, and walks by a tree walker that goes both ways. For tests alone.

const through: ProxyHandler<object> = {
  get: (_, key) =>
    key === 'compareDocumentPosition'
      ? order
      : function (this: object, ...given: unknown[]) {
          return Reflect.apply(Reflect.get(this, key), this, given);
        },
  getOwnPropertyDescriptor: (_, key) => ({
    configurable: true,
    get() {
      const value = Reflect.get(this, key);
      return key === 'localName' ? value.toLowerCase() : value;
    },
  }),
};

/** linkedom compares depths. */
function order(this: Node, other: Node): number {
  const all = [...allIn(this.getRootNode())];
  return all.indexOf(this) < all.indexOf(other) ? 4 : 2;
}

function walkerIn(root: Node, whatToShow: number) {
  const nodes = [...allIn(root)].filter(({ nodeType }) => whatToShow & (1 << (nodeType - 1)));
  const go = (by: number) => {
    const next = nodes[nodes.indexOf(walker.currentNode) + by];
    walker.currentNode = next ?? walker.currentNode;
    return next ?? null;
  };
  const walker = { currentNode: root, nextNode: () => go(1), previousNode: () => go(-1) };
  return walker;
}

function* allIn(root: Node): Generator<Node, void> {
  for (const node of root.childNodes) {
    yield node;
    yield* allIn(node);
  }
}

const { document } = parseHTML('<!doctype html>');
Reflect.set(document, 'createTreeWalker', walkerIn);
Object.assign(globalThis, {
  document,
  Node: Object.assign(() => {}, { prototype: new Proxy({}, through) }),
  Element: Object.assign(() => {}, { prototype: new Proxy({}, through) }),
  getComputedStyle: () => ({ display: 'inline' }),
});
