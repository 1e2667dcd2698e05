// Reads of the tree that a page cannot bend: in Chromium a form's own fields hide its properties, so the getters are
// taken from the prototypes. Where there are none, in a DOM without a browser, there is no page to be wary of either.

const kinds = { element: 1, text: 3, data: 4, document: 9, fragment: 11 } as const;

export const isElement = (node: Node): node is Element => typeOf(node) === kinds.element;
export const isText = (node: Node): node is Text => typeOf(node) === kinds.text || typeOf(node) === kinds.data;
export const isDocument = (node: Node): node is Document => typeOf(node) === kinds.document;

export const isFragment = (node: Node): boolean => typeOf(node) === kinds.fragment;

export const typeOf = getter<number>('Node', 'nodeType');
export const firstOf = getter<Node | null>('Node', 'firstChild');
export const nextOf = getter<Node | null>('Node', 'nextSibling');
export const aboveOf = getter<Node | null>('Node', 'parentNode');
export const ownerOf = getter<Document | null>('Node', 'ownerDocument');
export const baseOf = getter<string | undefined>('Node', 'baseURI');
/** The element that a shadow root hangs on. Asked of anything else, a browser's getter throws. */
export const hostOf = (node: Node): Element | undefined =>
  isFragment(node) && 'host' in node ? (hostOfRoot(node) ?? undefined) : undefined;
const hostOfRoot = getter<Element | null | undefined>('ShadowRoot', 'host');
/** In small letters also where a plain DOM gives capitals. */
export const tagOf = (element: Element): string => localNameOf(element).toLowerCase();
export const openRootOf = getter<ShadowRoot | null | undefined>('Element', 'shadowRoot');
export const textOf = getter<string | null>('Node', 'textContent');
export const allIn = method<[tag: string], ArrayLike<Element>>('Element', 'getElementsByTagName');
export const attributesOf = method<[], readonly string[]>('Element', 'getAttributeNames');
export const attributeOf = method<[name: string], string | null>('Element', 'getAttribute');

const localNameOf = getter<string>('Element', 'localName');

function getter<T>(owner: string, key: string): (node: Node) => T {
  const get = own(owner, key)?.get;
  return get ? (node) => Reflect.apply(get, node, []) : (node) => Reflect.get(node, key);
}

function method<A extends readonly unknown[], T>(owner: string, key: string): (node: Node, ...args: A) => T {
  const call: unknown = own(owner, key)?.value;
  return (node, ...args) => Reflect.apply(typeof call === 'function' ? call : Reflect.get(node, key), node, args);
}

function own(owner: string, key: string): PropertyDescriptor | undefined {
  const prototype: unknown = Reflect.get(globalThis, owner)?.prototype;
  return typeof prototype === 'object' && prototype ? Object.getOwnPropertyDescriptor(prototype, key) : undefined;
}

/** A piece of text, or an element as it begins and as it ends. */
export type Visit =
  | { readonly text: Text }
  | { readonly element: Element; readonly tag: string; readonly ends: boolean };

interface Fence {
  /** Whether an element is left out with all that is in it. */
  isOut(element: Element, tag: string): boolean;
  /** Whether its children are left out, but not its root. */
  isSealed(element: Element, tag: string, inRoot: boolean): boolean;
}

interface Level {
  /** The element that ends here; a root ends with its host. */
  readonly of?: Visit;
  /** Whether this is in somebody's shadow root. */
  readonly inRoot: boolean;
  /** As they were when the element was reached: the page may change while somebody pauses. */
  readonly children: readonly Node[];
  next: number;
}

/** All of a tree in order, open shadow roots before the children of their hosts. */
export function* walk(root: Node, { isOut, isSealed }: Fence): Generator<Visit, void> {
  const top = isElement(root) ? [root] : isDocument(root) ? [root.documentElement] : childrenOf(root);
  const levels: Level[] = [{ children: top, next: 0, inRoot: isFragment(root) }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.children[level.next++];
    const { inRoot } = level;
    if (!node) {
      levels.pop();
      if (level.of) yield level.of;
    } else if (isElement(node)) {
      const tag = tagOf(node);
      if (isOut(node, tag)) continue;
      yield { element: node, tag, ends: false };
      const children = isSealed(node, tag, inRoot) ? [] : childrenOf(node);
      levels.push({ of: { element: node, tag, ends: true }, children, next: 0, inRoot });
      const shadow = openRootOf(node);
      if (shadow) levels.push({ children: childrenOf(shadow), next: 0, inRoot: true });
    } else if (isText(node)) yield { text: node };
  }
}

function childrenOf(parent: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = firstOf(parent); child; child = nextOf(child)) children.push(child);
  return children;
}
