// A page can name a field of a form `textContent`, and so hide the form's own in Chromium. These ask the prototypes,
// which in our own world nobody has touched.

/** A page, or a part of one. */
export type Part = Document | DocumentFragment | Element;

const { apply, get } = Reflect;
const nodes = Node.prototype;
const elements = Element.prototype;

export const isElement = (node: unknown): node is Element => node instanceof Element;

export const textOf = (node: Node): string => get(nodes, 'textContent', node) ?? '';

export const parentOf = (node: Node): Element | null => get(nodes, 'parentElement', node);

export const isThere = (node: Node): boolean => get(nodes, 'isConnected', node);

export const firstOf = (element: Element): Element | null => get(elements, 'firstElementChild', element);

export const openRootOf = (element: Element): ShadowRoot | null => get(elements, 'shadowRoot', element);

export const nameOf = (element: Element): string => get(elements, 'localName', element);

export const attributeOf = (element: Element, name: string): string =>
  apply(elements.getAttribute, element, [name]) ?? '';

/** Whether anything within `root` fits, or itself. */
export function hasIn(root: Part, selector: string): boolean {
  if (!isElement(root)) return root.querySelector(selector) !== null;
  return apply(elements.matches, root, [selector]) || apply(elements.querySelector, root, [selector]) !== null;
}

/** What fits within `root`, itself too. */
export function allIn(root: Part, selector: string): readonly Element[] {
  if (!isElement(root)) return [...root.querySelectorAll(selector)];
  const within: Iterable<Element> = apply(elements.querySelectorAll, root, [selector]);
  return [...(apply(elements.matches, root, [selector]) ? [root] : []), ...within];
}
