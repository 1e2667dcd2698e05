// A page can name a field of a form `textContent`, and so hide the form's own in Chromium. These ask the prototypes,
// which in our own world nobody has touched.

export const nodes = Node.prototype;
export const elements = Element.prototype;

export const kindOf = getter<number>(nodes, 'nodeType');
export const isElement = (node: Node): node is Element => kindOf(node) === 1;
export const isText = (node: Node): node is Text => kindOf(node) === 3 || kindOf(node) === 4;

const writtenIn = getter<string | null>(nodes, 'textContent');
export const textOf = (node: Node): string => writtenIn(node) ?? '';

export const openRootOf = getter<ShadowRoot | null>(elements, 'shadowRoot');

export const lastOf = getter<Element | null>(elements, 'lastElementChild');
export const beforeOf = getter<Element | null>(elements, 'previousElementSibling');

export const nameOf = getter<string>(elements, 'localName');

export const attributeOf = (element: Element, name: string): string => elements.getAttribute.call(element, name) ?? '';

/** What fits within an element. */
export const allIn = (element: Element, selector: string): NodeListOf<Element> =>
  elements.querySelectorAll.call(element, selector);

/** Whether an element fits, or anything within. */
export const hasIn = (element: Element, selector: string): boolean =>
  elements.querySelector.call(element, selector) !== null || elements.matches.call(element, selector);

/** All elements within, none of them touched yet. */
export const listIn = (element: Element): HTMLCollectionOf<Element> => elements.getElementsByTagName.call(element, '*');

export function getter<T>(of: Node, key: string): (node: Node) => T {
  const get = Object.getOwnPropertyDescriptor(of, key)?.get;
  return (node) => get?.call(node);
}
